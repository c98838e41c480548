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
