package stat

import "math"

// HypergeometricTail returns the probability that a part drawn blindly from the whole
// holds k or more of the marked ones
//
//	P(X >= k) = Σ_{i>=k} C(K,i) C(N-K,n-i) / C(N,n)
//
// where N is the size of the whole, K how many of it are marked, n the size of
// the part. It answers whether tickets that say the same (K of N) are concentrated
// in one scope and window (n). It must hold that 0 <= K <= N and 0 <= n <= N.
//
// The relative error is below 1e-11 for N up to 1e7, down to tails of 1e-300.
// The first term is taken in the form of Loader, the others follow by their
// ratio; the shorter side of the distribution is summed.
//
// Special cases are:
//
//	= 1 if k <= max(0, n+K-N), the least that must be in the part
//	= 0 if k > min(K, n), the most that can be in the part
//	= NaN if K or n is outside [0, N]
//
// Source: Fisher's exact test, one-sided: R. A. Fisher, "The logic of inductive
// inference", Journal of the Royal Statistical Society 98 (1935), 39-54.
func HypergeometricTail(k, K, n, N int) float64 {
	switch {
	case K < 0 || n < 0 || K > N || n > N:
		return math.NaN()
	case k <= max(0, n+K-N):
		return 1
	case k > min(K, n):
		return 0
	}
	whole, marked, part := float64(N), float64(K), float64(n)
	rest := whole - marked - part // below 0 if marked and part must overlap
	mode := math.Floor((marked + 1) * (part + 1) / (whole + 2))
	if x := float64(k); x > mode {
		return min(1, hypergeometricMass(x, marked, part, whole)*ratioSum(func(i float64) float64 {
			j := x + i
			return (marked - j) * (part - j) / ((j + 1) * (rest + j + 1))
		}))
	}
	x := float64(k - 1)
	return max(0, 1-hypergeometricMass(x, marked, part, whole)*ratioSum(func(i float64) float64 {
		j := x - i
		return j * (rest + j) / ((marked - j + 1) * (part - j + 1))
	}))
}

// hypergeometricMass returns P(X = x), written as three binomials with the same
// chance p = part/whole, which cancels.
func hypergeometricMass(x, marked, part, whole float64) float64 {
	p, q := part/whole, (whole-part)/whole
	return math.Exp(logBinomial(x, marked, p, q) +
		logBinomial(part-x, whole-marked, p, q) -
		logBinomial(part, whole, p, q))
}
