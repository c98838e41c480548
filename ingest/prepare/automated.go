package prepare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// SenderRules corrects which requesters are taken for programs. Each entry is a
// name, login or address as the tickets write it, whatever its case; a star
// stands for any characters.
type SenderRules struct {
	Programs []string // requesters that are programs, whatever they are called
	People   []string // requesters that are people, and channels on which people write, whatever they are called
}

// Validate reports the first mistake in the rules.
func (r SenderRules) Validate() error {
	for _, list := range [][]string{r.Programs, r.People} {
		for i, name := range list {
			if strings.Trim(name, "* ") == "" {
				return fmt.Errorf("[%d]: is %q, want the name of a requester, such as backup-*@example.com", i, name)
			}
		}
	}
	return nil
}

// Sender is a program that opens tickets.
type Sender struct {
	Name    string // requester or channel, as the tickets write it
	Why     result.SenderProof
	Tickets int
}

// markAutomated marks the tickets that programs opened, and returns these
// programs, those with the most tickets first. A program is told by the rules,
// by the name of the requester, or by a channel on which only programs report.
// What tickets say is not looked at.
func markAutomated(tickets []ticket.Ticket, rules SenderRules) []Sender {
	type judged struct {
		name string
		why  result.SenderProof
	}
	seen := make(map[[2]string]judged)
	counts := make(map[judged]int)
	for i := range tickets {
		t := &tickets[i]
		key := [2]string{t.Requester, t.Channel}
		j, ok := seen[key]
		if !ok {
			j.name, j.why = judgeSender(t.Requester, t.Channel, rules)
			seen[key] = j
		}
		if t.Automated = j.why != ""; t.Automated {
			counts[j]++
		}
	}
	senders := make([]Sender, 0, len(counts))
	for j, n := range counts {
		senders = append(senders, Sender{Name: j.name, Why: j.why, Tickets: n})
	}
	slices.SortFunc(senders, func(a, b Sender) int {
		return cmp.Or(cmp.Compare(b.Tickets, a.Tickets), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Why, b.Why))
	})
	return senders
}

// judgeSender returns which of the two names gives a program away, and why; no
// reason if a person may be behind them.
func judgeSender(requester, channel string, rules SenderRules) (name string, why result.SenderProof) {
	switch {
	case requester != "" && matchesAny(requester, rules.People):
	case requester != "" && matchesAny(requester, rules.Programs):
		return requester, result.SenderConfigured
	case isProgram(requester):
		return requester, result.SenderName
	case programChannels[fold.Key(channel)] && !matchesAny(channel, rules.People):
		return channel, result.SenderChannel
	}
	return "", ""
}

// matchesAny reports whether a name is one of those listed.
func matchesAny(name string, patterns []string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return slices.ContainsFunc(patterns, func(p string) bool {
		return matches(name, strings.Split(strings.ToLower(strings.TrimSpace(p)), "*"))
	})
}

// matches reports whether s is the parts in their order, with anything between.
func matches(s string, parts []string) bool {
	if len(parts) == 1 {
		return s == parts[0]
	}
	s, ok := strings.CutPrefix(s, parts[0])
	if !ok {
		return false
	}
	last := parts[len(parts)-1]
	for _, p := range parts[1 : len(parts)-1] {
		at := strings.Index(s, p)
		if at < 0 {
			return false
		}
		s = s[at+len(p):]
	}
	return strings.HasSuffix(s, last)
}

// isProgram reports whether a requester is called as only programs are: by the
// name of one ("zabbix"), as one that takes no answer ("no-reply@..."), or by
// words none of which is a person's name ("backup alerts"). Of an address with a
// name in front the name decides: portals write in the name of people.
func isProgram(requester string) bool {
	name, address, hasAddress := strings.Cut(requester, "<")
	if name = strings.Trim(name, " \"'"); name == "" && hasAddress {
		name = strings.TrimSuffix(address, ">")
	}
	if local, _, ok := strings.Cut(name, "@"); ok && local != "" {
		name = local
	}
	words := strings.FieldsFunc(fold.Letters(name), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 {
		return false
	}
	whole := strings.Join(words, "")
	for _, mark := range unanswered {
		if strings.HasPrefix(whole, mark) || strings.HasSuffix(whole, mark) {
			return true
		}
	}
	telling := false
	for _, w := range words {
		if programs[w] {
			return true
		}
		if !tellingWords[w] && !sideWords[w] {
			return false
		}
		telling = telling || tellingWords[w]
	}
	return telling
}

// unanswered begin or end the names of senders that read no answer.
var unanswered = []string{
	"noreply", "donotreply", "dontreply", "notreply", "mailerdaemon", "nichtantworten", "keineantwort", "nepasrepondre", "noresponder", "noresponda", "naoresponda", "naoresponder",
	"nonrispondere", "nietbeantwoorden", "nieodpowiadaj",
}

// programs are names that no person bears.
var programs = setOf(
	"alertmanager", "auvik", "centreon", "checkmk", "cloudwatch", "commvault", "crowdstrike", "datadog", "dynatrace", "grafana", "graylog",
	"icinga", "kaseya", "librenms", "logicmonitor", "nagios", "netbackup", "newrelic", "ninjarmm", "ninjaone", "observium", "opsgenie", "opsmanager",
	"pagerduty", "pingdom", "postmaster", "prometheus", "prtg", "qualys", "scom", "solarwinds", "splunk", "statuscake", "syslog", "uptimerobot", "veeam", "zabbix",
)

// tellingWords name what programs do; sideWords stand beside them. A name made
// of nothing else is a program's.
var (
	tellingWords = setOf(
		"alarm", "alarms", "alarme", "alarmierung", "alert", "alerts", "alerting", "alerta", "alertas", "alerte", "alertes", "allarmi", "automation", "automated", "automat",
		"backup", "backups", "batch", "bewaking", "bot", "cron", "daemon", "jenkins", "mailer", "monitor", "monitoring", "monitore", "monitoreo", "monitoramento", "monitoraggio", "monitorizacion",
		"notification", "notifications", "notificaciones", "notifier", "overvakning", "robot", "root", "scanner", "scheduler", "sensor", "sonda", "supervision", "surveillance", "svc",
		"uberwachung", "watchdog", "system", "systems",
	)
	sideWords = setOf(
		"account", "admin", "agent", "api", "auto", "center", "centre", "copier", "crontab", "database", "desk", "device", "event", "events", "file", "health", "infrastructure", "integration", "it", "itsm",
		"job", "jobs", "log", "mail", "management", "manager", "message", "messages", "network", "nightly", "node", "ops", "platform", "printer", "probe", "scan", "scheduled", "security", "server", "service", "services",
		"snmp", "storage", "team", "tool", "user", "virus", "antivirus", "vulnerability", "web",
	)
)

// programChannels are folded names of channels on which only programs report.
var programChannels = setOf(
	"alert", "alerts", "alerting", "alarm", "automated", "automatic", "automatically", "autogenerated", "automaticalert", "event", "events", "eventmanagement", "eventmonitoring",
	"machine", "monitor", "monitoring", "monitoringsystem", "monitoringtool", "systemmonitoring", "systemsmanagement", "selfmonitoring", "bmcimpactmanagerevent", "scheduledjob", "scheduler", "sensor",
	"uberwachung", "supervision", "surveillance", "monitoreo", "monitorizacion", "monitoramento", "monitoraggio", "bewaking", "monitorowanie",
)
