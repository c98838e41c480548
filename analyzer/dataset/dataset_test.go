package dataset

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

// Ids are as exported; only where two sources use the same one does it get its
// source in front.
func TestReferences(t *testing.T) {
	got := references([]ticket.Ticket{{Source: "a", ID: "1"}, {Source: "b", ID: "1"}, {Source: "a", ID: "2"}})
	if diff := cmp.Diff([]string{"a/1", "b/1", "2"}, got); diff != "" {
		t.Error(diff)
	}
}

// A portal that gives every ticket the same subject leaves the categories to compare, as
// if there were no texts; so does an export in which hardly any ticket says something.
func TestTextsThatTellNothingGiveWayToCategories(t *testing.T) {
	subjects := func(number int, say ...string) []ticket.Ticket {
		var out []ticket.Ticket
		for i := range number {
			k := ticket.Ticket{ID: fmt.Sprint(i), Opened: time.Date(2026, 1, 1, i/60, i%60, 0, 0, time.UTC), Requester: fmt.Sprint("p", i), Category: []string{"Server", "Printing"}[i%2]}
			if i < len(say) {
				k.Subject = say[i]
			} else {
				k.Subject = say[len(say)-1]
			}
			out = append(out, k)
		}
		return out
	}
	oneCategory := subjects(40, "VPN tunnel drops")
	for i := range oneCategory {
		oneCategory[i].Category = "Network"
	}
	for name, c := range map[string]struct {
		tickets []ticket.Ticket
		want    bool
	}{
		"one plea":                        {subjects(300, "Incident"), false},
		"one sentence":                    {subjects(300, "Ticket of the self service portal"), false},
		"two of 300 say something":        {subjects(300, "VPN tunnel drops", "printer jams", "Incident"), false},
		"one in a hundred says something": {subjects(300, "VPN tunnel drops", "printer jams", "laptop stays dark", "Incident"), true},
		"one sentence, and one category":  {oneCategory, true},
		"texts":                           {subjects(40, "VPN tunnel drops", "printer jams", "laptop stays dark"), true},
	} {
		d := New(c.tickets, time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC))
		if d.AnyText != c.want {
			t.Errorf("%s: texts count %v, want %v", name, d.AnyText, c.want)
		}
		for i := range d.Tickets {
			if !c.want && (d.TextOf[i] < 0 || d.Excluded[i] != NotExcluded) {
				t.Fatalf("%s: ticket %d is left out, want its category to be compared", name, i)
			}
		}
	}
}
