package volume

import (
	"slices"
	"sort"

	"ticketpatterns/analyzer/calendar"
	"ticketpatterns/analyzer/dataset"
)

// waveOf returns what came at the same time of each earlier month, quarter or year, if a
// finding is no more than that; nil if it is news. The whole export is looked at, however
// far it goes back.
func (s *search) waveOf(f Finding, in *scope, threshold float64) *calendar.Wave {
	var days []int // of the tickets in scope, latest first
	for t := len(s.data.Tickets) - 1; t >= 0; t-- {
		if !noise[s.data.Excluded[t]] && f.Scope.Holds(s.data, int32(t)) {
			days = append(days, s.data.Day[t])
		}
	}
	count := func(w calendar.Window) int {
		return sort.SearchInts(days, w.Back+w.Days) - sort.SearchInts(days, w.Back)
	}
	wave, ok := calendar.Find(s.data.AsOf, s.data.Days, calendar.Window{Days: f.WindowDays, Back: f.EndsBack}, count, s.options.Test)
	if !ok || wave.P*in.tests < threshold {
		return nil
	}
	return &wave
}

// partWaves parts findings into news and what comes at this time anyway.
func (s *search) partWaves(t *table, found []Finding, threshold float64) (news, waves []Finding) {
	for _, f := range found {
		if f.Wave = s.waveOf(f, t.of(f.Scope), threshold); f.Wave == nil {
			news = append(news, f)
		} else {
			waves = append(waves, f)
		}
	}
	return news, waves
}

// withoutShadows keeps the strongest of the waves that hold the same tickets.
func withoutShadows(waves []Finding) []Finding {
	slices.SortStableFunc(waves, compareFindings)
	kept := []Finding{}
	var told [][]int32
	for _, f := range waves {
		if !dataset.MostlyIn(f.Tickets, told...) {
			kept, told = append(kept, f), append(told, f.Tickets)
		}
	}
	return kept
}
