package text

import (
	"slices"
	"testing"
)

// What a term of many vectors says is compared with the vectors beside; at the ends as
// many as in the middle.
func TestSimilarBeside(t *testing.T) {
	const n, longest = 100, 40
	vectors := make([]Vector, n)
	for i := range vectors {
		vectors[i] = Vector{Terms: []uint32{0}, Weights: []float32{1}}
		if i%10 == 0 {
			vectors[i] = Unit(Vector{Terms: []uint32{0, 1}, Weights: []float32{1, 1}})
		}
	}
	s := NewScorer(NewIndex(vectors), n)
	for doc, want := range map[int32][]int32{0: {0, 1, 2, 3}, 55: {53, 54, 55, 56}, 99: {96, 97, 98, 99}} {
		var got []int32
		s.SimilarBeside(doc, vectors[1], longest, func(d int32, _ float64) { got = append(got, d) })
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("beside %d: %v, want %v", doc, got, want)
		}
	}
	rare := 0 // a term of few vectors counts wherever they are
	s.SimilarBeside(0, Vector{Terms: []uint32{1}, Weights: []float32{1}}, longest, func(int32, float64) { rare++ })
	if rare != n/10 {
		t.Errorf("%d of %d", rare, n/10)
	}
}
