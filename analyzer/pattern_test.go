package analyzer

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/result"
)

func TestRankPutsWhatMayBeChanceBehind(t *testing.T) {
	many, few := 100.0, 1.0
	waited := func(hours *float64) describe.Profile {
		return describe.Profile{Impact: result.Impact{PersonHoursLow: hours}}
	}
	ranked := rank([]pattern{
		{id: "chronic", kind: result.Chronic, profile: waited(&many)},
		{id: "weak", kind: result.Emerging, finding: finding{mayBeChance: true}, profile: waited(&many)},
		{id: "sure", kind: result.Emerging, profile: waited(&few)},
	}, "2026-11-22")
	var ids []string
	for _, p := range ranked {
		ids = append(ids, p.id)
	}
	if want := []string{"sure", "weak", "chronic"}; !slices.Equal(ids, want) {
		t.Errorf("order %v, want %v", ids, want)
	}
}

// However many patterns lie near the edge, no more are weak signals than false alarms
// are accepted; what is far from the edge never is.
func TestWeakSignalsAreAsManyAsFalseAlarms(t *testing.T) {
	for _, c := range []struct {
		accepted float64
		by       []float64
		want     []bool
	}{
		{1, []float64{0.001, 0.3, 0.9, 0.6, 0.4, 0.5, 0.7, 0.8}, []bool{false, false, true, false, false, false, false, false}},
		{2, []float64{0.4, 0.6, 1.9, 1.2}, []bool{false, false, true, true}},
		{0.1, []float64{0.02, 0.03}, []bool{false, true}},
		{1, []float64{0.2, 0.1}, []bool{false, false}},
		{1, nil, []bool{}},
	} {
		patterns, got := make([]pattern, len(c.by)), []bool{}
		for i := range patterns {
			patterns[i].finding.byChance = c.by[i]
		}
		for _, p := range markWeak(patterns, c.accepted) {
			got = append(got, p.finding.mayBeChance)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("accepted %g, by chance %v: weak %v, want %v", c.accepted, c.by, got, c.want)
		}
	}
}
