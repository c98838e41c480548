package desk

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
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
	if got, want := dailyVolumes(e), []int{0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2}; !cmp.Equal(got, want) {
		t.Errorf("daily = %v, want %v", got, want)
	}
	if got, want := weeklyVolumes(e), []int{2, 4}; !cmp.Equal(got, want) {
		t.Errorf("weekly = %v, want %v", got, want)
	}
	if got, want := weekStarts(e), []result.Day{"2026-06-15", "2026-06-22"}; !cmp.Equal(got, want) {
		t.Errorf("weeks begin on %v, want %v", got, want)
	}
	if got, want := weeklyInIssues(e, []int{0, -1, 0, 0, -1, -1}), []int{1, 2}; !cmp.Equal(got, want) {
		t.Errorf("weekly in issues = %v, want %v", got, want)
	}
	if got := weeklyHours(e); len(got) != 2 || valueOrZero(got[0]) != 1 || valueOrZero(got[1]) != 4 {
		t.Errorf("median hours by the week of the resolution = %v, want 1 and the median 4 of 2, 4 and 100", got)
	}
}

func TestFlow(t *testing.T) {
	tickets := []ticket.Ticket{
		{ID: "a", Opened: lastDay.AddDate(0, 0, -3), Category: "Printing", AssignmentGroup: "Desk"},
		{ID: "b", Opened: lastDay.AddDate(0, 0, -2), Category: "Printing"},
		{ID: "c", Opened: lastDay.AddDate(0, 0, -1), Category: "Network", AssignmentGroup: "Desk"},
	}
	patterns := []Pattern{
		{Tickets: []int32{0, 1}, Owner: result.Owner{Team: "Networks"}},
		{Tickets: []int32{0, 2}, Owner: result.Owner{Team: "Networks"}}, // a again: counted once
		{Tickets: []int32{2}, Owner: result.Owner{Gap: true}},           // c again: it stays with the first
	}
	field, flows := flow(dataset.New(tickets, lastDay), patterns)
	want := []result.Flow{{LoggedAs: "Desk", Team: "Networks", Tickets: 2}, {LoggedAs: "", Team: "Networks", Tickets: 1}}
	if diff := cmp.Diff(want, flows); diff != "" || field != "assignment_group" {
		t.Errorf("flow by %s (-want +got):\n%s", field, diff)
	}
	for i := range tickets {
		tickets[i].AssignmentGroup = ""
	}
	field, flows = flow(dataset.New(tickets, lastDay), patterns[:1])
	if want := []result.Flow{{LoggedAs: "Printing", Team: "Networks", Tickets: 2}}; field != "category" || !cmp.Equal(flows, want) {
		t.Errorf("without groups: flow by %s %v, want by category %v", field, flows, want)
	}
}
