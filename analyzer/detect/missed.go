package detect

import "slices"

// missedEveryDays and missedDays say how many days before AsOf a report would
// have been made: every fortnight of the last eight weeks.
const (
	missedEveryDays = 14
	missedDays      = 56
)

// missed finds what reports of the past weeks would have shown and what is not
// among the patterns of today. All these reports together share one budget of
// false alarms.
func (s *search) missed(today []Pattern, null NullDistribution) []Pattern {
	threshold := null.threshold(s.options.FalseAlarmsPerReport * missedEveryDays / missedDays)
	var past []Finding
	for back := missedEveryDays; back <= missedDays; back += missedEveryDays {
		then := newSearch(s.export.Until(back), s.index, s.options)
		if then.young {
			break
		}
		then.bound = threshold
		for _, f := range then.searchAllScopes(PastWeeks, missedDays/missedEveryDays).findings {
			f.EndsBack = back
			past = append(past, f)
		}
	}
	slices.SortStableFunc(past, compareFindings)
	return s.suppressSecondary(past, today)
}
