package analyzer

import (
	"slices"
	"testing"
)

// TestProgressGrows runs an analysis and listens: what is done never shrinks, all
// phases come in order.
func TestProgressGrows(t *testing.T) {
	d := newDesk(1, 26, 40)
	d.PlantCrashes(0)
	var phases []Phase
	last, calls := 0.0, 0
	_, err := Analyze(Input{Tickets: d.Tickets, Progress: func(p Phase, done float64) {
		calls++
		if done < last || done > 1 {
			t.Errorf("%s: %.3f of the work is done after %.3f", p, done, last)
		}
		last = done
		if len(phases) == 0 || phases[len(phases)-1] != p {
			phases = append(phases, p)
		}
	}}, DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	want := []Phase{PhaseTexts, PhaseSearch, PhaseShuffles, PhasePastWeeks, PhaseIssues, PhaseDescribe}
	if !slices.Equal(phases, want) || last != 1 || calls < 100 {
		t.Errorf("phases %v up to %.2f in %d calls, want %v", phases, last, calls, want)
	}
}
