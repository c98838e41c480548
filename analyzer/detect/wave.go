package detect

import (
	"cmp"
	"slices"
	"sort"

	"ticketpatterns/analyzer/calendar"
	"ticketpatterns/analyzer/dataset"
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
	if ok {
		f.Wave, f.pNoWaves = &wave, f.PPast
		f.PPast, f.Expected = max(f.PPast, wave.P), max(f.Expected, wave.Expected)
	}
}

// withoutWave is the p-value of a finding as if its wave were unknown.
func (f *Finding) withoutWave() float64 {
	if f.Wave == nil {
		return f.P()
	}
	return max(f.PHere, f.pNoWaves)
}

// onlyWave reports whether a finding is no news at a p-value, and only its wave makes
// it none.
func (f *Finding) onlyWave(p float64) bool { return f.P() >= p && f.withoutWave() < p }

// expected returns the findings that only their waves keep from being news, the largest
// of those that hold the same tickets; what is told as a pattern is left out.
func (s *search) expected(c candidates, chances Chances, patterns []Pattern) []Finding {
	var waves []Finding
	for _, f := range slices.Concat(c.findings, c.waves) {
		if f.onlyWave(chances.null[f.Family].threshold(chances.accepted[f.Family])) {
			waves = append(waves, f)
		}
	}
	slices.SortStableFunc(waves, func(a, b Finding) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.WindowDays, b.WindowDays), compareFindings(a, b))
	})
	var told [][]int32
	for _, p := range patterns {
		told = append(told, p.Wider())
	}
	kept := []Finding{}
	for _, f := range waves {
		if !dataset.MostlyIn(f.Tickets, told...) {
			kept, told = append(kept, f), append(told, f.Tickets)
		}
	}
	return kept
}
