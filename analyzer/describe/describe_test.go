package describe

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/ticket"
)

// lastDay is the day of the data sets of these tests.
var lastDay = time.Date(2026, 6, 28, 18, 0, 0, 0, time.UTC)

// describer describes tickets with the built-in owner map.
func describer(tickets []ticket.Ticket, changes ...ticket.Change) *Describer {
	return New(dataset.New(tickets, lastDay), Options{Owners: owner.DefaultMap(), Changes: changes, WorkdayHours: 8, Test: stat.GammaPoisson{}})
}

// chat is what a person writes: each time something else.
func chat(i int) (string, string) {
	word := func(k int) string {
		n := uint32(i*31+k) * 2654435761 >> 12
		return string([]byte{'a' + byte(n%26), 'a' + byte(n/26%26), 'a' + byte(n/676%26)})
	}
	return word(1) + " " + word(2), "since " + word(3) + " " + word(4) + " with the " + word(5) + " " + word(6) + " " + word(7)
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

// The owner comes with what the map lets it decide; a gap has no such thing.
func TestOwnerBringsItsMandate(t *testing.T) {
	d := describer(printers(6, nil))
	o := d.Owner(dataset.Scope{}, []int32{0, 1, 2, 3, 4, 5}, nil)
	if o.Function != "Printing" || !strings.Contains(o.DecidesAlone, "print queues") || !strings.Contains(o.NeedsOthers, "Network") {
		t.Errorf("owner %+v, want what the map says of Printing", o)
	}
	d = describer(printers(6, func(_ int, k *ticket.Ticket) { k.Subject, k.Category = "projector dark", "Meeting rooms" }))
	if o := d.Owner(dataset.Scope{}, []int32{0, 1, 2, 3, 4, 5}, nil); !o.Gap || o.DecidesAlone != "" {
		t.Errorf("owner %+v, want a gap without a mandate", o)
	}
}
