package analyzer

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

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
	found := slices.DeleteFunc(about(a, "ledgerline"), func(p result.Pattern) bool { return p.Kind != result.Emerging })
	if len(found) != 1 {
		t.Fatalf("patterns about the application = %d, want 1", len(found))
	}
	want := []result.Change{{Day: "2026-06-14", ID: "C-before", Summary: "patch"}, {Day: "2026-06-20", ID: "C-later", Summary: "patch"}}
	if diff := cmp.Diff(want, found[0].Changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}
