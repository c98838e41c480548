package analyzer

import (
	"cmp"
	"slices"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// concentrated is the p-value, divided by the number of scopes asked, at which
	// an issue belongs to a scope rather than to everybody.
	concentrated = 0.01
	// deskWide is the share of the desk's tickets from which an issue that belongs
	// to no scope is worth saying.
	deskWide = 0.05
	// mostChronic bounds the list: what is always high is no news.
	mostChronic = 10
)

// chronicScopes are the fields that a chronic issue is sought in, one at a time.
var chronicScopes = []dataset.Field{dataset.Department, dataset.Location}

// chronic finds issues that are high and steady: tickets in most of the last
// weeks, by many people, and either more in one scope than its share of the
// desk, or a large part of all tickets. Issues that are emerging are not said
// twice. In an export without texts an issue is only a category, and a busy
// category is no finding; there only what is concentrated counts.
func (r *reporter) chronic(emerging []result.Pattern) []result.Pattern {
	var patterns []result.Pattern
	if r.export.Days < 7*r.options.Chronic.Weeks {
		return nil
	}
	known := map[string]bool{}
	for _, p := range emerging {
		known[p.IssueID] = true
	}
	for i := range r.issueList {
		if known[r.issueList[i].ID] {
			continue
		}
		if p, ok := r.chronicIssue(i); ok {
			patterns = append(patterns, p)
		}
	}
	slices.SortStableFunc(patterns, func(a, b result.Pattern) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.ID, b.ID))
	})
	return patterns[:min(len(patterns), mostChronic)]
}

// chronicIssue looks for the scope in which issue i is most concentrated and
// steady, then at the whole desk.
func (r *reporter) chronicIssue(i int) (result.Pattern, bool) {
	days := 7 * r.options.Chronic.Weeks
	recent := r.export.Recent(r.members[i], days)
	if !r.steady(recent) {
		return result.Pattern{}, false
	}
	best, bestP, tested := dataset.Scope{}, 1.0, 0
	for _, f := range chronicScopes {
		for v := 1; v < len(r.export.Fields[f].Name); v++ {
			var s dataset.Scope
			s.Values[f] = int32(v)
			if inside := r.export.InScope(recent, s); r.steady(inside) {
				tested++
				if p := r.concentration(s, recent, inside, days); p < bestP {
					best, bestP = s, p
				}
			}
		}
	}
	if tested > 0 && bestP <= concentrated/float64(tested*len(r.issueList)) {
		return r.chronicPattern(i, best, r.export.InScope(recent, best), days, bestP), true
	}
	desk := r.export.Volume(0, days)
	if !r.export.AnyText || float64(len(recent)) < deskWide*float64(desk) {
		return result.Pattern{}, false
	}
	return r.chronicPattern(i, dataset.Scope{}, recent, days, 1), true
}

// steady reports whether tickets of the last weeks meet the rule for chronic.
func (r *reporter) steady(tickets []int32) bool {
	c := r.options.Chronic
	if float64(len(tickets)) < c.TicketsPerWeek*float64(c.Weeks) {
		return false
	}
	if people := r.export.DistinctPeople(tickets); people < c.MinPeople && r.export.People > 0 {
		return false
	}
	return float64(weeksWith(r.export, tickets)) >= c.ShareOfWeeks*float64(c.Weeks)
}

// weeksWith counts the weeks, back from AsOf, that hold one of tickets.
func weeksWith(e *dataset.Dataset, tickets []int32) int {
	seen := map[int]bool{}
	for _, t := range tickets {
		seen[e.Day[t]/7] = true
	}
	return len(seen)
}

// concentration is the chance that a scope has as many of an issue's tickets or
// more if the issue falls on everybody alike.
func (r *reporter) concentration(s dataset.Scope, recent, inside []int32, days int) float64 {
	part := 0
	for t := range r.export.Tickets {
		if r.export.Day[t] < days && s.Holds(r.export, int32(t)) {
			part++
		}
	}
	return stat.HypergeometricTail(len(inside), len(recent), part, r.export.Volume(0, days))
}

// chronicPattern describes a chronic issue. Expected is what the scope would
// have if the issue fell on everybody alike; for the whole desk there is no
// such number.
func (r *reporter) chronicPattern(i int, s dataset.Scope, tickets []int32, days int, p float64) result.Pattern {
	out := r.pattern(s, tickets, r.export.Span(days, 0), result.Chronic)
	out.IssueID = r.issueList[i].ID
	if s != (dataset.Scope{}) {
		out.PHere, out.PValue = &p, &p
		inside := 0
		for t := range r.export.Tickets {
			if r.export.Day[t] < days && s.Holds(r.export, int32(t)) {
				inside++
			}
		}
		recent := r.export.Recent(r.members[i], days)
		out.Expected = pointer(float64(len(recent)) * float64(inside) / float64(r.export.Volume(0, days)))
	}
	r.conclude(&out, s, tickets)
	return out
}
