package describe

import (
	"fmt"
	"testing"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"time"

	"github.com/google/go-cmp/cmp"
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
	// 2 + 4 hours, and one working day of 8 hours each for the 90 hours and the open one.
	want := result.Impact{People: 3, Open: 1, HoursMedian: new(4.0), PersonHours: new(22.0), Reopens: new(1), HoursAtMost: 8, Priorities: []result.Count{}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("impact (-want +got):\n%s", diff)
	}
}
