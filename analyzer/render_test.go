package analyzer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
)

// Two patterns with some of the same tickets list each other, the one with
// most of them first.
func TestOverlaps(t *testing.T) {
	got := overlapsOf([]pattern{
		{id: "P-1", tickets: []int32{1, 2, 3}}, {id: "P-2", tickets: []int32{3, 4}},
		{id: "P-3", tickets: []int32{5}}, {id: "P-4", tickets: []int32{1, 2}},
	})
	want := [][]result.Overlap{{{PatternID: "P-4", Tickets: 2, Of: 3}, {PatternID: "P-2", Tickets: 1, Of: 3}}, {{PatternID: "P-1", Tickets: 1, Of: 2}}, {}, {{PatternID: "P-1", Tickets: 2, Of: 2}}}
	for i := range got {
		if diff := cmp.Diff(want[i], got[i]); diff != "" {
			t.Errorf("pattern %d (-want +got):\n%s", i+1, diff)
		}
	}
}
