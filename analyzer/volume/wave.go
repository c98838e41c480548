package volume

import (
	"sort"

	"ticketpatterns/analyzer/calendar"
)

// isWave reports whether a finding comes at the same time of each month, quarter or year
// and is no more than its own earlier waves. The whole export is looked at, however far
// it goes back.
func (s *search) isWave(f Finding, in *scope, threshold float64) bool {
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
	return ok && wave.P*in.tests >= threshold
}
