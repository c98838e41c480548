package text

import (
	"cmp"
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
	if len(v.Terms) <= n {
		return v
	}
	order := make([]int, len(v.Terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(-cmp.Compare(v.Weights[a], v.Weights[b]), cmp.Compare(a, b))
	})
	order = order[:n]
	slices.Sort(order)
	out := Vector{Terms: make([]uint32, n), Weights: make([]float32, n)}
	for i, o := range order {
		out.Terms[i], out.Weights[i] = v.Terms[o], v.Weights[o]
	}
	return out
}

// Scale returns v with all weights multiplied by a factor.
func Scale(v Vector, by float64) Vector {
	out := Vector{Terms: v.Terms, Weights: make([]float32, len(v.Weights))}
	for i, w := range v.Weights {
		out.Weights[i] = float32(float64(w) * by)
	}
	return out
}
