package detect

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// powerTail draws the p-values of a shuffled export of which, on average, rate
// lie below 0.001, and below p so many as falls with a power.
func powerTail(random *rand.Rand, rate, power float64) []float64 {
	var ps []float64
	for at := random.ExpFloat64(); ; at += random.ExpFloat64() {
		p := 0.001 * math.Pow(at/rate, 1/power)
		if p >= weakestP {
			return ps
		}
		ps = append(ps, p)
	}
}

// learn adds shuffled exports until the threshold is as sure as that of so many
// counted.
func learn(draw func() []float64, accepted float64, counted int) NullDistribution {
	n := newNullDistribution(accepted)
	for n.shuffles < counted && !n.sure(counted) {
		bound := n.bound()
		n.add(slices.DeleteFunc(draw(), func(p float64) bool { return p >= bound }), bound)
	}
	return n
}

// TestThresholdKeepsTheBudget learns the threshold of exports of which it is known
// how many patterns chance shows below each p-value. On average, as many must lie below
// the threshold as are accepted, and that number must spread no more than with ten
// shuffles that are counted; where the power is not the usual one it may be off by
// a quarter.
func TestThresholdKeepsTheBudget(t *testing.T) {
	const runs, counted = 2000, 10
	random := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct{ rate, power, accepted, off float64 }{
		{20, usualShape, 1, 0.08}, {20, usualShape, 0.25, 0.08}, {20, usualShape, 2, 0.08}, {4, usualShape, 1, 0.08}, {200, usualShape, 1, 0.08},
		{20, 0.6, 1, 0.25}, {20, 0.85, 1, 0.25},
	} {
		sum, squares, shuffles := 0.0, 0.0, 0
		for range runs {
			n := learn(func() []float64 { return powerTail(random, c.rate, c.power) }, c.accepted, counted)
			shown := c.rate * math.Pow(n.threshold(c.accepted)/0.001, c.power)
			sum, squares, shuffles = sum+shown, squares+shown*shown, shuffles+n.Shuffles()
		}
		mean := sum / runs
		if spread, want := math.Sqrt(squares/runs-mean*mean), math.Sqrt(c.accepted/counted); math.Abs(mean-c.accepted) > c.off*c.accepted || spread > 1.2*want {
			t.Errorf("rate %g, power %g: %.3f patterns below the threshold, spread %.3f; want %g, spread at most %.3f", c.rate, c.power, mean, spread, c.accepted, want)
		}
		if usual := shufflesToBeSure(c.accepted, counted); shuffles > (usual+2)*runs || usual > counted/2 {
			t.Errorf("rate %g, power %g: %.1f shuffles, want about %d and at most half of the %d that counting takes", c.rate, c.power, float64(shuffles)/runs, usual, counted)
		}
	}
}

// TestThresholdWithoutChance: where shuffled exports show next to nothing, all are
// searched, and the weakest p-value that counts is the threshold.
func TestThresholdWithoutChance(t *testing.T) {
	n := learn(func() []float64 { return nil }, 1, 10)
	if n.threshold(1) != weakestP || n.Shuffles() != 10 || n.Below(1e-4) != 0 {
		t.Errorf("threshold %g after %d shuffles, %g below 1e-4, want %g after 10, none below", n.threshold(1), n.Shuffles(), n.Below(1e-4), weakestP)
	}
}

// TestBelowIsTheInverseOfThreshold: as many patterns lie below a threshold as it
// was asked for, and never fewer below a higher p-value.
func TestBelowIsTheInverseOfThreshold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		rate, accepted := rapid.Float64Range(0.5, 300).Draw(t, "rate"), rapid.Float64Range(0.1, 3).Draw(t, "accepted")
		n := learn(func() []float64 { return powerTail(random, rate, usualShape) }, accepted, 10)
		for _, patterns := range []float64{accepted, accepted / 4} {
			if p := n.threshold(patterns); p < n.tail.from && math.Abs(n.Below(p)-patterns) > 1e-9 {
				t.Errorf("%g patterns below the threshold for %g", n.Below(p), patterns)
			}
		}
		last := 0.0
		for p := 1e-12; p < weakestP; p *= 1.5 {
			if below := n.Below(p); below < last {
				t.Errorf("%g patterns below %g, %g below a lower one", below, p, last)
			} else {
				last = below
			}
		}
	})
}

// TestBoundLosesNothing: what lies above the bound changes nothing in the fit.
func TestBoundLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 1))
	bounded, all := newNullDistribution(1), newNullDistribution(1)
	for range 5 {
		ps, bound := powerTail(random, 20, usualShape), bounded.bound()
		all.add(ps, weakestP)
		bounded.add(slices.DeleteFunc(ps, func(p float64) bool { return p >= bound }), bound)
	}
	if bounded.bound() >= all.level || bounded.threshold(1) != all.threshold(1) {
		t.Errorf("threshold %g with a bound of %g, %g without", bounded.threshold(1), bounded.bound(), all.threshold(1))
	}
}

// TestStrongestLoseNothing: of each shuffled export only the strongest patterns need be
// made, and the threshold, the bound and what is told below them stay the same.
func TestStrongestLoseNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	for _, accepted := range []float64{0.02, 0.25, 1} {
		some, all := newNullDistribution(accepted), newNullDistribution(accepted)
		for range 5 {
			bound := all.bound()
			ps := slices.DeleteFunc(powerTail(random, 60, usualShape), func(p float64) bool { return p >= bound })
			all.add(ps, bound)
			if needed := some.needed() + 1; needed < len(ps) {
				ps, bound = ps[:needed], ps[needed]
			}
			some.add(ps, bound)
			if some.bound() != all.bound() || some.tail != all.tail {
				t.Errorf("%g accepted: bound %g and tail %+v from the strongest, %g and %+v from all", accepted, some.bound(), some.tail, all.bound(), all.tail)
			}
		}
	}
}

// TestStrongestKeepsEquals: findings as strong as the last that is judged are judged too.
func TestStrongestKeepsEquals(t *testing.T) {
	var all []Finding
	for _, p := range []float64{1e-5, 1e-4, 1e-4, 1e-4, 1e-3} {
		all = append(all, Finding{PHere: p})
	}
	for n, want := range map[int]int{1: 1, 2: 4, 3: 4, 4: 4, 5: 5, 9: 5} {
		first, next := strongest(all, n)
		if len(first) != want || want < len(all) && next != all[want].PHere || want == len(all) && next != 1 {
			t.Errorf("strongest %d: %d findings up to %g, want %d", n, len(first), next, want)
		}
	}
}
