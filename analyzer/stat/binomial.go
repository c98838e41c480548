package stat

import "math"

// logBinomial returns the logarithm of the binomial probability of x successes in
// n trials, extended to real numbers of trials
//
//	ln( Γ(n+1) / (Γ(x+1) Γ(n-x+1)) p^x q^(n-x) ),  0 <= x <= n
//
// p is the probability of a success and q = 1 - p; both are asked for so that neither
// loses digits when it is small. Logarithms of factorials of large numbers
// would cancel and cost half of the digits, so the saddle-point form is used:
//
//	δ(n) - δ(x) - δ(n-x) - D(x, np) - D(n-x, nq) - ln(2π x (n-x)/n) / 2
//
// with δ the error of Stirling's formula and D the deviance.
//
// Source: C. Loader, "Fast and accurate computation of binomial probabilities"
// (2000); R's dbinom uses the same form.
func logBinomial(x, n, p, q float64) float64 {
	switch {
	case x == 0:
		return n * logOfShare(q, p)
	case x == n:
		return n * logOfShare(p, q)
	}
	return stirlingError(n) - stirlingError(x) - stirlingError(n-x) -
		deviance(x, n*p) - deviance(n-x, n*q) -
		math.Log(2*math.Pi*x*((n-x)/n))/2
}

// logOfShare returns ln(p) where q = 1 - p.
func logOfShare(p, q float64) float64 {
	if q < 0.5 {
		return math.Log1p(-q)
	}
	return math.Log(p)
}

// stirlingError returns δ(n), the error of Stirling's formula, for n > 0
//
//	δ(n) = ln Γ(n+1) - (n + 1/2) ln n + n - ln(2π)/2
//	     = 1/(12n) - 1/(360n³) + 1/(1260n⁵) - 1/(1680n⁷) + 1/(1188n⁹) - ...
//
// The first five terms of the series leave less than 1e-15 for n > 16.
//
// Source: Abramowitz and Stegun (1964), 6.1.41.
func stirlingError(n float64) float64 {
	if n <= 16 {
		lg, _ := math.Lgamma(n + 1)
		return lg - (n+0.5)*math.Log(n) + n - 0.5*math.Log(2*math.Pi)
	}
	nn := n * n
	return (1.0/12 - (1.0/360-(1.0/1260-(1.0/1680-1.0/1188/nn)/nn)/nn)/nn) / n
}

// deviance returns the deviance of x from its mean m
//
//	D(x, m) = x ln(x/m) + m - x
//
// x and m must be positive. Near x = m the terms cancel, and a series in
// v = (x-m)/(x+m) is summed instead:
//
//	D(x, m) = (x-m) v + 2 x (v³/3 + v⁵/5 + ...)
//
// Source: Loader (2000), as in logBinomial.
func deviance(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum, term := (x-m)*v, 2*x*v
	for i := 3.0; ; i += 2 {
		term *= v * v
		next := sum + term/i
		if next == sum {
			return sum
		}
		sum = next
	}
}

// ratioSum returns 1 + r(0) + r(0)r(1) + r(0)r(1)r(2) + ..., until terms no
// longer count. The ratios must be at most 1 and must fall, reaching 0 or going
// below 1 for good.
func ratioSum(ratio func(i float64) float64) float64 {
	const negligible = 1e-20
	sum, term := 1.0, 1.0
	for i := 0.0; term > negligible*sum; i++ {
		term *= ratio(i)
		sum += term
	}
	return sum
}
