package text

import "math"

// kept holds the terms of a vocabulary that are worth storing, renumbered: in a
// large export most pairs occur in one text only.
type kept struct {
	words   map[string]uint32 // by stem
	kind    []uint8
	halves  [][2]uint32
	surface []string
	idf     []float64 // 0: the word has no weight, but a pair of it does
	number  []uint32  // by old number: the new one + 1; 0 = left out
	pairs   uint32    // the lowest number of a pair
	lone    []bool    // by old number: a word of one document
	loneIDF float64
}

// keep numbers the terms with a weight among the given number of documents, and the
// words of the pairs among them: words before pairs, otherwise in their order.
func (v *vocabulary) keep(documents int) *kept {
	idf := v.idf(documents)
	k := &kept{words: map[string]uint32{}, number: make([]uint32, len(idf)), lone: make([]bool, len(idf)), loneIDF: math.Log(float64(1+documents)/2) + 1}
	needed := make([]bool, len(idf))
	for t, w := range idf {
		if w > 0 && v.kind[t] == pair {
			needed[v.halves[t][0]], needed[v.halves[t][1]] = true, true
		}
	}
	for t, w := range idf {
		k.lone[t] = v.kind[t] == word && v.df[t] == 1
		if v.kind[t] != pair && (w > 0 || needed[t]) {
			k.add(t, v.kind[t], w, [2]uint32{}, v.surfaceOf(uint32(t)))
		}
	}
	k.pairs = uint32(len(k.kind))
	for t, w := range idf {
		if v.kind[t] == pair && w > 0 {
			k.add(t, pair, w, [2]uint32{k.number[v.halves[t][0]] - 1, k.number[v.halves[t][1]] - 1}, "")
		}
	}
	for stem, t := range v.words {
		if n := k.number[t]; n > 0 {
			k.words[stem] = n - 1
		}
	}
	return k
}

func (k *kept) add(old int, kind uint8, idf float64, halves [2]uint32, surface string) {
	k.kind, k.idf, k.halves, k.surface = append(k.kind, kind), append(k.idf, idf), append(k.halves, halves), append(k.surface, surface)
	k.number[old] = uint32(len(k.kind))
}

// find returns the new number of a term with a weight.
func (k *kept) find(old uint32) (uint32, bool) {
	n := k.number[old]
	if n == 0 || k.idf[n-1] == 0 {
		return 0, false
	}
	return n - 1, true
}

// weigh turns the terms of a document, old numbers ascending, and their frequencies
// into its vector, and says how much of it others say too.
func (k *kept) weigh(counts Vector) (Vector, float32) {
	size := 0
	for _, old := range counts.Terms {
		if _, ok := k.find(old); ok {
			size++
		}
	}
	x := Vector{Terms: make([]uint32, 0, size), Weights: make([]float32, 0, size)}
	square := 0.0
	for _, pairs := range []bool{false, true} {
		for i, old := range counts.Terms {
			t, ok := k.find(old)
			if !ok || (t >= k.pairs) != pairs {
				continue
			}
			w := (1 + math.Log(float64(counts.Weights[i]))) * k.idf[t]
			square += w * w
			x.Terms, x.Weights = append(x.Terms, t), append(x.Weights, float32(w))
		}
	}
	length := float32(math.Sqrt(square))
	for i := range x.Weights {
		x.Weights[i] /= length
	}
	return x, float32(math.Sqrt(square / max(square+k.alone(counts), math.SmallestNonzeroFloat64)))
}

// alone is the squared weight of the words that only this document holds.
func (k *kept) alone(counts Vector) float64 {
	square := 0.0
	for i, old := range counts.Terms {
		if k.lone[old] {
			w := loneWeight * (1 + math.Log(float64(counts.Weights[i]))) * k.loneIDF
			square += w * w
		}
	}
	return square
}

// renumber returns the words with a weight, in order.
func (k *kept) renumber(words []uint32) []uint32 {
	out := words[:0]
	for _, old := range words {
		if t, ok := k.find(old); ok {
			out = append(out, t)
		}
	}
	return out
}
