package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// RateRatioInterval returns the ends of the interval that holds the ratio of two
// Poisson rates, as in [RateRatio], with the given confidence in (0, 1):
//
//	low  = L/(1-L) * eb/ea    with I_L(a, b+1) = (1-confidence)/2
//	high = U/(1-U) * eb/ea    with I_U(a+1, b) = 1 - (1-confidence)/2
//
// with I the regularised incomplete beta function: the Clopper-Pearson interval
// of the share of a in a+b, turned into a ratio.
//
// Special cases are:
//
//	low = 0 if a = 0
//	high = +Inf if b = 0
//	all NaN if a count is negative, or an exposure or the confidence out of range
//
// Source: as RateRatio; C. J. Clopper and E. S. Pearson, Biometrika 26 (1934),
// 404-413; R's poisson.test.
func RateRatioInterval(a int, ea float64, b int, eb, confidence float64) (low, high float64) {
	valid := func(e float64) bool { return e > 0 && !math.IsInf(e, 1) }
	if a < 0 || b < 0 || !valid(ea) || !valid(eb) || !(confidence > 0 && confidence < 1) {
		return math.NaN(), math.NaN()
	}
	x, y, tail := float64(a), float64(b), (1-confidence)/2
	ratio := func(share float64) float64 { return share / (1 - share) * eb / ea }
	low, high = 0, math.Inf(1)
	if a > 0 {
		low = ratio(mathext.InvRegIncBeta(x, y+1, tail))
	}
	if b > 0 {
		high = ratio(mathext.InvRegIncBeta(x+1, y, 1-tail))
	}
	return low, high
}
