package stat_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/stat"
)

func TestNegativeBinomialTail(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	tests := []struct {
		k          int
		mean, size float64
		want       float64
	}{
		// R 4.2.2: pnbinom(k-1, size = size, mu = mean, lower.tail = FALSE)
		{1, 0.2, 0.5, 0.1548457452714834},
		{5, 0.2, 0.5, 0.000537333602756453},
		{8, 0.2, 2.5, 1.730410757365024e-08},
		{8, 6.5, 6.5, 0.3424138692055702},
		{4, 12, 30.5, 0.9933487208320555},
		{40, 12, 30.5, 3.035111609648028e-07},
		{200, 12, 3, 3.506340655704402e-17},
		{1000, 1000, 1000.5, 0.5000014863241486},
		{1200, 1000, 1000.5, 9.847701813906066e-06},
		// mpmath 1.3.0, sum of terms with 50 digits. From size 1e5 on, R's
		// pnbinom(prob = ) and pnbinom(mu = ) differ by more than 1e-9.
		{300, 12, 5e3, 3.8882565508646325e-293},
		{60, 12, 1e4, 5.7941132626225118e-23},
		{5, 0.01, 1e5, 8.2650086493127724e-13},
		{20, 2, 1e5, 6.4536542236535941e-14},
		{100, 15, 1e5, 1.6215438047189752e-47},
		{5200, 5000, 1e6, 0.0025695284934044166},
		{8, 0.3, 1e8, 1.2469055191389651e-9},
		{100, 15, 1e8, 1.5646417397787282e-47},
		{20, 15, 1e8, 0.12478123175664542},
		{4, 15, 1e8, 0.99978862134167015},
		// Special cases.
		{0, 3, 2, 1},
		{-1, 3, 2, 1},
		{0, 0, 2, 1},
		{1, 0, 2, 0},
		{8, 8, inf, 0.5470391905130054}, // R 4.2.2: ppois(7, 8, lower.tail = FALSE)
		{1, nan, 2, nan},
		{1, -1, 2, nan},
		{1, inf, 2, nan},
		{1, 3, nan, nan},
		{1, 3, 0, nan},
		{1, 3, -2, nan},
	}
	for _, test := range tests {
		got := stat.NegativeBinomialTail(test.k, test.mean, test.size)
		if !near(got, test.want, 1e-10) {
			t.Errorf("NegativeBinomialTail(%d, %g, %g) = %.16g, want %.16g",
				test.k, test.mean, test.size, got, test.want)
		}
	}
}

// Where the incomplete beta function hands over to the sum, no step is seen.
func TestNegativeBinomialTailHasNoSeam(t *testing.T) {
	const seam = 1e4
	for _, mean := range []float64{0.1, 3, 50, 900} {
		for _, k := range []int{1, 4, 30, 60, 1000, 1100} {
			below, above := stat.NegativeBinomialTail(k, mean, seam), stat.NegativeBinomialTail(k, mean, math.Nextafter(seam, 2*seam))
			if above > 0 && !near(below, above, 1e-9) {
				t.Errorf("k = %d, mean = %g: %.15g at the seam, %.15g above", k, mean, below, above)
			}
		}
	}
}

func TestNegativeBinomialTailFallsInK(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mean := rapid.Float64Range(0, 200).Draw(t, "mean")
		size := math.Exp(rapid.Float64Range(-2, 15).Draw(t, "log size"))
		last := 1.0
		for k := range 400 {
			p := stat.NegativeBinomialTail(k, mean, size)
			// Both branches have a relative error of 1e-10 at most.
			if !(p >= 0 && p <= last*(1+1e-9)) {
				t.Fatalf("k = %d: %g, after %g", k, p, last)
			}
			last = p
		}
	})
}

// The sum over k >= 1 of P(X >= k) is the mean.
func TestNegativeBinomialTailsSumToTheMean(t *testing.T) {
	for _, c := range [][2]float64{{0.1, 0.5}, {3, 2.5}, {20, 1e3}, {20, 1e6}, {5, math.Inf(1)}} {
		sum := 0.0
		for k := 1; k < 400; k++ {
			sum += stat.NegativeBinomialTail(k, c[0], c[1])
		}
		if !near(sum, c[0], 1e-10) {
			t.Errorf("mean %g, size %g: sum of tails = %g", c[0], c[1], sum)
		}
	}
}

func TestNegativeBinomialQuantile(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	tests := []struct {
		p, mean, size float64
		want          int
	}{
		// R 4.2.2: qnbinom(p, size = size, mu = mean), qpois(p, mean)
		{0.5, 1, 1, 0},
		{0.995, 0.5 / 11, 0.5, 1},
		{0.99, 6.5, 6.5, 17},
		{0.025, 40, 12.5, 18},
		{0.975, 40, 12.5, 69},
		{0.975, 40, inf, 53},
		{0.999, 1000, 1000.5, 1142},
		{0.9, 1e6, 50, 1184985},
		// Special cases.
		{0, 40, 12.5, 0},
		{-1, 40, 12.5, 0},
		{0.9, 0, 2, 0},
		{1, 40, 12.5, -1},
		{nan, 40, 12.5, -1},
		{0.5, nan, 1, -1},
		{0.5, 1, 0, -1},
	}
	for _, test := range tests {
		if got := stat.NegativeBinomialQuantile(test.p, test.mean, test.size); got != test.want {
			t.Errorf("NegativeBinomialQuantile(%g, %g, %g) = %d, want %d", test.p, test.mean, test.size, got, test.want)
		}
	}
}

func TestNegativeBinomialQuantileIsTheLeastCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(0.01, 0.999).Draw(t, "p")
		mean := rapid.Float64Range(0.01, 300).Draw(t, "mean")
		size := math.Exp(rapid.Float64Range(-1, 12).Draw(t, "log size"))
		k := stat.NegativeBinomialQuantile(p, mean, size)
		const rounding = 1e-9
		if over := stat.NegativeBinomialTail(k+1, mean, size); over > 1-p+rounding {
			t.Fatalf("P(X > %d) = %g, want at most %g", k, over, 1-p)
		}
		if over := stat.NegativeBinomialTail(k, mean, size); k > 0 && over < 1-p-rounding {
			t.Fatalf("%d is enough: P(X > %d) = %g", k-1, k-1, over)
		}
	})
}

func ExampleNegativeBinomialQuantile() {
	// The band in which 95 of 100 counts lie when 40 are expected.
	const expected, size = 40, 12.5
	fmt.Println(stat.NegativeBinomialQuantile(0.025, expected, size), "to", stat.NegativeBinomialQuantile(0.975, expected, size))
	// Output: 18 to 69
}

func BenchmarkNegativeBinomialTail(b *testing.B) {
	for _, c := range []struct {
		name       string
		k          int
		mean, size float64
	}{
		{"sparse", 8, 0.2, 2.5},
		{"busy", 1200, 1000, 1000.5},
		{"sparse/largeSize", 8, 0.2, 1e6},
		{"busy/largeSize", 1200, 1000, 1e6},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				stat.NegativeBinomialTail(c.k, c.mean, c.size)
			}
		})
	}
}
