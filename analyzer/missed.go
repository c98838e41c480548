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
		then := newSearch(s.export.until(back), s.options)
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

// until returns the export as it was so many days before AsOf.
func (e *export) until(daysBack int) *export {
	n := slices.IndexFunc(e.day, func(d int) bool { return d < daysBack })
	if n < 0 {
		n = len(e.day)
	}
	out := *e
	out.tickets, out.refs, out.person = e.tickets[:n], e.refs[:n], e.person[:n]
	out.days = e.days - daysBack
	out.day = make([]int, n)
	for t := range out.day {
		out.day[t] = e.day[t] - daysBack
	}
	for f := range e.fields {
		out.fields[f].value = e.fields[f].value[:n]
	}
	out.docOf = e.docOf[:n]
	out.listTickets()
	return &out
}
