package analyzer

import (
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/ticket"
)

// A burst began in the hour of its first ticket, in the zone of the analysis; an export
// of days only does not tell.
func TestBurstSince(t *testing.T) {
	zone := time.FixedZone("east", 2*3600)
	at := func(hour, minute int) time.Time { return time.Date(2026, 6, 26, hour, minute, 0, 0, time.UTC) }
	for _, c := range []struct {
		name   string
		days   int
		opened [2]time.Time
		want   string
	}{
		{"a day", 1, [2]time.Time{at(7, 40), at(9, 10)}, "2026-06-26T09:00:00+02:00"},
		{"a week", 7, [2]time.Time{at(7, 40), at(9, 10)}, ""},
		{"days only", 1, [2]time.Time{at(-2, 0), at(-2, 0)}, ""},
	} {
		var tickets []ticket.Ticket
		for _, opened := range c.opened {
			tickets = append(tickets, ticket.Ticket{Opened: opened})
		}
		r := renderer{data: dataset.New(tickets, at(12, 0).In(zone))}
		got := r.burstSince(c.days, []int32{0, 1})
		if got == nil && c.want != "" || got != nil && got.Format(time.RFC3339) != c.want {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
	}
}
