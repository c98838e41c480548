package stat_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/stat"
)

func TestGammaPoissonOverlooksPastOutbreaks(t *testing.T) {
	usual := []int{1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 1, 0}
	with := func(counts ...int) []int { return append(slices.Clone(usual[len(counts):]), counts...) }
	clean := stat.GammaPoisson{}.Compare(stat.Sample{Count: 8, Baseline: usual})
	tests := []struct {
		name     string
		baseline []int
		found    int // windows the warning speaks of
		tickets  int // in them
	}{
		{"one", with(15), 1, 15},
		{"two, which hide each other", with(12, 14), 2, 26},
		{"three of twelve", with(9, 30, 12), 3, 51},
	}
	for _, test := range tests {
		got := stat.GammaPoisson{}.Compare(stat.Sample{Count: 8, Baseline: test.baseline})
		if got.P > 0.0005 || got.Expected > 1.3*clean.Expected {
			t.Errorf("%s: expected %.2f, P = %.2g; without %.2f, %.2g", test.name, got.Expected, got.P, clean.Expected, clean.P)
		}
		var found, windows, tickets int
		if len(got.Warnings) != 1 {
			t.Errorf("%s: warnings %q, want one", test.name, got.Warnings)
			continue
		}
		if _, err := fmt.Sscanf(got.Warnings[0], "%d of %d earlier windows stand out themselves: their %d tickets are not taken as usual",
			&found, &windows, &tickets); err != nil || found != test.found || windows != 12 || tickets != test.tickets {
			t.Errorf("%s: warning %q, want %d of 12 with %d tickets", test.name, got.Warnings[0], test.found, test.tickets)
		}
	}
}

// More than a quarter of the windows is no outbreak but the usual.
func TestGammaPoissonTakesTheFrequentAsUsual(t *testing.T) {
	got := stat.GammaPoisson{}.Compare(stat.Sample{Count: 12, Baseline: []int{0, 12, 0, 0, 11, 0, 13, 0, 0, 12, 0, 10}})
	if got.P < 0.05 || len(got.Warnings) > 0 {
		t.Errorf("P = %g, warnings %q, want no surprise and no warning", got.P, got.Warnings)
	}
}

// Setting outbreaks apart can only lower what is expected, and the order of the
// windows does not matter.
func TestPastOutbreaksOnlyLower(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		baseline := rapid.SliceOfN(rapid.IntRange(0, 40), 1, 26).Draw(t, "baseline")
		sample := stat.Sample{Count: rapid.IntRange(0, 60).Draw(t, "count"), Baseline: baseline}
		before := slices.Clone(baseline)
		got := stat.GammaPoisson{}.Compare(sample)
		if !slices.Equal(before, baseline) {
			t.Fatalf("the baseline was changed from %v to %v", before, baseline)
		}
		sum := 0.5
		for _, b := range baseline {
			sum += float64(b)
		}
		if plain := sum / float64(len(baseline)); got.Expected > plain*(1+1e-12) || !(got.P >= 0 && got.P <= 1) {
			t.Fatalf("%+v, without setting aside %g are expected", got, plain)
		}
		slices.Sort(sample.Baseline)
		if sorted := (stat.GammaPoisson{}).Compare(sample); !near(sorted.Expected, got.Expected, 1e-12) || !near(sorted.P, got.P, 1e-9) {
			t.Fatalf("%+v, with the windows in another order %+v", got, sorted)
		}
	})
}
