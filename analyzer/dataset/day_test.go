package dataset

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

// Days are counted in the time zone of AsOf.
func TestDaysAreCivilDays(t *testing.T) {
	zone := time.FixedZone("east", 3*3600)
	asOf := time.Date(2026, 6, 28, 12, 0, 0, 0, zone)
	d := New([]ticket.Ticket{
		{ID: "late evening in UTC", Opened: time.Date(2026, 6, 27, 22, 0, 0, 0, time.UTC)}, // 01:00 on the 28th there
		{ID: "the evening before", Opened: time.Date(2026, 6, 27, 20, 0, 0, 0, time.UTC)},
	}, asOf)
	if diff := cmp.Diff([]int{1, 0}, d.Day); diff != "" {
		t.Error(diff)
	}
}
