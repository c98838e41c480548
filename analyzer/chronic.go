package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
)

// mostChronic bounds the list: what is always high is no news.
const mostChronic = 10

// chronic describes the issues that are high and steady. Those that are emerging
// are not said twice.
func (r *reporter) chronic(emerging []sighting) []sighting {
	known := map[int]bool{}
	for _, s := range emerging {
		known[s.issue] = true
	}
	var patterns []sighting
	for _, f := range detect.SearchChronic(r.export, r.issues.Tickets(), detect.ChronicOptions(r.options.Chronic)) {
		if !known[f.Issue] {
			patterns = append(patterns, r.chronicPattern(f))
		}
	}
	slices.SortStableFunc(patterns, func(a, b sighting) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.ID, b.ID))
	})
	return patterns[:min(len(patterns), mostChronic)]
}

func (r *reporter) chronicPattern(f detect.ChronicFinding) sighting {
	out := r.pattern(f.Scope, f.Tickets, r.export.Span(7*r.options.Chronic.Weeks, 0), result.Chronic)
	out.IssueID = r.issues.Issues[f.Issue].ID
	if !f.WholeDesk() {
		out.PHere, out.PValue, out.Expected = &f.P, &f.P, &f.Expected
	}
	r.conclude(&out, f.Scope, f.Tickets)
	return sighting{Pattern: &out, scope: f.Scope, tickets: f.Tickets, issue: f.Issue}
}
