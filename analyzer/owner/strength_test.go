package owner

import (
	"math"
	"slices"
	"testing"

	"ticketpatterns/analyzer/result"
)

// Earlier tickets alone are as sure as they were when tried on the export itself,
// however many agree.
func TestHistoryIsAsSureAsItWas(t *testing.T) {
	facts := []Facts{{TicketID: "a", Text: "zorblax"}, {TicketID: "b", Text: "zorblax"}, {TicketID: "c", Text: "zorblax"}}
	for _, c := range []struct {
		tried, right int
		want         result.Strength
		because      result.StrengthReason
	}{
		{60, 59, result.Strong, result.HistoryClear},
		{60, 50, result.Fair, result.OneKind},
		{60, 20, result.Weak, result.HistoryDoubtful},
		{0, 0, result.Fair, result.OneKind},
	} {
		earlier := &Earlier{Of: 40, Groups: []EarlierGroup{{Group: "Group 22", Tickets: make([]string, 40)}}, Tried: c.tried, Right: c.right}
		got := DefaultMap().Find(facts, Context{Earlier: earlier})
		if got.Team != "Group 22" || got.Strength != c.want || !slices.Contains(got.Because, c.because) {
			t.Errorf("%d of %d right: %s, %s because %v, want %s because %s", c.right, c.tried, got.Team, got.Strength, got.Because, c.want, c.because)
		}
	}
}

// None of ten may be none, all of ten are at least ten elevenths.
func TestLeastShare(t *testing.T) {
	for _, c := range []struct {
		right, tried int
		want         float64
	}{{0, 10, 0}, {10, 10, 10.0 / 11}, {5, 10, (0.55 - math.Sqrt(0.025+0.0025)) / 1.1}} {
		if got := leastShare(c.right, c.tried); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%d of %d: %v, want %v", c.right, c.tried, got, c.want)
		}
	}
}
