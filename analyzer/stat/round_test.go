package stat_test

import (
	"math"
	"slices"
	"testing"

	"ticketpatterns/analyzer/stat"
)

func TestRound(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct{ x, steps, want float64 }{
		{-3, 10, -3}, {-3.04, 10, -3}, {-3.05, 10, -3.1}, {-0.04, 10, 0}, {0, 10, 0}, {2.25, 10, 2.3}, {2.24, 10, 2.2},
		{2.0 / 3, 1000, 0.667}, {-2.0 / 3, 1000, -0.667}, {1e300, 10, 1e300}, {inf, 10, inf}, {-inf, 100, -inf},
	} {
		if got := stat.Round(c.x, c.steps); got != c.want || got == 0 && math.Signbit(got) {
			t.Errorf("Round(%g, %g) = %g, want %g", c.x, c.steps, got, c.want)
		}
	}
	if got := stat.Round(math.NaN(), 10); !math.IsNaN(got) {
		t.Errorf("Round(NaN) = %g, want NaN", got)
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		x    []float64
		want float64
	}{{[]float64{3}, 3}, {[]float64{5, 1, 4}, 4}, {[]float64{9, 1, 4, 2}, 3}} {
		given := slices.Clone(c.x)
		if got := stat.Median(c.x); got != c.want || !slices.Equal(c.x, given) {
			t.Errorf("Median(%v) = %g and left %v, want %g", given, got, c.x, c.want)
		}
	}
	if got := stat.Median(nil); !math.IsNaN(got) {
		t.Errorf("Median of nothing = %g, want NaN", got)
	}
}
