package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/stat"
)

// promising goes back in time through the tickets of a scope that say what was
// asked for, and stops as soon as they are too few, or as it is known that their
// p-value will not come below the bound. Most groups say what the scope has
// always said, and a part of the past is enough to know that.
func (w *worker) promising(c cell) bool {
	recent := w.export.Recent(w.here.since(c.window.days), c.window.days)
	if !w.enough(recent, w.counter.count(recent, recent, c.window)) {
		return false
	}
	for _, windows := range goingBack(c.window.past) {
		if w.lowestPast(c, w.here.since(c.window.days*(1+windows)), windows) >= w.bound {
			return false
		}
	}
	if c.window.past == 0 {
		return true
	}
	days := c.window.days * (1 + c.window.past)
	counted := w.export.Recent(w.here.since(days), days)
	slices.Sort(counted)
	f, _ := w.evaluate(c, counted)
	return f != nil && (f.baseline == nil || f.pPast < w.bound)
}

// goingBack returns after how many earlier windows to stop and think: none, a
// third, two thirds.
func goingBack(past int) []int {
	switch {
	case past == 0:
		return nil
	case past < 6:
		return []int{0}
	}
	return []int{0, past / 3, 2 * past / 3}
}

// lowestPast bounds the p-value of a scope's past from below when only so many
// earlier windows have been counted.
func (w *worker) lowestPast(c cell, tickets []int32, windows int) float64 {
	own := make([]int, c.window.past+1)
	for _, t := range tickets {
		if k := w.export.Day[t] / c.window.days; k <= windows {
			own[k]++
		}
	}
	exposure, past := w.exposures(c, own)
	for k := windows + 1; k <= c.window.past; k++ {
		own[k] = -1
	}
	return w.test.LowestP(stat.Sample{
		Count: own[0], Baseline: oldestFirst(own, c.window.past), BaselineExposure: past, Exposure: exposure,
		PriorWeight: mean(past),
	})
}
