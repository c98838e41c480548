package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// MedianInterval returns the narrowest pair of equally ranked order statistics
// of sorted that holds the median of what they were drawn from with at least the
// given confidence in (0, 1):
//
//	low  = x_(l)
//	high = x_(n-l+1)
//	l    = max{ l : 2 P(B <= l-1) <= 1-confidence },  B ~ Binomial(n, 1/2)
//
// with x_(i) the i-th smallest of n. It assumes nothing about the shape of the
// distribution; ties make it wider than it need be. sorted must be ascending.
//
// Special cases are:
//
//	both NaN if there is no such l: below 6 values for a confidence of 0.95
//	both NaN if the confidence is out of range
//
// Source: H. A. David and H. N. Nagaraja, Order Statistics (3rd ed., 2003),
// section 7.1; W. J. Conover, Practical Nonparametric Statistics (3rd ed., 1999),
// section 3.2.
func MedianInterval(sorted []float64, confidence float64) (low, high float64) {
	n := len(sorted)
	if !(confidence > 0 && confidence < 1) {
		return math.NaN(), math.NaN()
	}
	l := 0
	for 2*(l+1) <= n && 2*atMostHeads(l, n) <= 1-confidence {
		l++
	}
	if l == 0 {
		return math.NaN(), math.NaN()
	}
	return sorted[l-1], sorted[n-l]
}

// atMostHeads returns P(B <= k) for B ~ Binomial(n, 1/2) and 0 <= k < n
//
//	P(B <= k) = I_{1/2}(n-k, k+1)
//
// with I the regularised incomplete beta function.
//
// Source: Abramowitz and Stegun (1964), 26.5.24.
func atMostHeads(k, n int) float64 {
	return mathext.RegIncBeta(float64(n-k), float64(k+1), 0.5)
}
