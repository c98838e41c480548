package dataset

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

// A rewound data set counts what a data set of the tickets up to that day counts.
func TestRewindCountsAsThen(t *testing.T) {
	start := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	var tickets []ticket.Ticket
	for i := range 60 {
		opened := start.AddDate(0, 0, i)
		tickets = append(tickets, ticket.Ticket{
			ID: fmt.Sprint(i), Opened: opened, Resolved: opened.AddDate(0, 0, 3), Resolution: "restarted it",
			Subject: fmt.Sprintf("printer %d jams on floor %d", i%7, i%5), Requester: fmt.Sprintf("person %d", i/2), Department: fmt.Sprintf("d%d", i%3+i/45),
		})
	}
	back := 20
	whole := New(tickets, tickets[59].Opened)
	got, want := whole.Rewind(back), New(tickets[:40], tickets[39].Opened)
	type counts struct {
		Tickets, People, Days int
		Day                   []int
		Person                []int32
		AsOf                  time.Time
		Volume                int
		Departments           []int
		Names                 []string
		FirstSeen             int
	}
	of := func(d *Dataset) counts {
		return counts{len(d.Tickets), d.People, d.Days, d.Day, d.Person, d.AsOf, d.Volume(0, 14),
			d.Fields[Department].Count, d.Fields[Department].Name, len(d.FirstSeen[Department])}
	}
	if diff := cmp.Diff(of(want), of(got)); diff != "" {
		t.Errorf("rewound (-want +got):\n%s", diff)
	}
	for n := range got.Texts {
		if len(got.Texts[n].Tickets) == 0 {
			t.Errorf("text %d is of no ticket yet", n)
		}
	}
	for i := range got.Tickets {
		k := got.Tickets[i]
		if known := i < 37; k.Resolved.IsZero() == known || (k.Resolution == "") == known {
			t.Errorf("ticket %d of 40: resolved %v %q; want the end of those finished by then only", i, k.Resolved, k.Resolution)
		}
	}
	if whole.Tickets[39].Resolution == "" || len(whole.Tickets) != 60 {
		t.Error("rewinding changed the whole")
	}
}
