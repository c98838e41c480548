package stat

import (
	"cmp"
	"math"
	"slices"
)

const (
	// outbreakP is the chance below which an earlier window stands out: that of a
	// residual above 2.58, the threshold of Noufaily et al.
	outbreakP = 0.005
	// outbreakShare is the largest share of earlier windows that can be set
	// apart. What happens more often than that is usual.
	outbreakShare = 0.25
)

// limitOutbreaks returns the past with outbreaks cut down, how many windows that
// are and how many tickets were cut. The windows are ordered by their residual
// (b - μ)/√μ; then the j highest are outbreaks for the largest
// j <= outbreakShare n for which the lowest of them stands out from the n - j
// other windows
//
//	P(X >= b) < outbreakP,  X ~ NegBin as predicted from the other windows
//
// Asking for several outbreaks before one keeps two of them from hiding each
// other. A count is never raised, and is cut to the highest that would not have
// stood out, rather than left out, so that little is lost where the past is only
// uneven. With fewer than fewWindows windows nothing is cut.
//
// Source: C. P. Farrington et al., "A statistical algorithm for the early
// detection of outbreaks of infectious disease", Journal of the Royal
// Statistical Society A 159 (1996), 547-563, gives past outbreaks less
// weight; A. Noufaily et al., "An improved algorithm for outbreak detection in
// multiple surveillance systems", Statistics in Medicine 32 (2013), 1206-1222,
// sets the threshold. The order of the questions is that of B. Rosner, "Percentage
// points for a generalized ESD many-outlier procedure", Technometrics 25 (1983), 165-172.
func limitOutbreaks(past []window, known prior) (limited []window, outbreaks int, cut float64) {
	most := int(outbreakShare * float64(len(past)))
	count, volume := total(past)
	if most == 0 || count == 0 {
		return past, 0, 0
	}
	residual := func(w window) float64 {
		mean := w.exposure * count / volume
		return (w.count - mean) / math.Sqrt(mean)
	}
	limited = slices.Clone(past)
	slices.SortStableFunc(limited, func(a, b window) int { return cmp.Compare(residual(b), residual(a)) })
	for outbreaks = most; outbreaks > 0; outbreaks-- {
		if standsOut(limited[outbreaks-1], limited[outbreaks:], known) {
			break
		}
	}
	usual := limited[outbreaks:]
	for i, w := range limited[:outbreaks] {
		mean, size := predict(usual, known, w.exposure)
		highest := min(w.count, float64(NegativeBinomialQuantile(1-outbreakP, mean, size)))
		cut += w.count - highest
		limited[i].count = highest
	}
	return limited, outbreaks, cut
}

// standsOut tells whether a window holds more than the others let expect.
func standsOut(w window, others []window, known prior) bool {
	mean, size := predict(others, known, w.exposure)
	return w.count > mean && NegativeBinomialTail(int(w.count), mean, size) < outbreakP
}
