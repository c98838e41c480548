package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// NegativeBinomialTail returns the probability of k or more events where mean are
// expected and their variance is mean + mean²/size
//
//	P(X >= k) = Σ_{i>=k} Γ(size+i) / (Γ(size) i!) p^size q^i
//	          = I_q(k, size)
//
// where p = size/(size+mean), q = mean/(size+mean) and I is the regularised
// incomplete beta function. A size of +Inf is the Poisson distribution. mean
// must be finite and not negative, size positive. The relative error is below
// 1e-10 for counts up to 1e5 and below 1e-7 up to 1e7.
//
// Special cases are:
//
//	= 1 if k <= 0
//	= 0 if k > 0 and mean = 0
//	= NaN if mean is NaN, negative or infinite
//	= NaN if size is NaN or not above 0
//
// Source: Abramowitz and Stegun (1964), 26.5.26, with size and mean as in R's
// pnbinom.
func NegativeBinomialTail(k int, mean, size float64) float64 {
	switch {
	case math.IsNaN(mean) || mean < 0 || math.IsInf(mean, 1) || math.IsNaN(size) || size <= 0:
		return math.NaN()
	case k <= 0:
		return 1
	case mean == 0:
		return 0
	case math.IsInf(size, 1):
		return PoissonTail(k, mean)
	case size > betaMaxSize:
		return largeSizeTail(float64(k), mean, size)
	}
	return mathext.RegIncBeta(float64(k), size, mean/(size+mean))
}

// betaMaxSize is the size up to which the incomplete beta function is used. It
// loses digits as the size grows (3e-10 at 1e5, 2e-7 at 1e8), while the sum of the
// terms, long for small sizes, grows short.
const betaMaxSize = 1e4

// largeSizeTail sums the terms of the shorter side of the distribution.
func largeSizeTail(k, mean, size float64) float64 {
	p, q := size/(size+mean), mean/(size+mean)
	// P(X = x) = size/(size+x) times the binomial of x in size+x trials.
	mass := func(x float64) float64 {
		return math.Exp(math.Log(size/(size+x)) + logBinomial(x, size+x, q, p))
	}
	if k > mean {
		return min(1, mass(k)*ratioSum(func(i float64) float64 {
			return (size + k + i) / (k + i + 1) * q
		}))
	}
	k--
	return max(0, 1-mass(k)*ratioSum(func(i float64) float64 {
		return (k - i) / (size + k - i - 1) / q
	}))
}

// NegativeBinomialQuantile returns the least count k with P(X <= k) >= p, where
// X is as in [NegativeBinomialTail]. It gives the edges of the band in which
// a count is expected. p must be in [0, 1).
//
// Special cases are:
//
//	= 0 if p <= 0 or mean = 0
//	= -1 if p >= 1 or p is NaN
//	= -1 where NegativeBinomialTail is NaN
func NegativeBinomialQuantile(p, mean, size float64) int {
	if math.IsNaN(p) || p >= 1 || math.IsNaN(NegativeBinomialTail(1, mean, size)) {
		return -1
	}
	// A count whose share is p but for rounding belongs to it, as in R's qnbinom.
	const fuzz = 1 + 64*0x1p-52
	enough := func(k int) bool { return NegativeBinomialTail(k+1, mean, size) <= (1-p)*fuzz }
	if enough(0) {
		return 0
	}
	low, high := 0, 1 // low is never enough
	for !enough(high) {
		low, high = high, 2*high
	}
	for high-low > 1 {
		if middle := low + (high-low)/2; enough(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}
