package main

import (
	"math"
	"math/rand/v2"
	"os"
	"testing"
)

// TestCountsAreDrawnAsNamed holds mean and variance of drawn counts to their formulas:
// m, and m + m²/size.
func TestCountsAreDrawnAsNamed(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, s := range countSettings {
		n, sum, squares := 0.0, 0.0, 0.0
		for range 2000 {
			for _, c := range s.draw(random) {
				n, sum, squares = n+1, sum+float64(c), squares+float64(c*c)
			}
		}
		mean := sum / n
		want := s.mean
		if s.size > 0 {
			want += s.mean * s.mean / float64(s.size)
		}
		if variance := squares/n - mean*mean; math.Abs(mean/s.mean-1) > 0.05 || math.Abs(variance/want-1) > 0.1 {
			t.Errorf("%s: mean %.2f and variance %.2f, want %g and %g", s, mean, variance, s.mean, want)
		}
	}
}

// TestCountsBesideR: the script answers each series, and sees an outbreak that nobody
// overlooks.
func TestCountsBesideR(t *testing.T) {
	r := findR("Rscript")
	if r == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no R with the package surveillance, which .ci/run installs")
		}
		t.Skip("no R with the package surveillance")
	}
	series := make([][]int, 5)
	random := rand.New(rand.NewPCG(2, 2))
	for i := range series {
		series[i] = countSetting{mean: 4}.draw(random)
	}
	alarms, err := countAlarms(series, 60, 0.01, r)
	if err != nil || alarms != [countTests]int{5, 5, 5} {
		t.Errorf("alarms %v, error %v, want each test to see 60 more than usual in each of 5 series", alarms, err)
	}
}
