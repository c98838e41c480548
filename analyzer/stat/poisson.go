package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// PoissonTail returns the probability of k or more events where mean are expected
//
//	P(X >= k) = Σ_{i>=k} mean^i e^-mean / i!
//	          = γ(k, mean) / Γ(k)
//
// the regularised lower incomplete gamma function. mean must be finite and not
// negative.
//
// Special cases are:
//
//	= 1 if k <= 0
//	= 0 if k > 0 and mean = 0
//	= NaN if mean is NaN, negative or infinite
//
// Source: Abramowitz and Stegun (1964), 26.4.21.
func PoissonTail(k int, mean float64) float64 {
	switch {
	case math.IsNaN(mean) || mean < 0 || math.IsInf(mean, 1):
		return math.NaN()
	case k <= 0:
		return 1
	case mean == 0:
		return 0
	}
	return mathext.GammaIncReg(float64(k), mean)
}
