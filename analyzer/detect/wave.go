package detect

import (
	"sort"

	"ticketpatterns/analyzer/calendar"
)

// expectWave raises the p-value of a finding that comes at the same time of each month,
// quarter or year to what its own earlier waves leave of it. matches are all tickets of
// the scope that say the same, ascending.
func (w *worker) expectWave(f *Finding, matches []int32) {
	if f.PPast >= w.bound || f.Baseline == nil {
		return
	}
	before := func(back int) int { // tickets opened earlier than that
		return sort.Search(len(matches), func(i int) bool { return w.export.Day[matches[i]] < back })
	}
	count := func(win calendar.Window) int { return before(win.Back) - before(win.Back+win.Days) }
	wave, ok := calendar.Find(w.export.AsOf, w.export.Days, calendar.Window{Back: f.EndsBack, Days: f.WindowDays}, count, w.options.Test)
	if ok && wave.P > f.PPast {
		f.PPast, f.Expected = wave.P, wave.Expected
	}
}
