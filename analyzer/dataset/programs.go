package dataset

import (
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// Exclusion is the reason why a ticket is not compared with others.
type Exclusion uint8

const (
	NotExcluded  Exclusion = iota // it is compared
	Machine                       // opened by a program
	AutoReply                     // sent automatically by a mail program or a survey tool
	Vague                         // says that something is wrong, but not what
	NoText                        // no text
	NoSharedTerm                  // shares no term with another ticket
	ExclusionCount
)

// Thresholds for recognising programs.
const (
	// minStream is the smallest number of mails by which a sender is judged.
	minStream = 10
	// minRepeated is the mean share of a mail's words that also occur in a tenth of
	// the sender's mails.
	minRepeated = 0.6
	// minFixedWords is the mean number of such words per mail: two people may well
	// write the same three.
	minFixedWords = 5
	// minQuiet is the share of mails in quiet hours. A program that runs around the
	// clock has half of its mails or more there.
	minQuiet = 0.25
	// maxClockP is the p-value at which the sender's hours differ from the desk's.
	maxClockP = 1e-4
	// minAutomated is the share of recognised mails from which all mails of a sender
	// count as a program's.
	minAutomated = 0.8
)

// machines finds the tickets opened by programs.
type machines struct {
	tickets []ticket.Ticket
	quiet   []bool // by ticket: opened in a quiet hour of the week
	quiets  int
	found   []bool
}

// findMachines returns for each ticket whether a program opened it. Programs are
// recognised by how they write, not by what they write about: the texts of one
// sender (or of no named sender) are copies of a template, sent at hours when people
// sleep. Where the hours are inconclusive, the name of the sender or of the channel
// may decide.
//
// Such tickets are excluded rather than reported as patterns of their own: a pattern
// stands for affected people, and a hundred mails about one disk affect nobody. The
// most frequent ones are listed instead.
func findMachines(tickets []ticket.Ticket, location *time.Location) []bool {
	m := &machines{tickets: tickets, found: make([]bool, len(tickets))}
	m.quiet, m.quiets = QuietHours(tickets, location)
	bySender := m.streams(func(t *ticket.Ticket) string { return fold.Spelling(t.Requester) })
	bySubject := m.streams(func(t *ticket.Ticket) string { return fold.Spelling(t.Requester) + "\x00" + SubjectTemplate(t) })
	for _, stream := range slices.Concat(bySender, bySubject) {
		if m.isProgram(stream) {
			m.mark(stream)
		}
	}
	for _, stream := range bySender {
		if sender := m.tickets[stream[0]].Requester; sender != "" && m.marked(stream) >= minAutomated*float64(len(stream)) {
			m.mark(stream)
		}
	}
	return m.found
}

// streams groups tickets by key. It returns the groups of at least minStream
// tickets, ordered by first ticket.
func (m *machines) streams(key func(*ticket.Ticket) string) [][]int32 {
	place := map[string]int{}
	var all [][]int32
	for i := range m.tickets {
		k := key(&m.tickets[i])
		at, ok := place[k]
		if !ok {
			at = len(all)
			place[k] = at
			all = append(all, nil)
		}
		all[at] = append(all[at], int32(i))
	}
	return slices.DeleteFunc(all, func(s []int32) bool { return len(s) < minStream })
}

func (m *machines) mark(stream []int32) {
	for _, t := range stream {
		m.found[t] = true
	}
}

func (m *machines) marked(stream []int32) float64 {
	n := 0.0
	for _, t := range stream {
		if m.found[t] {
			n++
		}
	}
	return n
}

// isProgram checks the cheaper conditions first.
func (m *machines) isProgram(stream []int32) bool {
	return (m.neverSleeps(stream) || m.hasProgramName(stream)) && m.isFilledIn(stream)
}

// neverSleeps reports whether a stream has far more mails in quiet hours than the
// desk's other tickets.
func (m *machines) neverSleeps(stream []int32) bool {
	n := 0
	for _, t := range stream {
		if m.quiet[t] {
			n++
		}
	}
	return float64(n) >= minQuiet*float64(len(stream)) &&
		stat.HypergeometricTail(n, m.quiets, len(stream), len(m.tickets)) < maxClockP
}

// hasProgramName reports whether the sender or channel of most mails of a stream is
// named like a program.
func (m *machines) hasProgramName(stream []int32) bool {
	n := 0
	for _, t := range stream {
		if isProgramName(m.tickets[t].Requester) || isProgramName(m.tickets[t].Channel) {
			n++
		}
	}
	return float64(n) >= minAutomated*float64(len(stream))
}

// isFilledIn reports whether the mails of a stream are copies of one or a few
// templates: most of their words occur in a tenth of the stream's mails.
func (m *machines) isFilledIn(stream []int32) bool {
	uses := map[string]int{}
	forms := make([][]string, len(stream))
	for i, t := range stream {
		forms[i] = templateWords(&m.tickets[t])
		for _, w := range forms[i] {
			uses[w]++
		}
	}
	often := max(3, len(stream)/10)
	share, fixed := 0.0, 0.0
	for _, words := range forms {
		n := 0.0
		for _, w := range words {
			if uses[w] >= often {
				n++
			}
		}
		share += n / float64(max(len(words), 1))
		fixed += n
	}
	return share >= minRepeated*float64(len(stream)) && fixed >= minFixedWords*float64(len(stream))
}

// templateWords returns the distinct words of a ticket's template, at most a
// hundred.
func templateWords(t *ticket.Ticket) []string {
	words := text.Template(t.Subject + "\n" + t.Description)
	words = words[:min(len(words), 100)]
	slices.Sort(words)
	return slices.Compact(words)
}

// QuietHours returns for each ticket whether it was opened in a quiet hour of the
// week, and how many were. An hour is quiet if it and its two neighbours together
// see less than half of their share under an even spread. Each sender counts once
// per hour of the week, which limits the influence of programs.
func QuietHours(tickets []ticket.Ticket, location *time.Location) (quiet []bool, quiets int) {
	type visit struct {
		sender string
		hour   int
	}
	const week = 7 * 24
	var visits [week]int
	seen := map[visit]bool{}
	hours := make([]int, len(tickets))
	for i := range tickets {
		opened := tickets[i].Opened.In(location)
		hours[i] = 24*int(opened.Weekday()) + opened.Hour()
		sender := fold.Spelling(tickets[i].Requester)
		if sender == "" {
			sender = SubjectTemplate(&tickets[i])
		}
		if v := (visit{sender, hours[i]}); !seen[v] {
			seen[v] = true
			visits[hours[i]]++
		}
	}
	quiet = make([]bool, len(tickets))
	for i, h := range hours {
		around := visits[(h+week-1)%week] + visits[h] + visits[(h+1)%week]
		if 2*around*week < 3*len(seen) {
			quiet[i] = true
			quiets++
		}
	}
	return quiet, quiets
}

// SubjectTemplate is equal for subjects that differ only in the values that a
// program fills in.
func SubjectTemplate(t *ticket.Ticket) string { return strings.Join(text.Template(t.Subject), " ") }

// programNames are words in names of senders and channels that are programs. They
// never decide alone.
var programNames = map[string]bool{
	"alert": true, "alerts": true, "alerting": true, "automation": true, "backup": true, "batch": true, "bot": true, "cron": true,
	"daemon": true, "donotreply": true, "event": true, "events": true, "icinga": true, "jenkins": true, "mailer": true, "monitor": true,
	"monitoring": true, "nagios": true, "noreply": true, "notification": true, "notifications": true, "prometheus": true, "prtg": true,
	"root": true, "scheduler": true, "scom": true, "solarwinds": true, "splunk": true, "svc": true, "system": true, "zabbix": true,
}

func isProgramName(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r < 'a' || r > 'z' })
	for i, w := range words {
		if programNames[w] || i > 0 && w == "reply" && (words[i-1] == "no" || words[i-1] == "not") {
			return true
		}
	}
	return false
}
