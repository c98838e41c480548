package detect

// missedEveryDays and missedDays say how many days before AsOf a report would
// have been made: every fortnight of the last eight weeks.
const (
	missedEveryDays = 14
	missedDays      = 56
)

// missed finds what reports of the past weeks would have shown and what is not
// among the patterns of today. All these reports together share one budget of
// false alarms.
func (s *search) missed(today []Pattern, chances Chances) []Pattern {
	const share = float64(missedEveryDays) / missedDays
	var past []Finding
	for back := missedEveryDays; back <= missedDays; back += missedEveryDays {
		then := newSearch(s.export.Until(back), s.index, s.options)
		if then.young {
			break
		}
		then.accepted, then.bounds = s.accepted, chances.thresholds(share)
		for _, f := range then.searchAllScopes(PastWeeks, missedDays/missedEveryDays).findings {
			f.EndsBack += back
			past = append(past, f)
		}
	}
	return s.suppressSecondary(chances.below(past, share), today)
}
