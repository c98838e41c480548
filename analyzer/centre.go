package analyzer

import (
	"math"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/text"
)

// adder sums vectors term by term. It keeps its memory between calls; each
// goroutine needs its own.
type adder struct {
	sum   []float64 // by term; all zero between calls
	terms []uint32  // that are not zero
}

func newAdder(terms int) *adder { return &adder{sum: make([]float64, terms)} }

// centre returns the unit vector of the strongest terms of a group's sum, heaviest first, and
// the cosine of each member with the sum of the others: with s the sum and v
// the member, of length one,
//
//	(s - v) . v / |s - v|  =  (s.v - 1) / sqrt(|s|^2 - 2 s.v + 1)
func (a *adder) centre(all []dataset.DistinctText, docs []int32, weight []int, group []int) (centre []weighed, own []float64) {
	for _, g := range group {
		a.add(all[docs[g]].Vector, float64(weight[g]))
	}
	square := 0.0
	for _, t := range a.terms {
		square += a.sum[t] * a.sum[t]
	}
	own = make([]float64, len(group))
	for i, g := range group {
		dot := a.dot(all[docs[g]].Vector)
		if rest := square - 2*dot + 1; rest > 1e-6 {
			own[i] = (dot - 1) / math.Sqrt(rest)
		}
	}
	centre = a.strongest(centreTerms)
	for _, t := range a.terms {
		a.sum[t] = 0
	}
	a.terms = a.terms[:0]
	return centre, own
}

func (a *adder) add(v text.Vector, scale float64) {
	for i, t := range v.Terms {
		if a.sum[t] == 0 {
			a.terms = append(a.terms, t)
		}
		a.sum[t] += scale * float64(v.Weights[i])
	}
}

func (a *adder) dot(v text.Vector) float64 {
	sum := 0.0
	for i, t := range v.Terms {
		sum += a.sum[t] * float64(v.Weights[i])
	}
	return sum
}

// strongest returns the n heaviest terms as a unit vector, heaviest first; ties
// go to the lower term.
func (a *adder) strongest(n int) []weighed {
	top := make([]weighed, 0, min(n, len(a.terms)))
	for _, t := range a.terms {
		x := weighed{t, a.sum[t]}
		if len(top) == n {
			if !x.before(top[n-1]) {
				continue
			}
			top = top[:n-1]
		}
		at := len(top)
		top = append(top, x)
		for ; at > 0 && x.before(top[at-1]); at-- {
			top[at] = top[at-1]
		}
		top[at] = x
	}
	square := 0.0
	for _, x := range top {
		square += x.weight * x.weight
	}
	for i := range top {
		top[i].weight /= math.Sqrt(square)
	}
	return top
}

// weighed is a term with its weight in a sum.
type weighed struct {
	term   uint32
	weight float64
}

func (x weighed) before(y weighed) bool {
	return x.weight > y.weight || x.weight == y.weight && x.term < y.term
}
