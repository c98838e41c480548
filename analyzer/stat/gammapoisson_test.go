package stat_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"ticketpatterns/analyzer/stat"
)

func repeat(count, windows int) []int { return slices.Repeat([]int{count}, windows) }

// With equal counts, exposures of 1 and a dispersion of 1 the test is algo.bayes.
func TestGammaPoissonIsAlgoBayes(t *testing.T) {
	tests := []struct {
		windows, count int
		alpha          float64
		upper          int // the highest count without alarm
	}{
		// R 4.2.2, surveillance 1.20.3: algo.bayesLatestTimepoint(disProg,
		// control = list(b = 0, w = windows, actY = TRUE, alpha = alpha))$upperbound,
		// where disProg holds count in each of the windows
		{6, 0, 0.05, 1},
		{6, 0, 0.01, 1},
		{6, 0, 0.001, 2},
		{6, 1, 0.05, 3},
		{6, 1, 0.01, 5},
		{6, 1, 0.001, 6},
		{8, 3, 0.05, 6},
		{8, 3, 0.01, 8},
		{8, 3, 0.001, 10},
		{12, 5, 0.05, 9},
		{12, 5, 0.01, 11},
		{12, 5, 0.001, 14},
	}
	for _, test := range tests {
		got := stat.GammaPoisson{}.Compare(stat.Sample{Baseline: repeat(test.count, test.windows)})
		if upper := stat.NegativeBinomialQuantile(1-test.alpha, got.Expected, got.Size); upper != test.upper {
			t.Errorf("%d windows of %d, alpha %g: upper bound %d, want %d", test.windows, test.count, test.alpha, upper, test.upper)
		}
	}
}

func TestGammaPoisson(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	tests := []struct {
		name   string
		sample stat.Sample
		want   stat.Result
	}{
		// R 4.2.2: pnbinom(Count-1, sum(b) + 0.5, n/(n + 1), lower.tail = FALSE)
		{"never before", stat.Sample{Count: 2, Baseline: repeat(0, 6)}, stat.Result{Expected: 0.5 / 6, P: 0.008049893100837724, Size: 0.5}},
		{"once a window", stat.Sample{Count: 5, Baseline: repeat(1, 6)}, stat.Result{Expected: 6.5 / 6, P: 0.01027450434548635, Size: 6.5}},
		{"steady", stat.Sample{Count: 12, Baseline: repeat(3, 8)}, stat.Result{Expected: 24.5 / 8, P: 0.0002915796581751178, Size: 24.5}},
		{"steady and many", stat.Sample{Count: 11, Baseline: repeat(5, 12)}, stat.Result{Expected: 60.5 / 12, P: 0.0184580696510654, Size: 60.5}},
		// R 4.2.2: S <- sum(b) + .5; mu <- S/sum(e)*e0; m <- e*sum(b)/sum(e); n <- length(b)
		// phi <- max(1, (sum((b-m)^2/m) + 5*(1 + .16*sum(b)/n)) / (n - 1 + 5))
		// size <- mu/(phi*(1 + mu/S) - 1); pnbinom(Count-1, size = size, mu = mu, lower.tail = FALSE)
		{
			"exposure", // phi 1.1395871104204436
			stat.Sample{
				Count: 11, Exposure: 1.4,
				Baseline:         []int{2, 0, 3, 1, 5, 0, 2, 4, 1, 2, 6, 1},
				BaselineExposure: []float64{1, .8, 1.1, 1, 1.2, .7, 1, 1.1, .9, 1, 1.3, .9},
			},
			stat.Result{Expected: 3.208333333333333, P: 0.002557772261741417, Size: 11.77201809654222},
		},
		{
			"overdispersed", // phi 2.8358024691358028
			stat.Sample{Count: 21, Baseline: []int{9, 2, 14, 3, 8, 1, 12, 5}},
			stat.Result{Expected: 6.8125, P: 0.01279086575234296, Size: 3.110336081166772},
		},
		{
			"prior only", // R 4.2.2: pnbinom(7, size = 9.5, mu = 9.5/6, lower.tail = FALSE)
			stat.Sample{Count: 8, PriorMean: 1.5, PriorWeight: 6},
			stat.Result{Expected: 9.5 / 6, P: 0.000982347173232259, Size: 9.5, Warnings: []string{
				"there are 0 earlier windows: with fewer than 4, one that was unusual cannot be told",
			}},
		},
		// Special cases.
		{"no count", stat.Sample{Baseline: repeat(3, 8)}, stat.Result{Expected: 24.5 / 8, P: 1, Size: 24.5}},
		{
			"windows without exposure are left out",
			stat.Sample{Count: 5, Exposure: 1, Baseline: []int{9, 1, 1, 1, 9, 1, 1, 1, -1}, BaselineExposure: []float64{0, 1, 1, 1, nan, 1, 1, 1, 1}},
			stat.Result{Expected: 6.5 / 6, P: 0.01027450434548635, Size: 6.5},
		},
		{
			"prior out of range is not used",
			stat.Sample{Count: 5, Baseline: repeat(1, 6), PriorMean: -1, PriorWeight: 3},
			stat.Result{Expected: 6.5 / 6, P: 0.01027450434548635, Size: 6.5},
		},
		{"no past", stat.Sample{Count: 5}, stat.Result{Expected: nan, P: 1, Warnings: []string{
			"there is no earlier window to compare with: nothing can be expected",
		}}},
		{"no exposure", stat.Sample{Count: 5, Baseline: repeat(1, 2), BaselineExposure: []float64{1, 1}}, stat.Result{Expected: nan, P: 1, Warnings: []string{
			"the window tested has no volume: nothing can be expected in it",
		}}},
		{"endless exposure", stat.Sample{Count: 5, Baseline: repeat(1, 2), Exposure: inf}, stat.Result{Expected: nan, P: 1, Warnings: []string{
			"the window tested has no volume: nothing can be expected in it",
		}}},
		{"lengths differ", stat.Sample{Count: 5, Exposure: 1, Baseline: repeat(1, 2), BaselineExposure: []float64{1}}, stat.Result{Expected: nan, P: 1, Warnings: []string{
			"2 earlier windows have 1 volumes: nothing can be expected",
		}}},
	}
	for _, test := range tests {
		got := stat.GammaPoisson{}.Compare(test.sample)
		if !near(got.Expected, test.want.Expected, 1e-12) || !near(got.P, test.want.P, 1e-10) ||
			!near(got.Size, test.want.Size, 1e-12) || !slices.Equal(got.Warnings, test.want.Warnings) {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}

// Twice the volume everywhere is no news.
func TestGammaPoissonKnowsASurgeOfEverything(t *testing.T) {
	quiet := stat.GammaPoisson{}.Compare(stat.Sample{Count: 8, Baseline: repeat(4, 12)})
	surge := stat.GammaPoisson{}.Compare(stat.Sample{
		Count: 8, Baseline: repeat(4, 12), BaselineExposure: slices.Repeat([]float64{1}, 12), Exposure: 2,
	})
	if quiet.P > 0.1 || surge.P < 0.4 {
		t.Errorf("P = %g, in a surge %g; want below 0.1 and above 0.4", quiet.P, surge.P)
	}
}

func ExampleGammaPoisson() {
	// Twelve fortnights with about one ticket each, and now eight.
	r := stat.GammaPoisson{}.Compare(stat.Sample{
		Count:    8,
		Baseline: []int{1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 1, 0},
	})
	fmt.Printf("expected %.1f, P = %.0e\n", r.Expected, r.P)
	// Output: expected 0.9, P = 2e-05
}

func BenchmarkGammaPoisson(b *testing.B) {
	for _, c := range []struct {
		name   string
		sample stat.Sample
	}{
		{"sparse", stat.Sample{Count: 8, Baseline: []int{1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 1, 0}}},
		{"busy", stat.Sample{Count: 300, Baseline: []int{210, 240, 190, 205, 260, 180, 230, 220, 200, 215, 250, 199}}},
		{"pastOutbreak", stat.Sample{Count: 8, Baseline: []int{1, 0, 2, 1, 0, 15, 1, 2, 0, 1, 1, 0}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				stat.GammaPoisson{}.Compare(c.sample)
			}
		})
	}
}
