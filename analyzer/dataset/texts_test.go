package dataset

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/text"
)

// Texts of the same terms are one; those that hold words of their own are others, each
// like the first.
func TestDistinctTexts(t *testing.T) {
	vector := func(term uint32) text.Vector { return text.Vector{Terms: []uint32{term}, Weights: []float32{1}} }
	w := distinctTexts{latest: map[uint64]int32{}}
	var numbers, like []int32
	for _, k := range []struct {
		term   uint32
		shared float32
	}{{1, 0.8}, {1, 1}, {2, 1}, {1, 0.8}, {1, 1}, {2, 1}, {2, 0.5}} {
		numbers = append(numbers, w.number(vector(k.term), k.shared))
	}
	for _, x := range w.texts {
		like = append(like, x.Like)
	}
	if want := []int32{0, 1, 2, 3, 1, 2, 4}; !slices.Equal(numbers, want) {
		t.Errorf("numbers %v, want %v", numbers, want)
	}
	if want := []int32{0, 0, 2, 0, 2}; !slices.Equal(like, want) {
		t.Errorf("like %v, want %v", like, want)
	}
}
