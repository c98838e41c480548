package analyzer

import (
	"fmt"
	"math"
	"testing"
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// fixDesk is a desk of one ticket a day for 100 days, of which those of the given
// days before lastDay are of the issue looked at.
func fixDesk(days ...int) (*reporter, []int32) {
	var tickets []ticket.Ticket
	for day := range 100 {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(day), Opened: lastDay.AddDate(0, 0, -day), Resolved: lastDay.AddDate(0, 0, -day).Add(2 * time.Hour)})
	}
	r := analyst(tickets)
	var own []int32
	for _, d := range days { // the furthest back first
		own = append(own, int32(99-d))
	}
	return r, own
}

func daysAgo(n int) string { return string(result.DayOf(lastDay.AddDate(0, 0, -n))) }

// By hand, with one ticket a day at the desk: eight before (of 28 days) and none in
// the 14 days after. Expected 8 * 14/28 = 4; P(X <= 0) = (28/42)^8 = 0.0390; the
// upper end of the ratio is (1/0.025^(1/8) - 1) * 28/14 = 1.17. With an end above
// one nothing may have been prevented.
func TestFixCheck(t *testing.T) {
	r, own := fixDesk(40, 38, 34, 30, 28, 22, 18, 16)
	f := r.check(own, daysAgo(14))
	if f == nil || f.Seen != 0 || f.Expected != 4 || math.Abs(f.PFewer-math.Pow(28.0/42, 8)) > 1e-9 || f.Verdict != result.VerdictHolds {
		t.Fatalf("check %+v, want 0 of 4, p 0.0390, holds", f)
	}
	if want := 1.17; f.High == nil || *f.High != want || f.Low != 0 || f.Prevented != 4 || f.PreventedHigh != 4 {
		t.Errorf("interval %g to %v, prevented %g to %g, want 0 to %g and 4 to 4", f.Low, f.High, f.Prevented, f.PreventedHigh, want)
	}
	if f.Hours == nil || *f.Hours != 8 {
		t.Errorf("hours %v, want 4 tickets of 2 hours each", f.Hours)
	}
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name string
		fix  int // days ago
		days []int
		want result.Verdict
	}{
		{"one week of silence", 7, []int{33, 30, 25, 20, 15, 12, 10, 9}, result.VerdictEarly},
		{"goes on", 28, []int{54, 50, 46, 42, 40, 36, 32, 30, 26, 22, 20, 16, 12, 8, 4, 2}, result.VerdictNot},
		{"more than before", 20, []int{44, 30, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9}, result.VerdictWorse},
		{"silence, then four", 40, []int{66, 64, 62, 58, 54, 50, 46, 42, 10, 8, 5, 2}, result.VerdictBack},
		{"silence, then one", 40, []int{66, 64, 62, 58, 54, 50, 46, 42, 2}, result.VerdictHolds},
	} {
		r, own := fixDesk(c.days...)
		if f := r.check(own, daysAgo(c.fix)); f == nil || f.Verdict != c.want {
			t.Errorf("%s: %+v, want %q", c.name, f, c.want)
		}
	}
	r, own := fixDesk(10)
	for _, day := range []string{"", "soon", daysAgo(0), daysAgo(-3), daysAgo(500)} {
		if f := r.check(own, day); f != nil {
			t.Errorf("fixed on %q: %+v, want nothing", day, f)
		}
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
