package detect

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestHeaviestAreThoseOfASort compares the selection with a whole sort, with many
// equal weights.
func TestHeaviestAreThoseOfASort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOf(rapid.IntRange(1, 5)).Draw(t, "weights")
		n := rapid.IntRange(0, 30).Draw(t, "n")
		terms := make([]weightedTerm, len(weights))
		for i, w := range weights {
			terms[i] = weightedTerm{uint32(i * 7 % 1009), float64(w)}
		}
		byWeight := func(a, b weightedTerm) int {
			return cmp.Or(-cmp.Compare(a.weight, b.weight), cmp.Compare(a.term, b.term))
		}
		want := slices.Clone(terms)
		slices.SortFunc(want, byWeight)
		want = want[:min(n, len(want))]
		got := slices.Clone(heaviest(terms, n))
		slices.SortFunc(got, byWeight)
		if !slices.Equal(got, want) {
			t.Errorf("the %d heaviest of %v are %v, want %v", n, terms, got, want)
		}
	})
}
