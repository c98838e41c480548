package words

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/i18n"
)

// A week in which nothing stands out says what would have been found, what limits it
// and what is going on; a week with a pattern says nothing of it.
func TestOutlook(t *testing.T) {
	three, twelve := 3, 12
	a := &result.Analysis{
		Tickets: 500, People: 90, Budget: result.Budget{FalseAlarms: 1},
		Outlook: result.Outlook{
			Reach: []result.Reach{
				{Fields: []string{}, Scopes: 1, Usual: 120, Days: 14, Reports: 7},
				{Fields: []string{"department", "category"}, Scopes: 9, Usual: 1, Days: 14, Reports: 5},
				{Fields: []string{"service"}, Scopes: 4, Usual: 30, Days: 14},
			},
			Largest: []result.Recent{{Label: "toner low", Tickets: 21, People: 18, Before: &three}},
			Movers:  []result.Recent{{Label: "toner low", Tickets: 21, People: 18, Before: &three}},
			Open:    &twelve,
			Oldest:  []result.OldTicket{{ID: "INC7", Days: 81, Subject: "new chair", Group: "Facilities"}},
			Users:   []result.DeskUser{{Department: "Legal", Tickets: 30, People: 9, Heads: 12}, {Department: "Sales", Tickets: 40, People: 30, Heads: 200}},
		},
	}
	want := []Block{
		{"What would have been found", []string{
			"Anywhere at the desk (120 tickets in 14 days): 7 people with one thing that nobody reported before.",
			"In a typical category of one department (1 ticket in 14 days): 5 people with one thing that nobody reported before.",
			"In a typical service (30 tickets in 14 days): not even 100 reports of one thing.",
			"To be told of smaller ones too, accept more false alarms: false_alarms_per_report in config.yaml, now 1.",
		}},
		{"Largest issues of the last four weeks", []string{"“toner low”: 21 tickets, 18 people, 3 before"}},
		{"More or fewer than in the four weeks before", []string{"“toner low”: 21 tickets, 18 people, 3 before"}},
		{"Oldest open tickets", []string{"INC7, open for 81 days: “new chair”, Facilities", "and 11 more open tickets"}},
		{"Departments that use the desk most", []string{
			"Legal: 30 tickets in four weeks, 250 for every 100 of its 12 people", "Sales: 40 tickets in four weeks, 20 for every 100 of its 200 people",
		}},
	}
	if diff := cmp.Diff(want, Writer{}.Outlook(a)); diff != "" {
		t.Errorf("outlook (-want +got):\n%s", diff)
	}
	german, err := i18n.Open("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := In(german).Outlook(a)[0].Lines[0], "Im ganzen Helpdesk (120 Tickets in 14 Tagen): 7 Personen mit derselben Sache, die zuvor niemand gemeldet hat."; got != want {
		t.Errorf("German: %q, want %q", got, want)
	}
	for code, limit := range map[result.CheckCode]string{
		result.CheckNoTexts:       "What limits this most: there are no texts that tell tickets apart. Export subject and description; if they have other names, --map subject=COLUMN names one.",
		result.CheckNoDepartments: "What limits this most: no ticket tells where its requester works. --people LIST.csv tells it, or --map department=COLUMN.",
		result.CheckNoRequesters:  "What limits this most: no ticket names its requester. --map requester=COLUMN names the column.",
	} {
		a.Quality = []result.Check{{Code: code}}
		if got := (Writer{}).Outlook(a)[0].Lines[3]; got != limit {
			t.Errorf("%s: %q, want %q", code, got, limit)
		}
	}
	a.Outlook.Reach, a.Quality = nil, []result.Check{{Code: result.CheckYoung, NoBaseline: &result.NoBaseline{Code: result.BaselineShort, WeeksNeeded: 8}}}
	if diff := cmp.Diff([]string{
		"Nothing: the export has no past to compare with, and names no departments or locations to compare with each other.",
		"What limits this most: the short history. Export at least 8 weeks before the last one.",
		"Or tell where requesters work: --people LIST.csv tells it, or --map department=COLUMN. Then departments are compared with each other at once.",
	}, (Writer{}).Outlook(a)[0].Lines); diff != "" {
		t.Errorf("nothing would have been found (-want +got):\n%s", diff)
	}
	a.Patterns = []result.Pattern{{}}
	if got := (Writer{}).Outlook(a); got != nil {
		t.Errorf("with a pattern: %v, want nothing", got)
	}
}
