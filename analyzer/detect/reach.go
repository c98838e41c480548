package detect

import (
	"slices"

	"ticketpatterns/analyzer/stat"
)

// standsOutLately reports whether enough people say in the window what the group at hand
// says, and could stand out if nobody had said it before. Most groups are small and end
// here, so that the past of most scopes need not be indexed.
func (w *worker) standsOutLately(c cell) bool {
	w.lately.search(&w.sought)
	recent := w.export.Recent(w.lately.since(c.window.Days), c.window.Days)
	return w.enough(recent, w.counter.Count(recent, recent, c.window)) && (c.window.Past == 0 || w.lowestPast(c, recent, 0) < w.bound)
}

// canReachThreshold goes back in time through the tickets of a scope that match the
// group at hand. It stops as soon as their p-value can no longer come below the bound.
// Most groups say what the scope has always said, and part of the past is enough to know
// that.
func (w *worker) canReachThreshold(c cell) bool {
	if !w.indexed {
		w.here.use(w.export, c.in.Tickets)
		w.indexed = true
	}
	w.here.search(&w.sought)
	if c.window.Past == 0 {
		return true
	}
	for _, windows := range goingBack(c.window.Past) {
		if w.lowestPast(c, w.here.since(c.window.Days*(1+windows)), windows) >= w.bound {
			return false
		}
	}
	days := c.window.Days * (1 + c.window.Past)
	counted := w.export.Recent(w.here.since(days), days)
	slices.Sort(counted)
	f, _ := w.comparePast(c, counted)
	return f != nil && (f.Baseline == nil || f.PPast < w.bound)
}

// goingBack returns after how many earlier windows to stop and think: a third, two
// thirds.
func goingBack(past int) []int {
	if past < 6 {
		return nil
	}
	return []int{past / 3, 2 * past / 3}
}

// lowestPast bounds the p-value of a scope's past from below when only so many
// earlier windows have been counted.
func (w *worker) lowestPast(c cell, tickets []int32, windows int) float64 {
	own := make([]int, c.window.Past+1)
	for _, t := range tickets {
		if k := w.export.Day[t] / c.window.Days; k <= windows {
			own[k]++
		}
	}
	exposure, past := w.exposures(c, own)
	for k := windows + 1; k <= c.window.Past; k++ {
		own[k] = -1
	}
	return w.options.Test.LowestP(stat.Sample{
		Count: own[0], Baseline: oldestFirst(own, c.window.Past), BaselineExposure: past, Exposure: exposure,
		PriorWeight: mean(past),
	})
}

// everywhere returns the tickets of the whole export that match the group at hand,
// ascending. It goes through the texts in their order and stops to think as
// canReachThreshold does; false if they are so many that the group distinguishes nobody,
// or that a window's reports are no more of them than chance brings there.
func (w *worker) everywhere(c cell, here Counts) (tickets []int32, few bool) {
	w.all.search(&w.sought)
	for part := everywhereParts; part >= 1; part /= 2 {
		tickets = w.all.upTo(w.all.texts() / part)
		if w.export.AnyText && len(tickets) > w.tooCommon {
			return nil, false // what everybody says distinguishes nobody
		}
		if slices.Sort(tickets); w.concentrationIn(c, here, tickets).p() >= w.bound {
			return nil, false
		}
	}
	return slices.Clone(tickets), true
}

// everywhereParts is the part of the texts after which it is first asked whether to go
// on; then after each doubling.
const everywhereParts = 16
