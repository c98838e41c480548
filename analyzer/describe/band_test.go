package describe

import (
	"testing"

	"ticketpatterns/analyzer/ticket"
)

func TestWeekBand(t *testing.T) {
	d := describer([]ticket.Ticket{{ID: "a", Opened: lastDay.AddDate(0, 0, -69)}})
	for _, c := range []struct {
		name      string
		weekly    []int
		expected  float64
		low, high int
	}{
		{"nothing ever", []int{0, 0, 0, 0, 0, 0, 0, 0, 5, 5}, 0.02, 0, 0},
		{"two a week", []int{2, 2, 2, 2, 2, 2, 2, 2, 9, 9}, 2, 0, 5},    // as the Poisson distribution has it
		{"uneven weeks", []int{0, 9, 0, 0, 8, 0, 0, 7, 9, 9}, 3, 0, 10}, // the Poisson distribution ends at 6
	} {
		low, high := d.WeekBand(c.weekly, d.data.Span(14, 0).From, c.expected)
		if low == nil || high == nil || *low != c.low || *high != c.high {
			t.Errorf("%s: %v to %v, want %d to %d", c.name, orNone(low), orNone(high), c.low, c.high)
		}
	}
	if low, high := d.WeekBand([]int{5, 5}, d.data.Span(700, 0).From, 1); low != nil || high != nil {
		t.Error("a band without a week before the window")
	}
}

func orNone(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}
