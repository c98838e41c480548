package analyzer

import "slices"

const (
	// missedEveryDays and missedDays say at which days before AsOf a report would
	// have been made: every fortnight of the last eight weeks.
	missedEveryDays = 14
	missedDays      = 56
)

// missed finds what reports of the past weeks would have shown, and what is not
// among the patterns of today: on the first run, what was missed. All of these
// reports together share one budget of false alarms.
func (s *search) missed(today []folded, c chance) []folded {
	threshold := c.threshold(s.options.FalseAlarmsPerReport * missedEveryDays / missedDays)
	var past []finding
	for back := missedEveryDays; back <= missedDays; back += missedEveryDays {
		then := newSearch(s.export.Until(back), s.index, s.options)
		if then.young {
			break
		}
		then.bound, then.progress = threshold, s.progress
		for _, f := range then.everywhere().findings {
			f.endsBack = back
			past = append(past, f)
		}
	}
	slices.SortStableFunc(past, compareFindings)
	return s.fold(past, today)
}
