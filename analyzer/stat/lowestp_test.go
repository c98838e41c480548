package stat_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/stat"
)

// TestLowestPIsNeverTooHigh hides part of the past: what is left must not speak
// against a count that the whole past would call surprising.
func TestLowestPIsNeverTooHigh(t *testing.T) {
	surprising := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 12).Draw(t, "windows")
		s := stat.Sample{
			Count:            rapid.IntRange(1, 60).Draw(t, "count"),
			Baseline:         rapid.SliceOfN(rapid.IntRange(0, rapid.SampledFrom([]int{1, 4, 40}).Draw(t, "most")), n, n).Draw(t, "baseline"),
			BaselineExposure: rapid.SliceOfN(rapid.Float64Range(0.2, 5), n, n).Draw(t, "exposures"),
			Exposure:         rapid.Float64Range(0.2, 5).Draw(t, "exposure"),
			PriorMean:        rapid.Float64Range(0, 2).Draw(t, "prior"),
			PriorWeight:      rapid.SampledFrom([]float64{0, 1}).Draw(t, "weight"),
		}
		whole := stat.GammaPoisson{}.Compare(s).P
		s.Baseline = slices.Clone(s.Baseline)
		for i := rapid.IntRange(0, n).Draw(t, "counted"); i < n; i++ {
			s.Baseline[i] = -1
		}
		if whole <= 0.01 {
			surprising++
			if lowest := (stat.GammaPoisson{}).LowestP(s); lowest > whole*(1+1e-9) {
				t.Fatalf("LowestP = %g, want at most P = %g", lowest, whole)
			}
		}
	})
	if surprising == 0 {
		t.Error("no sample was surprising: the test cannot fail")
	}
}

// With the whole past counted, no window set aside and as much variation as a
// Poisson process has, the bound is P itself.
func TestLowestPIsReached(t *testing.T) {
	s := stat.Sample{Count: 4, Baseline: []int{0, 0, 0}, BaselineExposure: []float64{1, 1, 1}, Exposure: 1}
	want := stat.GammaPoisson{}.Compare(s).P
	if got := (stat.GammaPoisson{}).LowestP(s); fmt.Sprintf("%.12g", got) != fmt.Sprintf("%.12g", want) {
		t.Errorf("LowestP = %g, want %g", got, want)
	}
}
