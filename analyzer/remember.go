package analyzer

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// today is what the next run has to know of this one. patterns are all of the day,
// also those that people said are none.
func today(data *dataset.Dataset, issues *issue.Set, list []result.Issue, patterns []pattern, run past.Run) memory.Today {
	t := memory.Today{Day: data.Date(0), IssueOf: issues.Of, Run: run}
	for n, i := range issues.Issues {
		t.Issues = append(t.Issues, memory.IssueToday{
			ID: i.ID, Label: list[n].Label, Status: list[n].Status, Since: list[n].Since, FirstSeen: i.FirstSeen, LastSeen: i.LastSeen,
			PreviousIDs: i.PreviousIDs, Mean: i.Mean, TooFew: len(i.Tickets) < issue.MinTickets, Remembered: i.Remembered, Absorbed: i.Absorbed, Bound: i.Bound,
		})
	}
	for _, p := range patterns {
		t.Patterns = append(t.Patterns, patternToday(data, p))
	}
	return t
}

func patternToday(data *dataset.Dataset, p pattern) memory.PatternToday {
	d := p.standing.decision
	out := memory.PatternToday{
		Pattern: past.Pattern{
			ID: p.id, Issue: p.track.OwnIssue, Kind: string(p.kind), Label: p.profile.Label, Scope: p.scope.Describe(data),
			Team: p.owner.Team, Function: p.owner.Function, Status: string(p.life.Status), Since: string(data.Date(p.life.Since)),
			Asked: string(d.Asked), Due: string(d.Due),
		},
		Tickets: p.tickets, WindowDays: p.window.Days(), Alarmed: !p.standing.known || d.Alarm,
	}
	for _, v := range p.scope.FieldValues(data) {
		out.Where = append(out.Where, past.Value(v))
	}
	for _, c := range d.Criteria {
		out.Criteria = append(out.Criteria, c.Name)
	}
	return out
}
