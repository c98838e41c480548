// Package stat tests whether a count stands out; it knows numbers only.
//
// It answers three questions about counts, one file each:
//
//   - Is this count concentrated here? [HypergeometricTail] compares a part with
//     the whole.
//   - Is it more than its own past? A [Test] compares a window with the windows
//     before it; [GammaPoisson] is the one in use.
//   - Is it rising or falling? [RateRatio] compares two counts.
//
// Correct the answers to many questions with [BenjaminiHochberg].
//
// The package is opinionated where a user of the report could be misled: a
// P-value is one-sided (only "more than expected" is news), it is the probability of
// the count seen or a higher one, and a test that lacks data answers 1 with a
// warning instead of guessing. Tails are computed with a small relative error,
// not only a small absolute one, because findings are ranked by P-values far
// below 1e-16. Nothing panics: parameters outside the stated range give NaN.
package stat

// Sample is a count to be tested, and its past.
type Sample struct {
	// Count is the number of tickets in the window tested; >= 0.
	Count int
	// Baseline holds the counts of earlier windows of the same width, oldest
	// first; each >= 0.
	Baseline []int
	// BaselineExposure holds, for each window of Baseline, the volume in which
	// these tickets could have come: e.g. all tickets of the department in that
	// window over their mean. Any unit will do, if Exposure has the same one.
	// nil means 1 for each. A window whose exposure is not above 0, or whose
	// count is below 0, is left out.
	BaselineExposure []float64
	// Exposure is the volume of the window tested. If BaselineExposure is nil,
	// 0 means 1.
	Exposure float64

	// PriorMean is what is known from elsewhere, e.g. from the parent of the
	// scope: tickets per unit of exposure; >= 0, otherwise not used.
	PriorMean float64
	// PriorWeight is how much exposure that knowledge is worth; 0 means none.
	PriorWeight float64
}

// Result is the answer of a Test.
type Result struct {
	// Expected is the number of tickets expected in the window tested; NaN if
	// nothing can be expected, and then P is 1.
	Expected float64
	// P is the probability of Count or more tickets if nothing has changed, in [0, 1].
	P float64
	// Size is the size of the negative binomial with mean Expected that P was read
	// from, for [NegativeBinomialQuantile]; +Inf means Poisson, 0 that nothing can be expected.
	Size float64
	// Warnings say in plain words what was missing or set aside, and what it
	// costs. They do not prevent the use of P.
	Warnings []string
}

// Test tells whether a count is more than its own past.
type Test interface {
	// Label names the test as users type it.
	Label() string
	// Compare tests one sample. It neither keeps nor changes the sample.
	Compare(Sample) Result
	// LowestP bounds the P of Compare from below when only some of the earlier
	// windows have been counted; of the others, Baseline is below 0.
	LowestP(Sample) float64
}

// Tests holds every test by its label.
var Tests = map[string]Test{
	GammaPoisson{}.Label(): GammaPoisson{},
}
