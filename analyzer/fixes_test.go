package analyzer

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// fixDesk is a desk of one ticket a day for 100 days, of which those of the given
// days before lastDay are of the issue looked at.
func fixDesk(days ...int) (fixes, []int32) {
	var tickets []ticket.Ticket
	for day := range 100 {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(day), Opened: lastDay.AddDate(0, 0, -day), Resolved: lastDay.AddDate(0, 0, -day).Add(2 * time.Hour)})
	}
	o := DefaultOptions()
	e := dataset.New(tickets, lastDay)
	var own []int32
	for _, d := range days { // the furthest back first
		own = append(own, int32(99-d))
	}
	return fixes{data: e, describer: describe.New(e, describe.Options{WorkdayHours: o.WorkdayHours}), minTickets: o.MinTickets}, own
}

// Eight before and none in the 14 days after, where four would have come: four
// tickets of two hours each were prevented.
func TestHoursPrevented(t *testing.T) {
	f, own := fixDesk(40, 38, 34, 30, 28, 22, 18, 16)
	if hours := f.hoursPrevented(result.FixCheck{Prevented: 4}, own); hours == nil || *hours != 8 {
		t.Errorf("hours %v, want 8", hours)
	}
	if hours := f.hoursPrevented(result.FixCheck{Prevented: -4}, own); hours == nil || *hours != 0 {
		t.Errorf("hours %v, want 0 where nothing was prevented", hours)
	}
	if hours := f.hoursPrevented(result.FixCheck{Prevented: 4}, nil); hours != nil {
		t.Errorf("hours %v, want none without tickets", *hours)
	}
}

// A declared change after which an issue stops is named, with its numbers.
func TestChangeIsChecked(t *testing.T) {
	d := newDesk(5, 26, 60)
	for i := range 40 {
		d.Open(30+i, "Legal", fmt.Sprintf("lawyer %d", i%12), "Software", "contract viewer shows blank pages", "case "+fmt.Sprint(i))
		d.Tickets[len(d.Tickets)-1].Service = "Contracts"
	}
	o := DefaultOptions()
	o.AsOf, o.Shuffles = lastDay, 2
	a, err := Analyze(Input{Tickets: d.Tickets, Changes: []ticket.Change{{ID: "C-1", Start: lastDay.AddDate(0, 0, -29), Service: "Contracts"}}}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Fixes) != 1 || a.Fixes[0].Change != "C-1" || a.Fixes[0].Seen != 0 || a.Fixes[0].Verdict != result.VerdictHolds {
		t.Errorf("fixes %+v, want the change after which it stopped", a.Fixes)
	}
}
