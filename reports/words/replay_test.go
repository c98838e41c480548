package words

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
)

// Possible major incidents are unusual patterns, not chronic ones, and no more of these
// are weak signals than there are.
func TestReplaySummaryCountsKinds(t *testing.T) {
	r := &result.Replay{Mondays: []result.Monday{{Day: "2026-06-01", New: []string{"a"}, Alarms: 2}, {Day: "2026-06-08"}}, Matters: []result.Matter{
		{Kind: result.Emerging}, {Kind: result.MajorIncident, MayBeChance: true}, {Kind: result.MajorIncident, MayBeChance: true}, {Kind: result.Chronic},
	}}
	want := "weekly reports would have told 3 unusual patterns (2 weak signals) and 1 chronic one. They would have asked a team or looked for an owner 2 times: 1 a week. 1 Monday would have told nothing new."
	if got := (Writer{}).ReplaySummary(r); !strings.HasSuffix(got, want) {
		t.Errorf("%q, want it to end with %q", got, want)
	}
	r.Matters = r.Matters[:3]
	if got := (Writer{}).ReplaySummary(r); strings.Contains(got, "chronic") {
		t.Errorf("%q tells of chronic patterns where there is none", got)
	}
}
