package analyzer

import (
	"cmp"
	"slices"
	"ticketpatterns/analyzer/result"
)

// tellOverlaps says of patterns which others hold some of the same tickets, so that
// nobody takes one fault for two.
func tellOverlaps(patterns []result.Pattern) []result.Pattern {
	holders := map[string][]int{}
	for i := range patterns {
		for _, id := range patterns[i].Tickets {
			holders[id] = append(holders[id], i)
		}
	}
	for i := range patterns {
		p := &patterns[i]
		shared := make([]int, len(patterns))
		for _, id := range p.Tickets {
			for _, other := range holders[id] {
				shared[other]++
			}
		}
		p.Overlaps = []result.Overlap{}
		for other, n := range shared {
			if n > 0 && other != i {
				p.Overlaps = append(p.Overlaps, result.Overlap{PatternID: patterns[other].ID, Tickets: n, Of: len(p.Tickets)})
			}
		}
		slices.SortStableFunc(p.Overlaps, func(a, b result.Overlap) int { return -cmp.Compare(a.Tickets, b.Tickets) })
	}
	return patterns
}
