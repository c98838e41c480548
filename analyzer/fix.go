package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// checkFix checks what became of the tickets of an issue in a scope since a fix. It
// returns nil if the day of the fix is unknown, not in the past, or before the export.
func (r *reporter) checkFix(d past.Decision, of *past.Pattern, s dataset.Scope, issueID, label string) *result.FixCheck {
	n := r.issues.Number(issueID)
	var tickets []int32
	if n >= 0 {
		tickets = r.inScope(n, s)
	}
	f, ok := r.deskByDay().CheckFix(r.daysOf(tickets), r.daysBack(d.Day), r.options.MinTickets)
	if !ok {
		return nil
	}
	f.On, f.Hours = result.Day(d.Day), r.hoursPrevented(f, tickets)
	f.PatternID, f.IssueID, f.Label, f.Scope = d.Pattern, issueID, label, []result.FieldValue{}
	if of != nil {
		f.Team = text.Plain(of.Team)
		for _, w := range of.Where {
			f.Scope = append(f.Scope, result.FieldValue{Field: w.Field, Value: text.Plain(w.Value)})
		}
	}
	return &f
}

// hoursPrevented is how long people would have waited for the tickets that a fix
// prevented; nil where tickets have no times to resolve.
func (r *reporter) hoursPrevented(f result.FixCheck, tickets []int32) *float64 {
	impact := r.describe.Impact(tickets)
	if impact.PersonHours == nil {
		return nil
	}
	return new(stat.Round(max(f.Prevented, 0)**impact.PersonHours/float64(len(tickets)), 10))
}

// fixes checks everything that was fixed on a day, shown today or not, and the
// declared changes.
func (r *reporter) fixes() []result.FixCheck {
	out := []result.FixCheck{}
	for _, d := range r.overlay.Memory.Decisions {
		if d.Kind != past.Fixed || d.Undone != "" || r.outdated(d) {
			continue
		}
		if f := r.checkDecided(d); f != nil {
			out = append(out, *f)
		}
	}
	out = append(out, r.checkChanges()...)
	slices.SortStableFunc(out, func(a, b result.FixCheck) int {
		return cmp.Or(-cmp.Compare(a.On, b.On), cmp.Compare(a.IssueID, b.IssueID), cmp.Compare(a.PatternID, b.PatternID))
	})
	return out
}

// outdated reports whether a later fix was declared for the same.
func (r *reporter) outdated(d past.Decision) bool {
	return slices.ContainsFunc(r.overlay.Memory.Decisions, func(o past.Decision) bool {
		return o.Number > d.Number && o.Kind == past.Fixed && o.Undone == "" && o.Pattern == d.Pattern && o.Issue == d.Issue
	})
}

// quietFixes counts the fixes made four weeks ago or earlier that the export can
// judge, and those after which no ticket came for four weeks.
func (r *reporter) quietFixes() (made, quiet int) {
	for _, d := range r.overlay.Memory.Decisions {
		back, ok := r.export.DaysBack(d.Day)
		if d.Kind != past.Fixed || d.Undone != "" || !ok || back < lifecycle.BeforeFix || back >= r.export.Days || r.outdated(d) {
			continue
		}
		made++
		if !slices.ContainsFunc(r.ofDecision(d), func(t int32) bool {
			return r.export.Day[t] < back && r.export.Day[t] >= back-lifecycle.BeforeFix
		}) {
			quiet++
		}
	}
	return made, quiet
}

// ofDecision lists the tickets that a decision is about.
func (r *reporter) ofDecision(d past.Decision) []int32 {
	id, s := d.Issue, dataset.Scope{}
	for _, p := range r.overlay.Memory.Patterns {
		if p.ID == d.Pattern {
			id, s = p.Issue, r.scopeWhere(p.Where)
		}
	}
	id = r.overlay.Current(id)
	n := r.issues.Number(id)
	if n < 0 {
		return nil
	}
	return r.inScope(n, s)
}

// checkDecided checks the fix of a remembered pattern, or of a whole issue.
func (r *reporter) checkDecided(d past.Decision) *result.FixCheck {
	at := slices.IndexFunc(r.overlay.Memory.Patterns, func(p past.Pattern) bool { return p.ID == d.Pattern })
	if at >= 0 {
		p := &r.overlay.Memory.Patterns[at]
		return r.checkFix(d, p, r.scopeWhere(p.Where), r.overlay.Current(p.Issue), p.Label)
	}
	id := r.overlay.Current(d.Issue)
	for _, i := range r.overlay.Memory.Issues {
		if i.ID == id {
			return r.checkFix(d, nil, dataset.Scope{}, id, i.Label)
		}
	}
	return nil
}

// checkChanges looks for issues that became fewer or more after a declared
// change that concerns them: of each change the issue that changed most, if it
// still says something after as many tests.
func (r *reporter) checkChanges() []result.FixCheck {
	var checks []result.FixCheck
	for _, c := range r.changes {
		day := result.DayOf(c.Start.In(r.export.AsOf.Location()))
		back := r.daysBack(string(day))
		if !lifecycle.ChangeIsDue(back) {
			continue
		}
		for n := range r.issueList {
			tickets := r.describe.Changed(c, r.issues.Issues[n].Tickets)
			f, ok := r.deskByDay().CheckChange(r.daysOf(tickets), back, r.options.MinTickets)
			if !ok {
				continue
			}
			f.Change, f.IssueID, f.Label, f.Scope = c.ID, r.issueList[n].ID, r.issueList[n].Label, []result.FieldValue{}
			f.On, f.Hours = day, r.hoursPrevented(f, tickets)
			checks = append(checks, f)
		}
	}
	return lifecycle.ClearChanges(checks)
}
