package describe

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestBreakdown(t *testing.T) {
	var tickets []ticket.Ticket
	for i, place := range []string{"Leeds", "Leeds", "Gent", "", "Porto", "Lyon", "Leeds", "Leeds"} {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(i), Opened: lastDay.AddDate(0, 0, i-8), Location: place, Department: "Audit"})
	}
	d := describer(tickets)
	var s dataset.Scope
	s.Values[dataset.Department] = 1
	got := d.breakdown(s, []int32{0, 1, 2, 3, 4, 5})
	// 4 of the 7 tickets with a location are from Leeds, 1 each from the others.
	want := []result.Spread{{Field: "location", Of: 5, Others: 1, Values: []result.SpreadValue{
		{Value: "Leeds", Count: 2, DeskShare: 0.571}, {Value: "Gent", Count: 1, DeskShare: 0.143}, {Value: "Lyon", Count: 1, DeskShare: 0.143},
	}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("breakdown (-want +got):\n%s", diff)
	}
}
