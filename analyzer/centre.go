package analyzer

import (
	"math"
	"slices"

	"ticketpatterns/analyzer/text"
)

// adder sums vectors term by term. It keeps its memory between calls; each
// goroutine needs its own.
type adder struct {
	sum   []float64 // by term; all zero between calls
	terms []uint32  // that are not zero
}

func newAdder(terms int) *adder { return &adder{sum: make([]float64, terms)} }

// centre returns the unit vector of the strongest terms of a group's sum, and
// the cosine of each member with the sum of the others: with s the sum and v
// the member, of length one,
//
//	(s - v) . v / |s - v|  =  (s.v - 1) / sqrt(|s|^2 - 2 s.v + 1)
func (a *adder) centre(all []doc, docs []int32, weight []int, group []int) (centre text.Vector, own []float64) {
	for _, g := range group {
		a.add(all[docs[g]].vector, float64(weight[g]))
	}
	square := 0.0
	for _, t := range a.terms {
		square += a.sum[t] * a.sum[t]
	}
	own = make([]float64, len(group))
	for i, g := range group {
		dot := a.dot(all[docs[g]].vector)
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

// strongest returns the n heaviest terms as a unit vector; ties go to the lower
// term.
func (a *adder) strongest(n int) text.Vector {
	top := make([]uint32, 0, n+1) // heaviest first
	for _, t := range a.terms {
		if len(top) == n && a.heavier(top[n-1], t) {
			continue
		}
		at := len(top)
		for at > 0 && a.heavier(t, top[at-1]) {
			at--
		}
		top = slices.Insert(top, at, t)
		top = top[:min(n, len(top))]
	}
	slices.Sort(top)
	v := text.Vector{Terms: top, Weights: make([]float32, len(top))}
	for i, t := range top {
		v.Weights[i] = float32(a.sum[t])
	}
	return text.Unit(v)
}

func (a *adder) heavier(x, y uint32) bool {
	return a.sum[x] > a.sum[y] || a.sum[x] == a.sum[y] && x < y
}
