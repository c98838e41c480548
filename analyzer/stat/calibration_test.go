package stat_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"ticketpatterns/analyzer/stat"
)

// draw holds the source of simulated counts; the same seed gives the same counts.
type draw struct{ *rand.Rand }

// count returns a Poisson count with a mean whose rate varies by variation, as a
// standard deviation over the mean: a negative binomial of size 1/variation².
func (d draw) count(mean, variation float64) int {
	if variation > 0 {
		size := 1 / (variation * variation)
		mean *= d.gamma(size) / size
	}
	// Arrivals of a process of rate 1 before the time mean.
	count := 0
	for at := d.ExpFloat64(); at < mean; at += d.ExpFloat64() {
		count++
	}
	return count
}

// gamma returns a gamma variate of scale 1 by G. Marsaglia and W. W. Tsang, "A
// simple method for generating gamma variables", ACM Transactions on
// Mathematical Software 26 (2000), 363-372. shape must be at least 1.
func (d draw) gamma(shape float64) float64 {
	a := shape - 1.0/3
	c := 1 / math.Sqrt(9*a)
	for {
		x := d.NormFloat64()
		v := math.Pow(1+c*x, 3)
		if v > 0 && math.Log(d.Float64()) < x*x/2+a-a*v+a*math.Log(v) {
			return a * v
		}
	}
}

// simulation is a scope seen many times.
type simulation struct {
	windows         int     // of the past
	mean, variation float64 // of the counts
	outbreaks       int     // windows of the past with 12 tickets more
	added           int     // tickets more in the window tested
}

// share returns how often P is at most alpha.
func (s simulation) share(alpha float64, runs int) float64 {
	d := draw{rand.New(rand.NewPCG(1, 2))}
	found := 0
	for range runs {
		sample := stat.Sample{Count: d.count(s.mean, s.variation) + s.added}
		for range s.windows {
			sample.Baseline = append(sample.Baseline, d.count(s.mean, s.variation))
		}
		for i := range s.outbreaks {
			sample.Baseline[i] += 12
		}
		if (stat.GammaPoisson{}).Compare(sample).P <= alpha {
			found++
		}
	}
	return float64(found) / float64(runs)
}

// If nothing has changed, P <= 0.01 in at most 1 % of the windows, for counts of a
// Poisson process and for rates that vary by up to 30 %; the doc comment of
// GammaPoisson promises it.
func TestGammaPoissonKeepsItsPromise(t *testing.T) {
	const alpha, runs = 0.01, 4000
	// Three standard deviations of a binomial share: 0.0147.
	atMost := func(p float64) float64 { return p + 3*math.Sqrt(p*(1-p)/runs) }
	for _, windows := range []int{8, 12, 26} {
		for _, mean := range []float64{0.1, 0.3, 1, 3, 10, 40} {
			for _, variation := range []float64{0, 0.3} {
				s := simulation{windows: windows, mean: mean, variation: variation}
				if got := s.share(alpha, runs); got > atMost(alpha) {
					t.Errorf("%+v: P <= %g in %.4f of the windows, want at most %.4f", s, alpha, got, atMost(alpha))
				}
			}
			s := simulation{windows: windows, mean: mean, variation: 0.5}
			if got := s.share(alpha, runs); got > atMost(4*alpha) {
				t.Errorf("%+v: P <= %g in %.4f of the windows, want at most %.4f", s, alpha, got, atMost(4*alpha))
			}
		}
	}
}

// A test that never finds anything keeps every promise. Here is what must be found.
func TestGammaPoissonFindsWhatWasAdded(t *testing.T) {
	const alpha, runs = 0.001, 1000
	tests := []struct {
		simulation
		want float64
	}{
		{simulation{windows: 12, mean: 0.5, added: 8}, 0.95},
		{simulation{windows: 12, mean: 0.5, added: 8, outbreaks: 1}, 0.95},
		{simulation{windows: 12, mean: 0.5, added: 8, outbreaks: 2}, 0.9},
		{simulation{windows: 12, mean: 0.5, added: 8, outbreaks: 3}, 0.9},
		{simulation{windows: 8, mean: 0.5, added: 8}, 0.9},
		{simulation{windows: 12, mean: 5, added: 20, variation: 0.3}, 0.9},
	}
	for _, test := range tests {
		if got := test.share(alpha, runs); got < test.want {
			t.Errorf("%+v: found %.3f, want at least %.2f", test.simulation, got, test.want)
		}
	}
}
