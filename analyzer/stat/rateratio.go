package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// RateRatio compares two counts: a events in an exposure of ea with b events in
// an exposure of eb, e.g. tickets in four weeks with those in the four weeks
// before. It returns
//
//	ratio    = (a/ea) / (b/eb)
//	pGreater = P(X >= a)
//	pLess    = P(X <= a)
//
// with X ~ Binomial(a+b, ea/(ea+eb)): given their sum, the counts of two Poisson
// processes of the same rate are divided in proportion to the exposures. pGreater
// is small if the rate of a is higher, pLess if it is lower. The counts must not
// be negative and the exposures must be positive and finite. The relative error is
// below 1e-9 for counts up to 1e5.
//
// Special cases are:
//
//	ratio = +Inf if b = 0 and a > 0
//	ratio = NaN, pGreater = pLess = 1 if a = b = 0
//	all NaN if a count is negative or an exposure out of range
//
// Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing
// samples from Poisson series", Biometrika 31 (1940), 313-323; R's poisson.test.
func RateRatio(a int, ea float64, b int, eb float64) (ratio, pGreater, pLess float64) {
	valid := func(e float64) bool { return e > 0 && !math.IsInf(e, 1) }
	if a < 0 || b < 0 || !valid(ea) || !valid(eb) {
		return math.NaN(), math.NaN(), math.NaN()
	}
	x, y := float64(a), float64(b)
	share := ea / (ea + eb)
	pGreater, pLess = 1, 1
	if a > 0 {
		pGreater = mathext.RegIncBeta(x, y+1, share)
	}
	if b > 0 {
		pLess = mathext.RegIncBeta(y, x+1, eb/(ea+eb))
	}
	return (x / ea) / (y / eb), pGreater, pLess
}
