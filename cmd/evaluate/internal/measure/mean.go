package measure

import "math"

// z975 is the 97.5 % quantile of the normal distribution.
const z975 = 1.959963984540054

// Mean returns the mean of counts and the ends of its 95 % confidence interval:
//
//	mean +- t(n-1) s / sqrt(n)
//
// with s the standard deviation of the n counts and t(n-1) the 97.5 % quantile of
// Student's distribution. The lower end is at least 0.
//
// Special cases: if all counts are 0, the upper end is 3/n (Hanley and
// Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249,
// 1983); a single count that is not 0, and none at all, have an interval without
// upper end.
func Mean(counts []int) (mean, low, high float64) {
	n := float64(len(counts))
	sum := 0
	for _, c := range counts {
		sum += c
	}
	switch {
	case len(counts) == 0:
		return math.NaN(), 0, math.Inf(1)
	case sum == 0:
		return 0, 0, 3 / n
	case len(counts) == 1:
		return float64(sum), 0, math.Inf(1)
	}
	mean = float64(sum) / n
	squares := 0.0
	for _, c := range counts {
		squares += (float64(c) - mean) * (float64(c) - mean)
	}
	half := studentQuantile(n-1) * math.Sqrt(squares/(n-1)/n)
	return mean, max(0, mean-half), mean + half
}

// studentQuantile returns the 97.5 % quantile of Student's distribution with df
// degrees of freedom, from the normal quantile z:
//
//	t = z + (z^3 + z)/(4 df) + (5z^5 + 16z^3 + 3z)/(96 df^2)
//	      + (3z^7 + 19z^5 + 17z^3 - 15z)/(384 df^3)
//
// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5. It
// is right to 0.01 from 4 degrees of freedom on, and too small below.
func studentQuantile(df float64) float64 {
	const z = z975
	const z3, z5, z7 = z * z * z, z * z * z * z * z, z * z * z * z * z * z * z
	return z + (z3+z)/(4*df) + (5*z5+16*z3+3*z)/(96*df*df) + (3*z7+19*z5+17*z3-15*z)/(384*df*df*df)
}
