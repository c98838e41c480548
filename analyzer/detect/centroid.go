package detect

import (
	"math"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// centroid is what a group of texts says. A ticket matches if it is at least as
// close to the centroid as three quarters of the group's own members, each
// compared with the centroid of the others.
type centroid struct {
	terms     []weightedTerm // of unit length together
	threshold float64
	members   []int32   // texts
	own       []float64 // their closeness to the others
}

func (w *worker) centroid(texts []int32, weight []int, group []int) centroid {
	m := centroid{members: make([]int32, len(group))}
	m.terms, m.own = w.sum.centroid(w.export.Texts, texts, weight, group)
	var scores []float64
	for i, g := range group {
		m.members[i] = texts[g]
		for range weight[g] {
			scores = append(scores, m.own[i])
		}
	}
	slices.Sort(scores)
	m.threshold = max(minSimilarity, scores[len(scores)/4])
	return m
}

// vectorSum adds up vectors. It keeps its memory between calls; each
// goroutine needs its own.
type vectorSum struct {
	sum   []float64 // by term; all zero between calls
	terms []uint32  // that are not zero
	top   []weightedTerm
}

func newVectorSum(terms int) *vectorSum { return &vectorSum{sum: make([]float64, terms)} }

// centroid returns the unit vector of the strongest terms of a group's sum, and
// the cosine of each member with the sum of the others: with s the sum and v
// the member, of length one,
//
//	(s - v) . v / |s - v|  =  (s.v - 1) / sqrt(|s|^2 - 2 s.v + 1)
func (a *vectorSum) centroid(all []dataset.DistinctText, texts []int32, weight []int, group []int) (terms []weightedTerm, own []float64) {
	for _, g := range group {
		a.add(all[texts[g]].Vector, float64(weight[g]))
	}
	square := 0.0
	for _, t := range a.terms {
		square += a.sum[t] * a.sum[t]
	}
	own = make([]float64, len(group))
	for i, g := range group {
		dot := a.dot(all[texts[g]].Vector)
		if rest := square - 2*dot + 1; rest > 1e-6 {
			own[i] = (dot - 1) / math.Sqrt(rest)
		}
	}
	terms = a.strongest(centroidTerms)
	for _, t := range a.terms {
		a.sum[t] = 0
	}
	a.terms = a.terms[:0]
	return terms, own
}

func (a *vectorSum) add(v text.Vector, scale float64) {
	for i, t := range v.Terms {
		if a.sum[t] == 0 {
			a.terms = append(a.terms, t)
		}
		a.sum[t] += scale * float64(v.Weights[i])
	}
}

func (a *vectorSum) dot(v text.Vector) float64 {
	sum := 0.0
	for i, t := range v.Terms {
		sum += a.sum[t] * float64(v.Weights[i])
	}
	return sum
}

// strongest returns the n heaviest terms as a unit vector, in no order that means
// anything; ties go to the lower term.
func (a *vectorSum) strongest(n int) []weightedTerm {
	a.top = a.top[:0]
	for _, t := range a.terms {
		a.top = append(a.top, weightedTerm{t, a.sum[t]})
	}
	top := slices.Clone(heaviest(a.top, n))
	square := 0.0
	for _, x := range top {
		square += x.weight * x.weight
	}
	length := math.Sqrt(square)
	for i := range top {
		top[i].weight /= length
	}
	return top
}

// heaviest moves the n heaviest terms to the front and returns them (quickselect;
// Hoare, Communications of the ACM 4 (1961), 321).
func heaviest(terms []weightedTerm, n int) []weightedTerm {
	from, to := 0, len(terms)
	for n > from && n < to {
		pivot, at := terms[(from+to)/2], from
		terms[(from+to)/2] = terms[to-1]
		for i := from; i < to-1; i++ {
			if x := terms[i]; x.before(pivot) {
				terms[i], terms[at] = terms[at], x
				at++
			}
		}
		terms[to-1], terms[at] = terms[at], pivot
		if at < n {
			from = at + 1
		} else {
			to = at
		}
	}
	return terms[:min(n, len(terms))]
}

// weightedTerm is a term with its weight in a sum.
type weightedTerm struct {
	term   uint32
	weight float64
}

func (x weightedTerm) before(y weightedTerm) bool {
	return x.weight > y.weight || x.weight == y.weight && x.term < y.term
}
