package stat

import (
	"math"
	"slices"
)

// Round rounds x to a multiple of 1/steps, halves away from zero, so that the
// same numbers print alike everywhere. It returns no negative zero. NaN, the
// infinities and what is too large to have a fraction stay what they are.
func Round(x, steps float64) float64 {
	if scaled := x * steps; math.Abs(scaled) < 1<<53 {
		return math.Round(scaled)/steps + 0
	}
	return x
}

// Median returns the middle of x, the mean of the two in the middle if their
// number is even, and NaN of none. It leaves the order of x alone.
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
