package stat

import (
	"math"
	"slices"
)

// Round rounds x to a multiple of 1/steps, halves away from zero, so that equal
// numbers print alike everywhere. It never returns negative zero. NaN, infinities
// and numbers too large to have a fraction are returned unchanged.
func Round(x, steps float64) float64 {
	if scaled := x * steps; math.Abs(scaled) < 1<<53 {
		return math.Round(scaled)/steps + 0
	}
	return x
}

// Median returns the median of x, the mean of the two middle values if their number
// is even; NaN if x is empty. It does not modify x.
func Median(x []float64) float64 {
	n := len(x)
	if n == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(x))
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}
