package text

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// Strongest is compared with sorting, with many equal weights.
func TestStrongest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		v := Vector{}
		for i := range 1 + random.IntN(40) {
			v.Terms, v.Weights = append(v.Terms, uint32(3*i)), append(v.Weights, float32(random.IntN(8)))
		}
		n := random.IntN(45)
		order := make([]int, len(v.Terms))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(a, b int) int { return cmp.Or(-cmp.Compare(v.Weights[a], v.Weights[b]), cmp.Compare(a, b)) })
		order = order[:min(n, len(order))]
		slices.Sort(order)
		got := Strongest(v, n)
		if len(got.Terms) != len(order) || len(got.Weights) != len(order) {
			t.Fatalf("%d strongest of %v: %v", n, v, got)
		}
		for i, o := range order {
			if got.Terms[i] != v.Terms[o] || got.Weights[i] != v.Weights[o] {
				t.Fatalf("%d strongest of %v: %v, want the places %v", n, v, got, order)
			}
		}
	}
}
