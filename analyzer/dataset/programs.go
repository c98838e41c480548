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

// Exclusion says why a ticket is compared with no other.
type Exclusion uint8

const (
	NotExcluded  Exclusion = iota // it is
	Machine                       // a program wrote it
	AutoReply                     // a mail program or a survey tool sent it
	Vague                         // it says that something is wrong, not what
	NoText                        // nobody wrote anything
	NoSharedTerm                  // no other ticket uses one of its words
	ExclusionCount
)

// What gives a program away.
const (
	// minStream is the smallest number of mails that show how their sender writes.
	minStream = 10
	// minRepeated is the share of a sender's words, on average, that stand in a
	// tenth of its mails too.
	minRepeated = 0.6
	// minFixedWords is the number of such words in a mail; two people may well
	// write the same three.
	minFixedWords = 5
	// minQuiet is the share of mails in quiet hours; a program that never sleeps
	// has half of them or more there.
	minQuiet = 0.25
	// maxClockP is how surely its hours must differ from the desk's.
	maxClockP = 1e-4
	// automated is the share of a sender's mails from which all of them are a
	// program's.
	minAutomated = 0.8
)

// machines finds the tickets that programs wrote.
type machines struct {
	tickets []ticket.Ticket
	quiet   []bool // by ticket: opened in a quiet hour of the week
	quiets  int
	found   []bool
}

// findMachines returns for each ticket whether a program wrote it. A program is
// known by how it writes, not by what it writes about: one sender (or nobody
// named) whose texts are filled-in copies of each other, at hours when people
// sleep. Where the hours say nothing, the name of the sender or of the channel
// may. Alerts are set apart rather than made into patterns of their own: a
// pattern promises that people are affected, and a hundred mails about one disk
// are no people. What programs sent most is listed instead.
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

// streams groups tickets by key and returns the groups large enough to show how
// their sender writes, in order of their first tickets.
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

// isProgram asks the cheap question first.
func (m *machines) isProgram(stream []int32) bool {
	return (m.neverSleeps(stream) || m.hasProgramName(stream)) && m.isFilledIn(stream)
}

// neverSleeps reports whether a stream comes in quiet hours far more
// often than the desk's other tickets.
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

// hasProgramName reports whether most mails of a stream come from a sender or by
// a channel that is called after a program.
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
// forms: most of their words stand in a tenth of the stream's mails too.
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

// form returns the different words of a ticket's template, the first hundred.
func templateWords(t *ticket.Ticket) []string {
	words := text.Template(t.Subject + "\n" + t.Description)
	words = words[:min(len(words), 100)]
	slices.Sort(words)
	return slices.Compact(words)
}

// QuietHours returns for each ticket whether it was opened in a quiet hour of the
// week, and how many were. An hour is quiet if, taken together with the hours
// beside it, it sees less than half of what it would if the desk's work were
// spread evenly. Each sender counts once in each hour of the week, so that
// programs hardly count.
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

// SubjectForm is equal for subjects that differ only in what a program fills in.
func SubjectTemplate(t *ticket.Ticket) string { return strings.Join(text.Template(t.Subject), " ") }

// programNames are words in the names of senders and channels that are programs.
// They never decide alone.
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
