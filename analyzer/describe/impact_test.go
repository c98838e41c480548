package describe

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestImpact(t *testing.T) {
	open := func(requester string, hours float64, reopens ticket.Count) ticket.Ticket {
		k := ticket.Ticket{ID: requester + fmt.Sprint(hours), Requester: requester, Opened: lastDay.Add(-100 * time.Hour), Reopens: reopens}
		if hours > 0 {
			k.Resolved = k.Opened.Add(time.Duration(hours * float64(time.Hour)))
		}
		return k
	}
	e := dataset.New([]ticket.Ticket{
		open("a", 2, ticket.KnownCount(1)), open("A ", 4, ticket.Count{}), open("b", 90, ticket.Count{}), open("c", 0, ticket.Count{}),
	}, lastDay)
	got := New(e, Options{WorkdayHours: 8}).Impact([]int32{0, 1, 2, 3})
	// 2 + 4 hours, and one working day of 8 hours each for the 90 hours and the open one;
	// the 2 and the 4 hours are of one person at the same time.
	want := result.Impact{People: 3, Open: 1, HoursMedian: new(4.0), PersonHours: new(22.0), PersonHoursLow: new(20.0), HoursCapped: 2, Reopens: new(1), HoursAtMost: 8, Priorities: []result.Count{}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("impact (-want +got):\n%s", diff)
	}
}

// Whether the export knows when tickets end is asked of the data set, which found
// out once: a look through all tickets for every open one made a run quadratic.
func TestImpactDoesNotLookThroughTheExport(t *testing.T) {
	e := dataset.New([]ticket.Ticket{{ID: "open", Opened: lastDay.Add(-time.Hour)}}, lastDay)
	if got := New(e, Options{WorkdayHours: 8}).Impact([]int32{0}).Open; got != 0 {
		t.Errorf("%d open, want none where nothing is known of ends", got)
	}
	e.EndsKnown = true // against what a look through the tickets would say
	if got := New(e, Options{WorkdayHours: 8}).Impact([]int32{0}).Open; got != 1 {
		t.Errorf("%d open, want the answer of the data set", got)
	}
}
