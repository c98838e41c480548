package stat_test

import (
	"fmt"
	"math"
	"testing"

	"ticketpatterns/analyzer/stat"
)

func TestRateRatio(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	tests := []struct {
		a                    int
		ea                   float64
		b                    int
		eb                   float64
		ratio, greater, less float64
	}{
		// R 4.2.2: poisson.test(c(a, b), c(ea, eb), alternative = "greater" and "less")
		{12, 4, 5, 4, 2.4, 0.07173156738281253, 0.9754791259765625},
		{3, 4, 11, 4, 0.2727272727272727, 0.9935302734375, 0.02868652343750002},
		{0, 4, 5, 4, 0, 1, 0.03125},
		{7, 4, 0, 8, inf, 0.0004572473708276176, 1},
		{30, 2, 41, 6, 2.195121951219512, 0.00108974255545093, 0.9995372847357807},
		{400, 4, 300, 4, 4.0 / 3, 8.923815724281232e-05, 0.9999342563936278},
		{60, 1, 0, 1, inf, 8.673617379884026e-19, 1},
		// Special cases.
		{0, 1, 0, 1, nan, 1, 1},
		{-1, 1, 0, 1, nan, nan, nan},
		{1, 1, -1, 1, nan, nan, nan},
		{1, 0, 1, 1, nan, nan, nan},
		{1, 1, 1, inf, nan, nan, nan},
		{1, nan, 1, 1, nan, nan, nan},
	}
	for _, test := range tests {
		ratio, greater, less := stat.RateRatio(test.a, test.ea, test.b, test.eb)
		if !near(ratio, test.ratio, 1e-12) || !near(greater, test.greater, 1e-11) || !near(less, test.less, 1e-11) {
			t.Errorf("RateRatio(%d, %g, %d, %g) = %.16g, %.16g, %.16g, want %.16g, %.16g, %.16g",
				test.a, test.ea, test.b, test.eb, ratio, greater, less, test.ratio, test.greater, test.less)
		}
	}
}

// Exchanging the counts exchanges the answers.
func TestRateRatioIsSymmetric(t *testing.T) {
	for a := range 30 {
		for b := range 30 {
			_, greater, _ := stat.RateRatio(a, 2, b, 5)
			_, _, less := stat.RateRatio(b, 5, a, 2)
			if greater != less {
				t.Fatalf("%d, %d: %g, exchanged %g", a, b, greater, less)
			}
		}
	}
}

func ExampleRateRatio() {
	// 12 tickets in the last four weeks, 5 in the four weeks before.
	ratio, greater, _ := stat.RateRatio(12, 4, 5, 4)
	fmt.Printf("%.1f times as many, P = %.2f\n", ratio, greater)
	// Output: 2.4 times as many, P = 0.07
}
