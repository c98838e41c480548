package analyzer

import (
	"fmt"
	"testing"
	"ticketpatterns/analyzer/dataset"
	"time"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/ticket"
)

func TestVanished(t *testing.T) {
	asOf := time.Date(2026, 6, 28, 12, 0, 0, 0, time.UTC)
	var opened []ticket.Ticket
	for d := range 100 {
		opened = append(opened, ticket.Ticket{ID: fmt.Sprint(d), Opened: asOf.AddDate(0, 0, -d)})
	}
	r := &reporter{export: dataset.New(opened, asOf)}
	tests := []struct {
		name string
		run  past.Run
		want string
	}{
		{"as many as then", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 28}, ""},
		{"a few were deleted", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 31}, ""},
		{"a third is missing", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 42}, "28 of 42"},
		{"the export begins later", past.Run{Day: "2026-06-21", Weeks: 26, Opened: 400}, ""},
		{"a run of a later day", past.Run{Day: "2026-07-05", Weeks: 4, Opened: 100}, ""},
	}
	for _, test := range tests {
		if got, _ := r.vanished([]past.Run{test.run}); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if got, _ := r.vanished(nil); got != "" {
		t.Errorf("without an earlier run: %q", got)
	}
}
