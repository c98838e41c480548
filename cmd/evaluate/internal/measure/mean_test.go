package measure

import (
	"math"
	"testing"
)

func TestMean(t *testing.T) {
	for _, c := range []struct {
		name            string
		counts          []int
		mean, low, high float64
	}{
		// By hand: s^2 = 8/9, t(9) = 2.2622.
		{"ten counts", []int{1, 0, 2, 1, 0, 3, 1, 0, 1, 1}, 1, 0.3256, 1.6744},
		{"no variance", []int{2, 2, 2}, 2, 2, 2},
		{"never below 0", []int{0, 0, 0, 0, 1}, 0.2, 0, 0.7553},
		{"rule of three", make([]int, 30), 0, 0, 0.1},
		{"one count", []int{4}, 4, 0, math.Inf(1)},
	} {
		mean, low, high := Mean(c.counts)
		if !near(mean, c.mean, 1e-9) || !near(low, c.low, 0.005) || !near(high, c.high, 0.005) {
			t.Errorf("%s: %.4f in [%.4f, %.4f], want %.4f in [%.4f, %.4f]", c.name, mean, low, high, c.mean, c.low, c.high)
		}
	}
	if mean, _, _ := Mean(nil); !math.IsNaN(mean) {
		t.Errorf("the mean of nothing is %g, want NaN", mean)
	}
}

// TestStudentQuantile holds the expansion against the table of Abramowitz and
// Stegun, 26.10, column 0.95 (two-sided).
func TestStudentQuantile(t *testing.T) {
	for df, want := range map[float64]float64{4: 2.776, 5: 2.571, 9: 2.262, 20: 2.086, 60: 2.000, 120: 1.980} {
		if got := studentQuantile(df); !near(got, want, 0.01) {
			t.Errorf("%g degrees of freedom: %.4f, want %.3f", df, got, want)
		}
	}
}

func near(a, b, slack float64) bool { return a == b || math.Abs(a-b) <= slack }
