package analyzer

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/result"
)

// deskByDay is the whole desk, for the life of tickets to be seen against.
func (r *reporter) deskByDay() lifecycle.Desk {
	return lifecycle.Desk{Days: r.export.Days, Volume: r.export.Volume}
}

// daysOf lists the days of tickets, oldest first.
func (r *reporter) daysOf(tickets []int32) []int {
	days := make([]int, len(tickets))
	for i, t := range tickets {
		days[i] = r.export.Day[t]
	}
	return days
}

// daysBack counts how many days before AsOf a remembered day lies.
func (r *reporter) daysBack(day string) int {
	if back, ok := r.export.DaysBack(day); ok {
		return back
	}
	return lifecycle.None
}

// remembered is what earlier runs know of a remembered issue.
func (r *reporter) remembered(number int32) lifecycle.Remembered {
	if number < 0 {
		return lifecycle.NothingRemembered()
	}
	k := &r.overlay.Issues[number]
	was := lifecycle.Remembered{
		Life:     lifecycle.Life{Status: result.Status(k.Status), Since: r.daysBack(k.Since)},
		Reported: lifecycle.None, FirstSeen: r.daysBack(k.FirstSeen), LastSeen: r.daysBack(k.LastSeen),
	}
	for _, p := range r.overlay.Memory.Patterns {
		if r.overlay.Current(p.Issue) == k.ID {
			was.Reported = max(was.Reported, r.daysBack(p.FirstReported))
		}
	}
	was.WasIssue = lifecycle.WasIssue(k.Gone, was.FirstSeen-was.LastSeen)
	return was
}

// patternStatus tells where a pattern stands, by all tickets of its issue in its
// scope: those that its chart shows. known is what is remembered of the pattern
// itself.
func (r *reporter) patternStatus(p *result.Pattern, issue int, s dataset.Scope, known lifecycle.Remembered) lifecycle.Life {
	was := r.remembered(r.issues.Issues[issue].Remembered)
	was.Life, was.Reported, was.WasIssue = known.Life, known.Reported, false
	out := r.deskByDay().Status(r.daysOf(r.inScope(issue, s)), was)
	if p.Kind == result.Emerging {
		out = out.Within(r.daysBack(string(p.FirstTicket)))
	}
	return out
}
