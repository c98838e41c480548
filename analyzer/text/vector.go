package text

import (
	"maps"
	"math"
	"slices"
)

// Dot returns the inner product of two sparse vectors; of two unit vectors, the
// cosine of the angle between them, in [0, 1] as no weight is negative.
func Dot(a, b Vector) float64 {
	sum, i, j := 0.0, 0, 0
	for i < len(a.Terms) && j < len(b.Terms) {
		switch {
		case a.Terms[i] < b.Terms[j]:
			i++
		case a.Terms[i] > b.Terms[j]:
			j++
		default:
			sum += float64(a.Weights[i]) * float64(b.Weights[j])
			i++
			j++
		}
	}
	return sum
}

// Add returns a + scale*b.
func Add(a, b Vector, scale float64) Vector {
	out := Vector{Terms: make([]uint32, 0, len(a.Terms)+len(b.Terms)), Weights: make([]float32, 0, len(a.Terms)+len(b.Terms))}
	put := func(t uint32, w float32) {
		out.Terms = append(out.Terms, t)
		out.Weights = append(out.Weights, w)
	}
	i, j := 0, 0
	for i < len(a.Terms) || j < len(b.Terms) {
		switch {
		case j == len(b.Terms) || i < len(a.Terms) && a.Terms[i] < b.Terms[j]:
			put(a.Terms[i], a.Weights[i])
			i++
		case i == len(a.Terms) || b.Terms[j] < a.Terms[i]:
			put(b.Terms[j], float32(scale*float64(b.Weights[j])))
			j++
		default:
			put(a.Terms[i], float32(float64(a.Weights[i])+scale*float64(b.Weights[j])))
			i++
			j++
		}
	}
	return out
}

// Adder sums many vectors at a cost linear in their terms, whatever the sum holds
// already. The zero value is an empty sum.
type Adder struct{ sum map[uint32]float64 }

// Add adds scale*v.
func (a *Adder) Add(v Vector, scale float64) {
	if a.sum == nil {
		a.sum = map[uint32]float64{}
	}
	for i, t := range v.Terms {
		a.sum[t] += scale * float64(v.Weights[i])
	}
}

// Sum returns the sum so far.
func (a *Adder) Sum() Vector {
	v := Vector{Terms: slices.Sorted(maps.Keys(a.sum))}
	for _, t := range v.Terms {
		v.Weights = append(v.Weights, float32(a.sum[t]))
	}
	return v
}

// Length returns the Euclidean length of v.
func Length(v Vector) float64 { return math.Sqrt(Dot(v, v)) }

// Unit returns v divided by its length; the zero vector stays zero.
func Unit(v Vector) Vector {
	length := Length(v)
	if length == 0 {
		return v
	}
	out := Vector{Terms: v.Terms, Weights: make([]float32, len(v.Weights))}
	for i, w := range v.Weights {
		out.Weights[i] = float32(float64(w) / length)
	}
	return out
}

// Strongest returns v reduced to its n heaviest terms; ties go to the lower id.
func Strongest(v Vector, n int) Vector {
	if len(v.Terms) <= n || n <= 0 {
		return Vector{Terms: v.Terms[:min(n, len(v.Terms))], Weights: v.Weights[:min(n, len(v.Weights))]}
	}
	least, equal := nthLargest(slices.Clone(v.Weights), n)
	out := Vector{Terms: make([]uint32, 0, n), Weights: make([]float32, 0, n)}
	for i, w := range v.Weights {
		if w < least || w == least && equal == 0 {
			continue
		}
		if w == least {
			equal--
		}
		out.Terms, out.Weights = append(out.Terms, v.Terms[i]), append(out.Weights, w)
	}
	return out
}

// nthLargest returns the n-th largest value, n >= 1, and how many of the n largest
// values equal it, by quickselect (Hoare, Communications of the ACM 4 (1961), 321). It
// reorders values.
func nthLargest(values []float32, n int) (nth float32, equal int) {
	rest := values
	for k := n; ; {
		pivot := rest[len(rest)/2]
		larger, same := 0, 0
		for i, x := range rest { // larger ones first, then those that equal the pivot
			switch {
			case x > pivot:
				rest[i], rest[larger+same], rest[larger] = rest[larger+same], rest[larger], x
				larger++
			case x == pivot:
				rest[i], rest[larger+same] = rest[larger+same], x
				same++
			}
		}
		switch {
		case k <= larger:
			rest = rest[:larger]
		case k <= larger+same:
			return pivot, k - larger
		default:
			k, rest = k-larger-same, rest[larger+same:]
		}
	}
}

// Scale returns v with all weights multiplied by a factor.
func Scale(v Vector, by float64) Vector {
	out := Vector{Terms: v.Terms, Weights: make([]float32, len(v.Weights))}
	for i, w := range v.Weights {
		out.Weights[i] = float32(float64(w) * by)
	}
	return out
}
