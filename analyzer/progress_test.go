package analyzer

import (
	"math"
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
	want := []Phase{PhaseTexts, PhaseShuffles, PhaseSearch, PhasePastWeeks, PhaseIssues, PhaseDescribe}
	if !slices.Equal(phases, want) || last != 1 || calls < 100 {
		t.Errorf("phases %v up to %.2f in %d calls, want %v", phases, last, calls, want)
	}
}

// TestEstimateIsWithinAFactorOfTwo plays runs that took so long as cmd/evaluate has
// measured, phase by phase, and asks at each moment after a tenth of the time how long
// the whole will take if it goes on as it did. What reports nothing within a phase, as
// most do, leaves the bar where it was.
func TestEstimateIsWithinAFactorOfTwo(t *testing.T) {
	for tickets, seconds := range map[int][len(phaseCosts)]float64{
		10_000: {1.0, 0.9, 0.3, 1.4, 0.7, 0.8},
		40_000: {3.7, 4.6, 1.4, 5.6, 3.8, 2.7},
	} {
		all, now, done := 0.0, 0.0, 0.0
		for _, s := range seconds {
			all += s
		}
		m := newMeter(func(_ Phase, d float64) { done = d }, tickets)
		pass := func(s float64) {
			now += s
			if whole := now / max(done, 1e-9); now > all/10 && (whole < all/2 || whole > 2*all) {
				t.Errorf("%d tickets: after %.1f of %.1f s the bar stands at %.2f and says %.1f s", tickets, now, all, done, whole)
			}
		}
		steps := [len(phaseCosts)][]float64{{0.2, 0.2, 0.35, 0.25}, slices.Repeat([]float64{0.05}, 20), slices.Repeat([]float64{0.05}, 20), slices.Repeat([]float64{0.05}, 20), {1}, {1}}
		for i, c := range phaseCosts {
			m.begin(c.phase)
			for _, share := range steps[i] {
				pass(share * seconds[i])
				m.add(share)
			}
		}
		if math.Abs(done-1) > 1e-9 {
			t.Errorf("%d tickets: the bar ends at %.3f", tickets, done)
		}
	}
}

// The parts of the time are known for any number of tickets, and change with it.
func TestPhaseEndsGrow(t *testing.T) {
	for _, tickets := range []int{0, 1, 1000, 1_000_000} {
		ends := phaseEnds(tickets)
		if !slices.IsSorted(ends[:]) || ends[0] <= 0 || ends[len(ends)-1] != 1 {
			t.Errorf("%d tickets: phases end at %v, want rising shares up to 1", tickets, ends)
		}
	}
	if few, many := phaseEnds(1000), phaseEnds(1_000_000); few[0] <= many[0] {
		t.Errorf("texts take %.2f of the time of few tickets, %.2f of that of many, want less", few[0], many[0])
	}
}
