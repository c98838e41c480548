package text

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkSimilar compares texts of 20 of 3000 terms, some of which are in many
// texts, with 20,000 others.
func BenchmarkSimilar(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	vectors := make([]Vector, 20000)
	for i := range vectors {
		weights := map[uint32]float32{}
		for len(weights) < 20 {
			weights[uint32(3000*random.Float64()*random.Float64())] = random.Float32() + 0.1
		}
		for t := range uint32(3000) {
			if w, ok := weights[t]; ok {
				vectors[i].Terms, vectors[i].Weights = append(vectors[i].Terms, t), append(vectors[i].Weights, w)
			}
		}
	}
	s, sum := NewScorer(NewIndex(vectors), len(vectors)), 0.0
	for i := 0; b.Loop(); i++ {
		s.Similar(vectors[i%len(vectors)], 3000, func(_ int32, score float64) { sum += score })
	}
}
