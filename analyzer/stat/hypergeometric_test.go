package stat_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/stat"
)

func TestHypergeometricTail(t *testing.T) {
	tests := []struct {
		k, K, n, N int
		want       float64
	}{
		// R 4.2.2: phyper(k-1, K, N-K, n, lower.tail = FALSE)
		{3, 10, 20, 100, 0.3187799361823108},
		{1, 10, 20, 100, 0.9048837275692115},
		{10, 10, 20, 100, 1.067317718755541e-08},
		{8, 40, 150, 8500, 3.719446262614306e-07},
		{12, 40, 150, 8500, 2.140516396030759e-12},
		{25, 60, 120, 100000, 3.265857789471072e-58},
		{30, 5000, 3000, 1000000, 0.0003942302440727355},
		{60, 500000, 100, 1000000, 0.02843778591229071},
		{55, 60, 58, 100, 1.922992036846057e-18},
		// mpmath 1.3.0, sum of binomials with 60 digits. R's phyper is off by
		// 1e-11 in the first; in the last it is 0, as here: below the least float64.
		{1, 7, 1, 1842758, 3.7986539740975212e-6},
		{300, 100000, 1000, 1000000, 5.4651513341373997e-69},
		{1200, 1000000, 10000, 10000000, 4.6952593417857949e-11},
		{140, 150, 400, 300000, 0}, // 3.1958e-400
		// Special cases.
		{0, 10, 20, 100, 1},
		{-3, 10, 20, 100, 1},
		{11, 10, 20, 100, 0},
		{21, 30, 20, 100, 0},
		{1, 0, 20, 100, 0},
		{0, 0, 0, 0, 1},
		{1, 0, 0, 0, 0},
		{10, 10, 100, 100, 1}, // the part is the whole
		{11, 10, 100, 100, 0},
		{30, 50, 80, 100, 1}, // at least 30 must be in both
		{5, 5, 5, 5, 1},
		{1, 11, 5, 10, math.NaN()},
		{1, 5, 11, 10, math.NaN()},
		{1, -1, 5, 10, math.NaN()},
		{1, 5, -1, 10, math.NaN()},
	}
	for _, test := range tests {
		got := stat.HypergeometricTail(test.k, test.K, test.n, test.N)
		if !near(got, test.want, 1e-11) {
			t.Errorf("HypergeometricTail(%d, %d, %d, %d) = %.16g, want %.16g",
				test.k, test.K, test.n, test.N, got, test.want)
		}
	}
}

func TestHypergeometricTailFallsFromOneToZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(0, 300).Draw(t, "whole")
		marked := rapid.IntRange(0, whole).Draw(t, "marked")
		part := rapid.IntRange(0, whole).Draw(t, "part")
		last := 1.0
		for k := -1; k <= part+1; k++ {
			p := stat.HypergeometricTail(k, marked, part, whole)
			if !(p >= 0 && p <= last) {
				t.Fatalf("k = %d: %g, after %g", k, p, last)
			}
			last = p
		}
		if last != 0 {
			t.Fatalf("the tail ends at %g, want 0", last)
		}
	})
}

// The two sides of Fisher's table are the same question: marked in the part, or
// the part in the marked.
func TestHypergeometricTailIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(1, 1_000_000).Draw(t, "whole")
		marked := rapid.IntRange(0, min(whole, 5000)).Draw(t, "marked")
		part := rapid.IntRange(0, min(whole, 5000)).Draw(t, "part")
		k := rapid.IntRange(0, 50).Draw(t, "k")
		a, b := stat.HypergeometricTail(k, marked, part, whole), stat.HypergeometricTail(k, part, marked, whole)
		if !near(a, b, 1e-10) {
			t.Fatalf("%g, with the sides exchanged %g", a, b)
		}
	})
}

// The sum over k >= 1 of P(X >= k) is the mean, nK/N.
func TestHypergeometricTailsSumToTheMean(t *testing.T) {
	for _, c := range [][3]int{{10, 20, 100}, {150, 40, 8500}, {400, 900, 1000}} {
		sum := 0.0
		for k := 1; k <= c[0]; k++ {
			sum += stat.HypergeometricTail(k, c[0], c[1], c[2])
		}
		if want := float64(c[0]) * float64(c[1]) / float64(c[2]); !near(sum, want, 1e-12) {
			t.Errorf("%v: sum of tails = %g, want the mean %g", c, sum, want)
		}
	}
}

func ExampleHypergeometricTail() {
	// Of 8500 tickets 40 say the same thing. A department has 150 of the 8500:
	// how likely is it that 8 or more of the 40 are among its 150?
	fmt.Printf("%.1e\n", stat.HypergeometricTail(8, 40, 150, 8500))
	// Output: 3.7e-07
}

func BenchmarkHypergeometricTail(b *testing.B) {
	for _, c := range []struct {
		name       string
		k, K, n, N int
	}{
		{"small", 8, 40, 150, 8500},
		{"million", 30, 5000, 3000, 1_000_000},
		{"million/belowMean", 10, 5000, 3000, 1_000_000},
		{"million/wide", 100_300, 200_000, 500_000, 1_000_000},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				stat.HypergeometricTail(c.k, c.K, c.n, c.N)
			}
		})
	}
}
