package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// fixes checks what became of issues after somebody said that they are fixed, or
// after a declared change.
type fixes struct {
	data       *dataset.Dataset
	issues     *issue.Set
	overlay    *memory.Overlay
	describer  *describe.Describer
	minTickets int
}

// all checks everything that was fixed on a day, shown today or not, and the
// declared changes: latest first. issues say what the report calls them.
func (f fixes) all(changes []ticket.Change, issues []result.Issue) []result.FixCheck {
	out := []result.FixCheck{}
	for _, d := range f.overlay.Memory.Decisions {
		if d.Kind != past.Fixed || d.Undone != "" || f.outdated(d) {
			continue
		}
		if check := f.decided(d); check != nil {
			out = append(out, *check)
		}
	}
	out = append(out, f.changes(changes, issues)...)
	slices.SortStableFunc(out, func(a, b result.FixCheck) int {
		return cmp.Or(-cmp.Compare(a.On, b.On), cmp.Compare(a.IssueID, b.IssueID), cmp.Compare(a.PatternID, b.PatternID))
	})
	return out
}

// outdated reports whether a later fix was declared for the same.
func (f fixes) outdated(d past.Decision) bool {
	return slices.ContainsFunc(f.overlay.Memory.Decisions, func(o past.Decision) bool {
		return o.Number > d.Number && o.Kind == past.Fixed && o.Undone == "" && o.Pattern == d.Pattern && o.Issue == d.Issue
	})
}

// decided checks the fix of a remembered pattern, or of a whole issue.
func (f fixes) decided(d past.Decision) *result.FixCheck {
	memory := f.overlay.Memory
	at := slices.IndexFunc(memory.Patterns, func(p past.Pattern) bool { return p.ID == d.Pattern })
	if at >= 0 {
		p := &memory.Patterns[at]
		return f.check(d, p, f.data.FindScope(fieldValues(p.Where)), f.overlay.Current(p.Issue), p.Label)
	}
	id := f.overlay.Current(d.Issue)
	for _, i := range memory.Issues {
		if i.ID == id {
			return f.check(d, nil, dataset.Scope{}, id, i.Label)
		}
	}
	return nil
}

// check compares the tickets of an issue in a scope before and after a fix. It
// returns nil if the day of the fix is unknown, not in the past, or before the
// export. of is the remembered pattern that was fixed; nil for a whole issue.
func (f fixes) check(d past.Decision, of *past.Pattern, s dataset.Scope, issueID, label string) *result.FixCheck {
	tickets := f.inScope(issueID, s)
	check, ok := wholeDesk(f.data).CheckFix(f.data.DaysOf(tickets), daysBack(f.data, d.Day), f.minTickets)
	if !ok {
		return nil
	}
	check.On, check.Hours = result.Day(d.Day), f.hoursPrevented(check, tickets)
	check.PatternID, check.IssueID, check.Label, check.Scope = d.Pattern, issueID, label, []result.FieldValue{}
	if of != nil {
		check.Team, check.Scope = text.Plain(of.Team), fieldValues(of.Where)
	}
	return &check
}

// inScope lists the tickets of an issue in a scope; none of one that the export
// does not show.
func (f fixes) inScope(issueID string, s dataset.Scope) []int32 {
	n := f.issues.Number(issueID)
	if n < 0 {
		return nil
	}
	return f.data.InScope(f.issues.Issues[n].Tickets, s)
}

// fieldValues are the values of a remembered scope.
func fieldValues(where []past.Value) []result.FieldValue {
	out := []result.FieldValue{}
	for _, v := range where {
		out = append(out, result.FieldValue{Field: v.Field, Value: text.Plain(v.Value)})
	}
	return out
}

// hoursPrevented is how long people would have waited for the tickets that a fix
// prevented; nil where tickets have no times to resolve.
func (f fixes) hoursPrevented(check result.FixCheck, tickets []int32) *float64 {
	impact := f.describer.Impact(tickets)
	if impact.PersonHoursLow == nil {
		return nil
	}
	return pointer(stat.Round(max(check.Prevented, 0)**impact.PersonHoursLow/float64(len(tickets)), 10))
}

// changes looks for issues that became fewer or more after a declared change that
// concerns them: of each change the issue that changed most, if it still says
// something after as many tests.
func (f fixes) changes(changes []ticket.Change, issues []result.Issue) []result.FixCheck {
	var checks []result.FixCheck
	for _, c := range changes {
		day := result.DayOf(c.Start.In(f.data.AsOf.Location()))
		back := daysBack(f.data, string(day))
		if !lifecycle.ChangeIsDue(back) {
			continue
		}
		for n := range issues {
			tickets := f.describer.TicketsOfChange(c, f.issues.Issues[n].Tickets)
			check, ok := wholeDesk(f.data).CheckChange(f.data.DaysOf(tickets), back, f.minTickets)
			if !ok {
				continue
			}
			check.Change, check.IssueID, check.Label, check.Scope = c.ID, issues[n].ID, issues[n].Label, []result.FieldValue{}
			check.On, check.Hours = day, f.hoursPrevented(check, tickets)
			checks = append(checks, check)
		}
	}
	return lifecycle.SignificantChanges(checks)
}

// quiet counts the fixes made four weeks ago or earlier that the export can judge,
// and those after which no ticket came for four weeks.
func (f fixes) quiet() (made, quiet int) {
	for _, d := range f.overlay.Memory.Decisions {
		back, ok := f.data.DaysBack(d.Day)
		if d.Kind != past.Fixed || d.Undone != "" || !ok || back < lifecycle.BeforeFix || back >= f.data.Days || f.outdated(d) {
			continue
		}
		made++
		if !slices.ContainsFunc(f.ofDecision(d), func(t int32) bool {
			return f.data.Day[t] < back && f.data.Day[t] >= back-lifecycle.BeforeFix
		}) {
			quiet++
		}
	}
	return made, quiet
}

// ofDecision lists the tickets that a decision is about.
func (f fixes) ofDecision(d past.Decision) []int32 {
	id, s := d.Issue, dataset.Scope{}
	for _, p := range f.overlay.Memory.Patterns {
		if p.ID == d.Pattern {
			id, s = p.Issue, f.data.FindScope(fieldValues(p.Where))
		}
	}
	return f.inScope(f.overlay.Current(id), s)
}

// wholeDesk is the desk that the life of tickets is seen against.
func wholeDesk(data *dataset.Dataset) lifecycle.Desk {
	return lifecycle.Desk{Days: data.Days, Volume: data.Volume}
}

// daysBack counts how many days before AsOf a remembered day lies.
func daysBack(data *dataset.Dataset, day string) int {
	if back, ok := data.DaysBack(day); ok {
		return back
	}
	return lifecycle.None
}
