package detect

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"ticketpatterns/analyzer/text"
)

// The tree of nearest-neighbour chains is that of merging the best pair first,
// which this test does the slow way.
func TestAverageLinkEqualsGreedyMerging(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 50 {
		vectors, weight := randomVectors(random, 2+random.IntN(12))
		got := map[string]float64{}
		for _, n := range averageLink((&pairing{postings: make([][]text.Posting, 6)}).similarities(vectors), weight, 0.03) {
			got[key(n.members)] = n.similarity
		}
		want := greedy(vectors, weight, 0.03)
		if len(got) != len(want) {
			t.Fatalf("%d nodes, want %d", len(got), len(want))
		}
		for members, s := range want {
			if math.Abs(got[members]-s) > 1e-9 {
				t.Fatalf("node %v: similarity %g, want %g", []byte(members), got[members], s)
			}
		}
	}
}

func randomVectors(random *rand.Rand, n int) ([]text.Vector, []int) {
	vectors, weight := make([]text.Vector, n), make([]int, n)
	for i := range vectors {
		var v text.Vector
		for term := range uint32(6) {
			if random.IntN(2) == 0 {
				v.Terms = append(v.Terms, term)
				v.Weights = append(v.Weights, random.Float32()+0.1)
			}
		}
		vectors[i], weight[i] = text.Unit(v), 1+random.IntN(3)
	}
	return vectors, weight
}

func key(members []int) string {
	b := make([]byte, len(members))
	for i, m := range members {
		b[i] = byte(m)
	}
	return string(b)
}

func greedy(vectors []text.Vector, weight []int, floor float64) map[string]float64 {
	var clusters [][]int
	for i := range vectors {
		clusters = append(clusters, []int{i})
	}
	mean := func(a, b []int) float64 {
		sum, pairs := 0.0, 0.0
		for _, i := range a {
			for _, j := range b {
				w := float64(weight[i] * weight[j])
				sum += w * text.Dot(vectors[i], vectors[j])
				pairs += w
			}
		}
		return sum / pairs
	}
	nodes := map[string]float64{}
	for len(clusters) > 1 {
		bi, bj, best := 0, 0, -1.0
		for i := range clusters {
			for j := range i {
				if s := mean(clusters[i], clusters[j]); s > best {
					bi, bj, best = i, j, s
				}
			}
		}
		if best < floor {
			break
		}
		joined := slices.Sorted(slices.Values(append(slices.Clone(clusters[bi]), clusters[bj]...)))
		nodes[key(joined)] = best
		clusters[bj] = joined
		clusters = slices.Delete(clusters, bi, bi+1)
	}
	return nodes
}
