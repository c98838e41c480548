package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// analyst is a reporter over tickets of which issues hold the given numbers.
func analyst(tickets []ticket.Ticket, issues ...[]int32) *reporter {
	o := DefaultOptions()
	o.Owners = owner.DefaultMap()
	e := dataset.New(tickets, lastDay)
	r := &reporter{export: e, options: o, describe: describe.New(e, describe.Options{Owners: o.Owners, WorkdayHours: o.WorkdayHours})}
	r.issues = &issue.Set{Of: make([]int, len(tickets))}
	for i, members := range issues {
		r.issueList = append(r.issueList, result.Issue{ID: fmt.Sprintf("I-%d", i), Label: fmt.Sprintf("issue %d", i)})
		r.issues.Issues = append(r.issues.Issues, issue.Issue{ID: r.issueList[i].ID, Tickets: members, Remembered: memory.None})
		for _, t := range members {
			r.issues.Of[t] = i
		}
	}
	return r
}

// printers are n printer tickets, one a day, that the desk resolved.
func printers(n int, change func(i int, k *ticket.Ticket)) []ticket.Ticket {
	var out []ticket.Ticket
	for i := range n {
		opened := lastDay.AddDate(0, 0, i-n)
		k := ticket.Ticket{
			ID: fmt.Sprint(i), Opened: opened, Resolved: opened.Add(2 * time.Hour), Requester: fmt.Sprintf("p%d", i), Subject: "printer offline", Category: "Printing",
			AssignmentGroup: "Service Desk", Reassignments: ticket.KnownCount(0),
		}
		if change != nil {
			change(i, &k)
		}
		out = append(out, k)
	}
	return out
}

func TestKept(t *testing.T) {
	r := analyst(printers(6, nil), []int32{0, 1, 2, 3, 4, 5})
	got := r.work().Kept
	if len(got) != 1 || got[0].Team != "Workplace" || got[0].Function != "Printing" || len(got[0].Tickets) != 6 || got[0].Of != 6 || value(got[0].PersonHours) != 12 {
		t.Errorf("%+v, want the six printer tickets of Workplace with 12 hours", got)
	}
	for name, change := range map[string]func(int, *ticket.Ticket){
		"open":         func(_ int, k *ticket.Ticket) { k.Resolved = time.Time{} },
		"not the desk": func(_ int, k *ticket.Ticket) { k.AssignmentGroup = "Workplace" },
		"few":          func(i int, k *ticket.Ticket) { k.AssignmentGroup = []string{"Workplace", "Service Desk"}[min(i, 3)/2] },
		"the desk's":   func(_ int, k *ticket.Ticket) { k.Subject, k.Category = "ticket status", "Service Desk" },
		"unknown":      func(_ int, k *ticket.Ticket) { k.Subject, k.Category = "odd", "Other" },
		"long ago":     func(_ int, k *ticket.Ticket) { k.Opened = k.Opened.AddDate(0, 0, -100) },
	} {
		if got := analyst(printers(6, change), []int32{0, 1, 2, 3, 4, 5}).work().Kept; len(got) != 0 {
			t.Errorf("%s: %+v, want nothing", name, got)
		}
	}
}

func TestBounced(t *testing.T) {
	tickets := printers(6, func(i int, k *ticket.Ticket) {
		k.Reassignments = ticket.KnownCount(i) // 0 to 5: four were passed on more than once
		k.AssignmentGroup = []string{"Workplace", "Network"}[i%2]
		if i == 5 {
			k.Reassignments = ticket.Count{}
		}
	})
	got := analyst(tickets, []int32{0, 1, 2, 3, 4, 5}).work().Bounced
	want := []result.Bounced{{
		IssueID: "I-0", Label: "issue 0", Tickets: []string{"2", "3", "4"}, Of: 5, Moves: 9,
		EndedAt: []result.Count{{Name: "Workplace", Count: 2}, {Name: "Network", Count: 1}}, Paths: []result.Path{},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bounced (-want +got):\n%s", diff)
	}
	if got := analyst(printers(6, func(_ int, k *ticket.Ticket) { k.Reassignments = ticket.KnownCount(1) }), []int32{0, 1, 2, 3, 4, 5}).work().Bounced; len(got) != 0 {
		t.Errorf("%+v: one hand-over is no bounce", got)
	}
}

// A way through the groups tells how often a ticket was passed on where the export
// gives no number, and the commonest ones are named.
func TestBouncedWays(t *testing.T) {
	ways := [][]string{{"Service Desk", "Workplace", "Network"}, {"Service Desk", "Network"}, {"Service Desk", "Workplace", "Network"}, nil, {"Service Desk", "Network", "Service Desk"}}
	tickets := printers(len(ways), func(i int, k *ticket.Ticket) {
		k.Reassignments, k.Path, k.AssignmentGroup = ticket.Count{}, ways[i], "Network"
	})
	got := analyst(tickets, []int32{0, 1, 2, 3, 4}).work().Bounced
	want := []result.Bounced{{
		IssueID: "I-0", Label: "issue 0", Tickets: []string{"0", "2", "4"}, Of: 4, Moves: 6, EndedAt: []result.Count{{Name: "Network", Count: 3}},
		Paths: []result.Path{
			{Groups: []string{"Service Desk", "Workplace", "Network"}, Tickets: []string{"0", "2"}},
			{Groups: []string{"Service Desk", "Network"}, Tickets: []string{"1"}},
			{Groups: []string{"Service Desk", "Network", "Service Desk"}, Tickets: []string{"4"}},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bounced (-want +got):\n%s", diff)
	}
}

func TestThemesFireAndStaySilent(t *testing.T) {
	for i, m := range themes {
		if len(m.fires) == 0 || len(m.silent) == 0 {
			t.Errorf("%s, %s: want examples that fire and that are silent", m.kind, m.code)
		}
		first := func(s string) string {
			for _, other := range themes {
				if other.kind == m.kind && other.shows(fold.Wording(s)) {
					return string(other.code)
				}
			}
			return ""
		}
		for _, s := range m.fires {
			if got := first(s); got != string(m.code) {
				t.Errorf("theme %d: %q shows %q, want %q", i, s, got, m.code)
			}
		}
		for _, s := range m.silent {
			if got := first(s); got != "" {
				t.Errorf("theme %d: %q shows %q, want nothing", i, s, got)
			}
		}
	}
}

func TestThemes(t *testing.T) {
	subjects := []string{
		"suspicious SMS", "phishing mail", "phishing again", "leaver account still active", "printer offline",
		"how do i print on both sides", "how to print a list", "where can i find the print queue",
	}
	tickets := printers(len(subjects), func(i int, k *ticket.Ticket) { k.Subject = subjects[i] })
	old := tickets[1]
	old.ID, old.Opened = "old", lastDay.AddDate(0, 0, -100)
	tickets = append(tickets, old)
	got := analyst(tickets, []int32{6, 7, 8}).work().Themes // the old ticket is the first in the export
	want := []result.Theme{
		{Kind: result.ThemeAccess, Code: result.ThemeLeavers, People: 1, Tickets: []string{"3"}},
		{Kind: result.ThemePhishing, Code: result.ThemeMail, People: 2, Tickets: []string{"1", "2"}, Before: 1},
		{Kind: result.ThemePhishing, Code: result.ThemeSMS, People: 1, Tickets: []string{"0"}},
		{Kind: result.ThemeTraining, Label: "issue 0", IssueID: "I-0", People: 3, Tickets: []string{"5", "6", "7"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("themes (-want +got):\n%s", diff)
	}
}

func TestAsked(t *testing.T) {
	asked := func(subjects ...string) string {
		tickets := printers(400, nil)
		for i, s := range subjects {
			tickets[399-i].Subject = s
		}
		tickets[0].Service, tickets[1].Requester = "Ledgerline", "Maria Lopez"
		var names []string
		for _, a := range analyst(tickets).work().Asked {
			names = append(names, fmt.Sprintf("%s %d", a.Name, a.People))
		}
		return strings.Join(names, ", ")
	}
	for _, c := range []struct {
		name     string
		subjects []string
		want     string
	}{
		{"two people", []string{"Can I install Notionary?", "please allow me to use the Notionary app"}, "Notionary 2"},
		{"one person", []string{"Can I install Notionary?"}, ""},
		{"a domain", []string{"access to filedrop.io please", "may we use filedrop.io"}, "filedrop.io 2"},
		{"on the list of services", []string{"please install Ledgerline", "install Ledgerline for me"}, ""},
		{"in the owner map", []string{"please install Outlook", "install Outlook for me"}, ""},
		{"a person", []string{"access to Maria mailbox", "access to Maria calendar"}, ""},
		{"no name", []string{"install the update", "install the update"}, ""},
		{"all in capitals", []string{"INSTALL NOTIONARY", "INSTALL NOTIONARY NOW"}, ""},
		{"German nouns", []string{"Kann ich bitte den Kopierer nutzen und wie", "ich möchte bitte die Software installieren Kopierer"}, ""},
		{"a name in German", []string{"kann ich bitte die App nutzen ChatHelfer", "wir möchten gerne nutzen ChatHelfer"}, "ChatHelfer 2"},
		{"two names", []string{"use Notionary", "use Notionary", "use Paintery", "use Paintery", "use Paintery"}, "Paintery 3, Notionary 2"},
	} {
		if got := asked(c.subjects...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A function without an owner is listed with what fell into it.
func TestGapsCountHours(t *testing.T) {
	r := analyst(printers(6, nil))
	gaps := r.gaps([]result.Pattern{
		{ID: "P-1", Tickets: []string{"1", "2"}, Owner: result.Owner{Gap: true, Function: "Meeting rooms"}},
		{ID: "P-2", Tickets: []string{"3"}, Owner: result.Owner{Gap: true, Function: "Meeting rooms"}},
		{ID: "P-3", Tickets: []string{"4"}, Owner: result.Owner{Gap: true}},
		{ID: "P-4", Tickets: []string{"5"}, Owner: result.Owner{Function: "Printing", Team: "Workplace"}},
	})
	i := slices.IndexFunc(gaps, func(g result.Gap) bool { return g.Function == "Meeting rooms" })
	want := result.Gap{Function: "Meeting rooms", Patterns: 2, Tickets: 3, PersonHours: 6, PatternIDs: []string{"P-1", "P-2"}}
	if i < 0 || !cmp.Equal(gaps[i], want) {
		t.Errorf("%+v, want %+v", gaps, want)
	}
	if !slices.ContainsFunc(gaps, func(g result.Gap) bool { return g.Function == "" && g.Tickets == 1 }) || len(gaps) != 3 {
		t.Errorf("%+v, want what nothing fits too, and no owned function", gaps)
	}
}
