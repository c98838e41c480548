package stat

import (
	"math"
	"testing"
)

// The first row are the counts of R's help page of poisson.test (11 in 800
// against 6+8+7 in 3011); its ends were found by bisection on exact binomial sums.
// The others are the closed forms for a = 0 and b = 0: U = 1 - 0.025^(1/b).
func TestRateRatioInterval(t *testing.T) {
	for _, c := range []struct {
		a         int
		ea        float64
		b         int
		eb        float64
		low, high float64
	}{
		{11, 800, 21, 3011, 0.8584264033916397, 4.277265943654073},
		{0, 14, 8, 28, 0, (1/math.Pow(0.025, 1.0/8) - 1) * 2},
		{8, 28, 0, 14, 1 / ((1/math.Pow(0.025, 1.0/8) - 1) * 2), math.Inf(1)},
	} {
		low, high := RateRatioInterval(c.a, c.ea, c.b, c.eb, 0.95)
		if math.Abs(low-c.low) > 1e-9*c.low || !(high == c.high || math.Abs(high-c.high) < 1e-9*c.high) {
			t.Errorf("%d in %g against %d in %g: %g to %g, want %g to %g", c.a, c.ea, c.b, c.eb, low, high, c.low, c.high)
		}
	}
	if low, high := RateRatioInterval(1, 0, 1, 1, 0.95); !math.IsNaN(low) || !math.IsNaN(high) {
		t.Errorf("no exposure: %g to %g, want NaN", low, high)
	}
	// The interval and the test agree: the end where the p-value is 0.025.
	low, _ := RateRatioInterval(9, 2, 4, 3, 0.95)
	if _, p, _ := RateRatio(9, 2*low, 4, 3); math.Abs(p-0.025) > 1e-9 {
		t.Errorf("at the lower end p = %g, want 0.025", p)
	}
}
