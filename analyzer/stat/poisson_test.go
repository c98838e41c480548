package stat_test

import (
	"fmt"
	"math"
	"testing"

	"ticketpatterns/analyzer/stat"
)

func TestPoissonTail(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		k          int
		mean, want float64
	}{
		// R 4.2.2: ppois(k-1, mean, lower.tail = FALSE)
		{1, 1e-06, 9.999995000001667e-07},
		{3, 0.5, 0.01438767796697069},
		{8, 0.5, 6.219690863728649e-08},
		{8, 8, 0.5470391905130054},
		{100, 10, 5.398589728139581e-63},
		{1000, 1000, 0.5042052441802155},
		{1300, 1000, 6.887086665430163e-20},
		{90, 120, 0.998139118517365},
		// Special cases.
		{0, 3, 1},
		{-1, 3, 1},
		{0, 0, 1},
		{1, 0, 0},
		{1, -1, nan},
		{1, nan, nan},
		{1, math.Inf(1), nan},
	}
	for _, test := range tests {
		if got := stat.PoissonTail(test.k, test.mean); !near(got, test.want, 1e-12) {
			t.Errorf("PoissonTail(%d, %g) = %.16g, want %.16g", test.k, test.mean, got, test.want)
		}
	}
}

func ExamplePoissonTail() {
	fmt.Printf("%.4f\n", stat.PoissonTail(3, 0.5))
	// Output: 0.0144
}
