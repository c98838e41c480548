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
// Counts vary more than those of a Poisson process, φ times as much (see
// dispersion). The size follows from the variance wanted:
//
//	variance = φ Expected (1 + Expected/S)
//	size     = Expected / (φ (1 + Expected/S) - 1)
//
// With φ = 1 the size is S.
//
// Windows that were outbreaks themselves are set aside (see setOutbreaksAside),
// so that they do not hide the next one.
//
// With 8 or 12 earlier windows and 0.1 to 40 tickets expected, P <= 0.01 comes up
// in at most 1 % of the windows in which nothing has changed, as long as the
// rate varies by up to 30 % between windows; with 50 % it comes up in up to 4 %.
// Far out the promise is weaker: P <= 0.0001 comes up in up to 0.05 % at 30 %. Where the
// rate is steady and more than 10 tickets are expected, P is too large
// (TestGammaPoissonKeepsItsPromise has the simulation).
//
// Special cases are:
//
//	Expected = NaN, P = 1, Size = 0 and a warning without a usable earlier window or prior
//	the same if Exposure is not above 0 or there are not as many exposures as counts
//
// Source: algo.bayes of M. Höhle, "surveillance: an R package for the monitoring
// of infectious diseases", Computational Statistics 22 (2007), 571-582, to which it
// is equal with exposures of 1, φ = 1, no prior and no outbreak in the past.
type GammaPoisson struct{}

var _ Test = GammaPoisson{}

const (
	// priorVariation is by how much the rate is taken to vary from window to
	// window before the past has been seen, as a standard deviation over the
	// mean. Holidays, releases and days at which everybody does the same thing move
	// a rate by a few tenths, in either direction.
	priorVariation = 0.4
	// priorWindows is how many windows that is worth. The dispersion of a dozen
	// windows alone has a standard error of 40 % (√(2/11)), so that the past needs
	// some support, but it should outweigh it.
	priorWindows = 5
)

// Label returns "gamma-poisson".
func (GammaPoisson) Label() string { return "gamma-poisson" }

// Compare implements [Test].
func (GammaPoisson) Compare(s Sample) Result {
	exposure, past, problem := usable(s)
	if problem != "" {
		return Result{Expected: math.NaN(), P: 1, Warnings: []string{problem}}
	}
	known := priorOf(s)
	outbreaks, usual := setOutbreaksAside(past, known)
	var warnings []string
	if len(outbreaks) > 0 {
		tickets, _ := total(outbreaks)
		warnings = append(warnings, fmt.Sprintf(
			"%d of %d earlier windows stand out themselves: their %.0f tickets are not taken as usual", len(outbreaks), len(past), tickets))
	}
	if len(past) < fewWindows {
		warnings = append(warnings, fmt.Sprintf(
			"there are %d earlier windows: with fewer than %.0f, one that was unusual cannot be told", len(past), fewWindows))
	}
	mean, size := predict(usual, known, exposure)
	return Result{Expected: mean, P: NegativeBinomialTail(s.Count, mean, size), Size: size, Warnings: warnings}
}

// window is one earlier window.
type window struct{ count, exposure float64 }

// prior is the gamma distribution of the rate before any window is seen.
type prior struct{ shape, exposure float64 }

// priorOf returns what is known before any window is seen: Jeffreys' prior, and
// the knowledge from elsewhere if there is any.
func priorOf(s Sample) prior {
	known := prior{shape: 0.5}
	if hasPrior(s) {
		known.shape += s.PriorWeight * s.PriorMean
		known.exposure = s.PriorWeight
	}
	return known
}

func hasPrior(s Sample) bool {
	return positive(s.PriorWeight) && (s.PriorMean == 0 || positive(s.PriorMean))
}

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
	if len(past) == 0 && !hasPrior(s) {
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
//	φ  = max(1, (Σ (b - μ)²/μ + w φ₀) / (n - 1 + w)),  μ = e Σ b / Σ e
//	φ₀ = 1 + v² Σ b / n
//
// where n is the number of windows, v is priorVariation and w is priorWindows:
// Pearson's statistic over its degrees of freedom, with w windows added that vary
// as a Poisson process whose rate varies by v. φ is 1 if all counts are 0.
//
// Source: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed.
// (1989), section 6.2.3, for the first term of the sum.
func dispersion(past []window) float64 {
	count, volume := total(past)
	if count == 0 {
		return 1
	}
	pearson := 0.0
	for _, w := range past {
		mean := w.exposure * count / volume
		pearson += (w.count - mean) * (w.count - mean) / mean
	}
	n := float64(len(past))
	usual := 1 + priorVariation*priorVariation*count/n
	return max(1, (pearson+priorWindows*usual)/(n-1+priorWindows))
}
