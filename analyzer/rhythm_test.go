package analyzer

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestRhythm(t *testing.T) {
	opened := func(daysBack int, hours float64) ticket.Ticket {
		at := lastDay.AddDate(0, 0, -daysBack)
		k := ticket.Ticket{ID: at.String(), Opened: at}
		if hours > 0 {
			k.Resolved = at.Add(time.Duration(hours * float64(time.Hour)))
		}
		return k
	}
	e := dataset.New([]ticket.Ticket{
		opened(9, 1),   // opened and resolved in the week before the last
		opened(8, 100), // opened in that week too, resolved four days later in the last
		opened(1, 2), opened(1, 4), opened(0, 0),
		opened(0, 30), // resolved after AsOf
	}, lastDay)
	r := &reporter{export: e, issues: &issue.Set{Of: []int{0, -1, 0, 0, -1, -1}}}
	var d result.Desk
	r.rhythm(&d)
	if want := []int{0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2}; !cmp.Equal(d.Daily, want) {
		t.Errorf("daily = %v, want %v", d.Daily, want)
	}
	if want := []int{1, 2}; !cmp.Equal(d.WeeklyInIssues, want) {
		t.Errorf("weekly in issues = %v, want %v", d.WeeklyInIssues, want)
	}
	if len(d.WeeklyHours) != 2 || value(d.WeeklyHours[0]) != 1 || value(d.WeeklyHours[1]) != 4 {
		t.Errorf("median hours by the week of the resolution = %v, want 1 and the median 4 of 2, 4 and 100", d.WeeklyHours)
	}
}

func TestFlow(t *testing.T) {
	tickets := []ticket.Ticket{
		{ID: "a", Opened: lastDay.AddDate(0, 0, -3), Category: "Printing", AssignmentGroup: "Desk"},
		{ID: "b", Opened: lastDay.AddDate(0, 0, -2), Category: "Printing"},
		{ID: "c", Opened: lastDay.AddDate(0, 0, -1), Category: "Network", AssignmentGroup: "Desk"},
	}
	patterns := []result.Pattern{
		{Tickets: []string{"a", "b"}, Owner: result.Owner{Team: "Networks"}},
		{Tickets: []string{"a", "c"}, Owner: result.Owner{Team: "Networks"}}, // a again: counted once
		{Tickets: []string{"c"}, Owner: result.Owner{Gap: true}},             // c again: it stays with the first
	}
	var d result.Desk
	(&reporter{export: dataset.New(tickets, lastDay)}).flow(&d, patterns)
	want := []result.Flow{{LoggedAs: "Desk", Team: "Networks", Tickets: 2}, {LoggedAs: "", Team: "Networks", Tickets: 1}}
	if diff := cmp.Diff(want, d.Flow); diff != "" || d.FlowField != "assignment_group" {
		t.Errorf("flow by %s (-want +got):\n%s", d.FlowField, diff)
	}
	for i := range tickets {
		tickets[i].AssignmentGroup = ""
	}
	(&reporter{export: dataset.New(tickets, lastDay)}).flow(&d, patterns[:1])
	if want := []result.Flow{{LoggedAs: "Printing", Team: "Networks", Tickets: 2}}; d.FlowField != "category" || !cmp.Equal(d.Flow, want) {
		t.Errorf("without groups: flow by %s %v, want by category %v", d.FlowField, d.Flow, want)
	}
}

func TestChangesDuring(t *testing.T) {
	d := newDesk(3, 26, 40)
	d.PlantCrashes(0) // 16 to 28 June
	on := func(id string, day int, service string) ticket.Change {
		return ticket.Change{ID: id, Start: time.Date(2026, 6, day, 3, 0, 0, 0, time.UTC), Service: service, Summary: "patch"}
	}
	o := DefaultOptions()
	o.AsOf, o.Owners = lastDay, owner.DefaultMap()
	a, err := Analyze(Input{Tickets: d.Tickets, Changes: []ticket.Change{
		on("C-later", 20, "Ledgerline"), on("C-before", 14, "Ledgerline"), on("C-long-ago", 2, "Ledgerline"), on("C-other", 15, "Paint shop"),
	}}, o)
	if err != nil {
		t.Fatal(err)
	}
	found := about(a, "ledgerline")
	if len(found) != 1 {
		t.Fatalf("patterns about the application = %d, want 1", len(found))
	}
	want := []result.Change{{Day: "2026-06-14", ID: "C-before", Summary: "patch"}, {Day: "2026-06-20", ID: "C-later", Summary: "patch"}}
	if diff := cmp.Diff(want, found[0].Changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}
