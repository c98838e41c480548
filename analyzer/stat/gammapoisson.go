package stat

import (
	"fmt"
	"math"
)

// GammaPoisson tests whether a count is more than its own past. What is known of
// the rate after the past is a gamma distribution; the count to come is then
// negative binomial:
//
//	rate     ~ Gamma(S, E),  S = Σ b + 1/2 + w m,  E = Σ e + w
//	Expected = S/E e₀
//	P        = P(X >= Count),  X ~ NegBin(mean Expected, size)
//
// b are the counts and e the exposures of the earlier windows, e₀ the exposure
// of the window tested, m and w the mean and the weight of the prior; 1/2 is
// Jeffreys' prior. Few windows or few tickets make S small and the tail long:
// what is not known well is not called surprising.
//
// Tickets come in clumps, so the variance of the counts is φ times that of a
// Poisson process. The size follows from the variance wanted:
//
//	variance = φ Expected (1 + Expected/S)
//	size     = Expected / (φ (1 + Expected/S) - 1)
//
// With φ = 1 the size is S. φ is Pearson's statistic over its degrees of freedom,
// with [dispersionWeight] windows of a Poisson process added, and never below 1.
//
// An outbreak in the past is cut down to what would not have stood out then (see
// limitOutbreaks), so that it does not hide the next one.
//
// Special cases are:
//
//	Expected = NaN, P = 1, Size = 0 and a warning without a usable earlier window or prior
//	the same if the exposure tested is not above 0 or the numbers do not fit together
//
// Source: M. Höhle, "surveillance: an R package for the monitoring of infectious
// diseases", Computational Statistics 22 (2007), 571-582, section 3 (algo.bayes,
// with exposures 1, φ = 1 and no prior); φ: P. McCullagh and J. A. Nelder,
// Generalized Linear Models, 2nd ed. (1989), formula 4.23.
type GammaPoisson struct{}

var _ Test = GammaPoisson{}

// dispersionWeight is how many windows of a Poisson process are added to the
// past when its dispersion is estimated. From a dozen windows alone the
// estimate is off by 40 % as often as not.
const dispersionWeight = 5

// Label returns "gamma-poisson".
func (GammaPoisson) Label() string { return "gamma-poisson" }

// Compare implements [Test].
func (GammaPoisson) Compare(s Sample) Result {
	exposure, past, problem := usable(s)
	if problem != "" {
		return Result{Expected: math.NaN(), P: 1, Warnings: []string{problem}}
	}
	var warnings []string
	known := prior{shape: 0.5 + s.PriorWeight*s.PriorMean, exposure: s.PriorWeight}
	past, limited, removed := limitOutbreaks(past, known)
	if limited > 0 {
		warnings = append(warnings, fmt.Sprintf(
			"%d of %d earlier windows stand out themselves: %.0f of their tickets are not taken as usual", limited, len(past), removed))
	}
	mean, size := predict(past, known, exposure)
	return Result{Expected: mean, P: NegativeBinomialTail(s.Count, mean, size), Size: size, Warnings: warnings}
}

// window is one earlier window.
type window struct{ count, exposure float64 }

// prior is the gamma distribution of the rate before any window is seen.
type prior struct{ shape, exposure float64 }

// usable returns the exposure of the window tested and the earlier windows that
// have one, or a problem in plain words.
func usable(s Sample) (exposure float64, past []window, problem string) {
	exposure = s.Exposure
	if s.BaselineExposure == nil && exposure == 0 {
		exposure = 1
	}
	if !positive(exposure) {
		return 0, nil, "the window tested has no volume: nothing can be expected in it"
	}
	if s.BaselineExposure != nil && len(s.BaselineExposure) != len(s.Baseline) {
		return 0, nil, fmt.Sprintf("%d earlier windows have %d volumes: nothing can be expected", len(s.Baseline), len(s.BaselineExposure))
	}
	past = make([]window, 0, len(s.Baseline))
	for i, b := range s.Baseline {
		e := 1.0
		if s.BaselineExposure != nil {
			e = s.BaselineExposure[i]
		}
		if positive(e) && b >= 0 {
			past = append(past, window{float64(b), e})
		}
	}
	if len(past) == 0 && !positive(s.PriorWeight) {
		return 0, nil, "there is no earlier window to compare with: nothing can be expected"
	}
	return exposure, past, ""
}

func positive(x float64) bool { return x > 0 && !math.IsInf(x, 1) }

// predict returns mean and size of the count to come in the exposure.
func predict(past []window, known prior, exposure float64) (mean, size float64) {
	count, volume := total(past)
	shape := count + known.shape
	mean = shape / (volume + known.exposure) * exposure
	excess := dispersion(past)*(1+mean/shape) - 1
	return mean, mean / excess
}

func total(past []window) (count, volume float64) {
	for _, w := range past {
		count += w.count
		volume += w.exposure
	}
	return count, volume
}

// dispersion returns how many times the variance of a Poisson process the counts
// vary
//
//	φ = max(1, (Σ (b - μ)²/μ + w) / (n - 1 + w)),  μ = e Σ b / Σ e
//
// where n is the number of windows and w is dispersionWeight.
func dispersion(past []window) float64 {
	count, volume := total(past)
	if count == 0 || len(past) < 2 {
		return 1
	}
	pearson := 0.0
	for _, w := range past {
		mean := w.exposure * count / volume
		pearson += (w.count - mean) * (w.count - mean) / mean
	}
	return max(1, (pearson+dispersionWeight)/(float64(len(past)-1)+dispersionWeight))
}
