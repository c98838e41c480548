package desk

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/ticket"
)

func TestVanished(t *testing.T) {
	asOf := time.Date(2026, 6, 28, 12, 0, 0, 0, time.UTC)
	var opened []ticket.Ticket
	for d := range 100 {
		opened = append(opened, ticket.Ticket{ID: fmt.Sprint(d), Opened: asOf.AddDate(0, 0, -d)})
	}
	data := dataset.New(opened, asOf)
	tests := []struct {
		name string
		run  past.Run
		want [2]int // now, of then
	}{
		{"as many as then", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 28}, [2]int{}},
		{"a few were deleted", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 31}, [2]int{}},
		{"a third is missing", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 42}, [2]int{28, 42}},
		{"the export begins later", past.Run{Day: "2026-06-21", Weeks: 26, Opened: 400}, [2]int{}},
		{"a run of a later day", past.Run{Day: "2026-07-05", Weeks: 4, Opened: 100}, [2]int{}},
	}
	for _, test := range tests {
		got := [2]int{}
		if c, ok := vanished(data, []past.Run{test.run}); ok {
			got = [2]int{c.Count, c.Of}
		}
		if got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	if c, ok := vanished(data, nil); ok {
		t.Errorf("without an earlier run: %+v", c)
	}
}
