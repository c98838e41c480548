package stat

import "slices"

// LowestP returns a bound below the P of Compare when only part of the past has
// been counted: a window of Baseline that is below 0 may turn out to hold any
// number. It saves counting the rest where that cannot make a finding.
//
//	P >= P(X >= Count),  X ~ NegBin(mean S/E e₀, size S)
//
// S is 1/2 + w m and the counts known, without the largest outbreakShare of the
// windows, which might be set aside as outbreaks; E is w and the exposure of all
// windows. More counts make S larger, windows set aside make E smaller, and a
// gamma-Poisson variable with larger S or smaller E is stochastically larger. The
// dispersion that Compare adds spreads it, which raises the tail above the mean.
//
// Special cases are:
//
//	LowestP = 1 if nothing can be expected
func (GammaPoisson) LowestP(s Sample) float64 {
	if !positive(s.Exposure) || len(s.BaselineExposure) != len(s.Baseline) {
		return 1
	}
	known := priorOf(s)
	var counts []float64
	volume, windows := known.exposure, 0
	for i, e := range s.BaselineExposure {
		if !positive(e) {
			continue
		}
		windows++
		volume += e
		if b := s.Baseline[i]; b >= 0 {
			counts = append(counts, float64(b))
		}
	}
	if volume == 0 {
		return 1
	}
	slices.Sort(counts)
	shape := known.shape
	for _, b := range counts[:max(0, len(counts)-int(outbreakShare*float64(windows)))] {
		shape += b
	}
	mean := shape / volume * s.Exposure
	return NegativeBinomialTail(s.Count, mean, shape)
}
