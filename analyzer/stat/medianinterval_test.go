package stat

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMedianInterval(t *testing.T) {
	upTo := func(n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = float64(i + 1)
		}
		return out
	}
	// Ranks for 95% from the table of the binomial distribution with p = 1/2:
	// n = 6: 2/64 = 0.031; n = 8: 2/256 = 0.008, with the next rank 18/256 = 0.070;
	// n = 9: 20/512 = 0.039; n = 20: rank 6, 2*0.0207 = 0.041 (Conover, table A3).
	for _, c := range []struct {
		n         int
		low, high float64
	}{{6, 1, 6}, {8, 1, 8}, {9, 2, 8}, {20, 6, 15}} {
		if low, high := MedianInterval(upTo(c.n), 0.95); low != c.low || high != c.high {
			t.Errorf("n = %d: %g to %g, want %g to %g", c.n, low, high, c.low, c.high)
		}
	}
	for _, c := range []struct {
		n          int
		confidence float64
	}{{0, 0.95}, {5, 0.95}, {20, 0}, {20, 1}, {20, math.NaN()}} {
		if low, high := MedianInterval(upTo(c.n), c.confidence); !math.IsNaN(low) || !math.IsNaN(high) {
			t.Errorf("n = %d, confidence %g: %g to %g, want NaN", c.n, c.confidence, low, high)
		}
	}
}

// TestMedianIntervalHoldsTheMedian draws from a skewed distribution, as times to
// resolve are: Exp(1) has the median ln 2.
func TestMedianIntervalHoldsTheMedian(t *testing.T) {
	const rounds = 4000
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{6, 15, 40} {
		held := 0
		for range rounds {
			x := make([]float64, n)
			for i := range x {
				x[i] = random.ExpFloat64()
			}
			slices.Sort(x)
			if low, high := MedianInterval(x, 0.95); low <= math.Ln2 && math.Ln2 <= high {
				held++
			}
		}
		// Three standard errors of a share of 0.95 in 4000 are 0.010.
		if share := float64(held) / rounds; share < 0.94 {
			t.Errorf("n = %d: held the median in %.3f of rounds, want at least 0.95", n, share)
		}
	}
}
