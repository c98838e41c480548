package analyzer

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// lastDay is the day that all invented desks end with: a Sunday.
var lastDay = time.Date(2026, 6, 28, 18, 0, 0, 0, time.UTC)

// desk invents an otherwise normal export: the same mix of faults and requests
// in every week and every department.
type desk struct {
	random  *rand.Rand
	tickets []ticket.Ticket
}

var (
	deskDepartments = []string{"Finance", "Sales", "Legal", "Research", "Payroll", "Audit", "Marketing", "Facilities"}
	deskLocations   = []string{"Leeds", "Porto", "Gent"}
	deskFaults      = []struct{ category, subject string }{
		{"Hardware", "monitor stays black on dock"}, {"Hardware", "keyboard keys stuck after spill"}, {"Hardware", "laptop battery drains in an hour"},
		{"Hardware", "headset microphone crackles"}, {"Hardware", "mouse pointer jumps around"}, {"Hardware", "docking station not detected"},
		{"Printing", "printer paper jam tray two"}, {"Printing", "toner low on floor printer"}, {"Printing", "scan to folder fails"},
		{"Printing", "double sided printing greyed out"}, {"Email", "mailbox full cannot send"}, {"Email", "shared calendar shows wrong hours"},
		{"Email", "distribution list missing members"}, {"Email", "out of office will not switch off"}, {"Email", "signature logo shows red cross"},
		{"Network", "wifi drops in meeting room"}, {"Network", "vpn asks for token twice"}, {"Network", "shared drive very slow today"},
		{"Network", "guest wifi voucher expired"}, {"Access", "password expired on monday"}, {"Access", "account locked after holiday"},
		{"Access", "new starter needs folder permission"}, {"Access", "authenticator lost with old phone"}, {"Access", "leaver account still active"},
		{"Software", "spreadsheet macro blocked by policy"}, {"Software", "pdf reader asks for licence"}, {"Software", "browser homepage changed itself"},
		{"Software", "translation plugin missing ribbon"}, {"Software", "drawing viewer cannot open dwg"}, {"Software", "timesheet page shows blank table"},
	}
	deskWords = strings.Fields("since morning again colleague floor office building urgent customer meeting deadline manager desk laptop second third restart tried twice nothing helped screen error window")
)

// newDesk opens perWeek tickets in each of weeks weeks.
func newDesk(seed uint64, weeks, perWeek int) *desk {
	d := &desk{random: rand.New(rand.NewPCG(seed, 1))}
	for range weeks * perWeek {
		fault := deskFaults[d.random.IntN(len(deskFaults))]
		words := make([]string, 4)
		for i := range words {
			words[i] = deskWords[d.random.IntN(len(deskWords))]
		}
		department := deskDepartments[d.random.IntN(len(deskDepartments))]
		d.open(d.random.IntN(7*weeks), department, fmt.Sprintf("%s person %d", department, d.random.IntN(40)), fault.category,
			fault.subject, strings.Join(words, " "))
	}
	return d
}

// open files one ticket daysBack before lastDay.
func (d *desk) open(daysBack int, department, requester, category, subject, description string) {
	opened := lastDay.AddDate(0, 0, -daysBack).Add(-time.Duration(d.random.IntN(8*3600)) * time.Second)
	d.tickets = append(d.tickets, ticket.Ticket{
		Source: "desk", ID: fmt.Sprintf("T%05d", len(d.tickets)), Opened: opened, Resolved: opened.Add(5 * time.Hour),
		Subject: subject, Description: description, Requester: requester, Department: department, Category: category,
		Location: deskLocations[d.random.IntN(len(deskLocations))],
	})
}

// crashes are eight reports of one crashing application, each in other words.
var crashes = []string{
	"Ledgerline crashes when I post a journal",
	"Ledgerline closes by itself during posting",
	"journal posting: Ledgerline freezes, then it is gone",
	"Ledgerline not responding at month end",
	"app Ledgerline shuts down without message",
	"LEDGERLINE ABORTS AGAIN WITH RUNTIME ERROR",
	"cannot work, Ledgerline dies on every journal",
	"Ledgerline keeps hanging since the update",
}

// analyze analyses the desk with the default options and owners.
func (d *desk) analyze(t *testing.T) *result.Analysis {
	t.Helper()
	o := DefaultOptions()
	o.AsOf = lastDay
	o.Owners = owner.DefaultMap()
	a, err := Analyze(Input{Tickets: d.tickets}, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// about returns the patterns whose exemplars or label name word.
func about(a *result.Analysis, word string) []result.Pattern {
	var out []result.Pattern
	for _, p := range a.Patterns {
		said := p.Label
		for _, e := range p.Exemplars {
			said += " " + e.Subject
		}
		if strings.Contains(strings.ToLower(said), word) {
			out = append(out, p)
		}
	}
	return out
}
