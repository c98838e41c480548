package analyzer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// nearTheEdge is the share of the accepted false alarms above which a pattern may
// be one of them: three in four false alarms are weaker than that.
const nearTheEdge = 0.25

// emerging turns findings into patterns.
func (r *reporter) emerging(findings []detect.Pattern) []sighting {
	var patterns []sighting
	for _, f := range findings {
		p := r.pattern(f.Scope, f.Tickets, r.export.Span(f.WindowDays, f.EndsBack), result.Emerging)
		p.PHere, p.PValue, p.QValue = &f.PHere, pointer(f.P()), &f.Q
		p.ByChance = pointer(r.null.Below(f.P()))
		p.MayBeChance = *p.ByChance > nearTheEdge*r.options.FalseAlarmsPerReport
		p.Changes = r.describe.ChangesDuring(f.Tickets)
		if f.Baseline != nil {
			p.PPast, p.Expected, p.Baseline = &f.PPast, &f.Expected, f.Baseline
			r.expectWeekly(&p, f.Expected)
		} else if f.PPast > 0 {
			p.PPast = &f.PPast
		}
		told := map[string]bool{} // of weeks that end on different days the strongest is enough
		for _, a := range f.Also {
			scope := fmt.Sprint(a.Scope.Describe(r.export), a.WindowDays)
			if told[scope] {
				continue
			}
			told[scope] = true
			p.AlsoSeenAs = append(p.AlsoSeenAs, result.Sighting{Scope: scopeFields(r.where(a.Scope)), WindowDays: a.WindowDays, Tickets: len(a.Tickets)})
		}
		r.conclude(&p, f.Scope, f.Tickets)
		patterns = append(patterns, sighting{Pattern: &p, scope: f.Scope, tickets: f.Tickets, issue: r.issues.Holding(f.Tickets)})
	}
	return patterns
}

func pointer[T any](v T) *T { return &v }

// scopeFields lists what is remembered of a scope as the result has it.
func scopeFields(where []past.Value) []result.FieldValue {
	out := []result.FieldValue{}
	for _, v := range where {
		out = append(out, result.FieldValue{Field: v.Field, Value: v.Value})
	}
	return out
}

// missed turns findings of past weeks into patterns. They are told, not
// escalated: what is still going on is a pattern of today.
func (r *reporter) missed(findings []detect.Pattern) []result.Pattern {
	var patterns []result.Pattern
	for _, s := range r.emerging(findings) {
		s.Escalate, s.Ask, s.Due = false, "", ""
		patterns = append(patterns, *s.Pattern)
	}
	return patterns
}

// pattern describes tickets of a scope in a window, but for what was expected
// and what follows from it.
func (r *reporter) pattern(s dataset.Scope, tickets []int32, window result.Span, kind result.Kind) result.Pattern {
	e := r.export
	issue := r.issues.Holding(tickets) // every group of tickets that is asked for began an issue, so there is one
	all := r.inScope(issue, s)
	d := r.describe.Profile(s, tickets, all)
	first, last := r.export.FirstAndLast(tickets)
	name := func(f dataset.Field) string { return text.Plain(e.Fields[f].Name[s.Values[f]]) }
	p := result.Pattern{
		IssueID: r.issueList[issue].ID, Label: d.Label, Kind: kind,
		Department: name(dataset.Department), Category: name(dataset.Category), Subcategory: name(dataset.Subcategory), Location: name(dataset.Location),
		Service: name(dataset.Service), ConfigurationItem: name(dataset.ConfigurationItem), AssignmentGroup: name(dataset.AssignmentGroup), AlsoSeenAs: []result.Sighting{},
		Window: window, WindowDays: window.Days(), Tickets: e.IDs(tickets),
		Requesters: e.DistinctPeople(tickets), FirstTicket: first, LastTicket: last,
		Baseline: []int{}, Weekly: r.export.Weekly(all), ExpectedWeekly: make([]*float64, r.export.Weeks()),
		Impact: d.Impact, Owner: d.Owner, Cause: d.Cause, Phrases: d.Phrases, Exemplars: d.Exemplars, Workaround: d.Workarounds,
		Tried: d.Handling, Paths: d.Paths, Shares: d.Common, Misfits: d.Misfits, Spread: d.Breakdown,
		Changes: []result.Change{}, Criteria: []result.Criterion{}, History: []result.Event{}, Overlaps: []result.Overlap{},
		Standing: result.Standing{FirstReported: r.export.Date(0), Decisions: []result.Decision{}},
	}
	stands := r.patternStatus(&p, issue, s, lifecycle.NothingRemembered())
	p.Status, p.Standing.Since = stands.Status, r.export.Date(stands.Since)
	p.ID = patternID(p.IssueID, kind, s.Describe(e))
	return p
}

// inScope lists the tickets of an issue that fall in a scope, all time.
func (r *reporter) inScope(issue int, s dataset.Scope) []int32 {
	return r.export.InScope(r.issues.Issues[issue].Tickets, s)
}

// expectWeekly spreads what is expected in the window evenly over its weeks and
// what was expected before over theirs.
func (r *reporter) expectWeekly(p *result.Pattern, expected float64) {
	perWeek := expected * 7 / float64(p.WindowDays)
	for i := range p.ExpectedWeekly {
		p.ExpectedWeekly[i] = pointer(perWeek)
	}
	p.WeekLow, p.WeekHigh = r.describe.WeekBand(p.Weekly, p.Window.From, perWeek)
}

// criteriaSubject is a pattern as criteria see it.
func (r *reporter) criteriaSubject(p *result.Pattern, s dataset.Scope, tickets []int32) escalate.Subject {
	return escalate.Subject{
		Kind: p.Kind, Tickets: tickets, Issue: r.inScope(r.issues.Holding(tickets), s), WindowDays: p.WindowDays,
		Expected: p.Expected, PersonHours: p.Impact.PersonHours,
		Attack: func(t int32) bool { return cause.Names(result.CauseSecurity, r.describe.CauseFacts(t)) },
	}
}

// conclude adds what follows from the numbers: the criteria and the escalation.
func (r *reporter) conclude(p *result.Pattern, s dataset.Scope, tickets []int32) {
	p.Criteria, p.Exceptions = escalate.Measure(r.options.Criteria, r.export, r.criteriaSubject(p, s, tickets))
	p.Escalate = len(p.Criteria) > 0
	first, _ := r.export.FirstAndLast(r.issues.Issues[r.issues.Holding(tickets)].Tickets)
	p.History = append(p.History, result.Event{Day: first, Code: result.EventFirstTicket})
	if !p.Escalate {
		return
	}
	p.Due = result.DayOf(r.export.AsOf.AddDate(0, 0, r.options.AnswerDays))
	p.Ask = escalate.AskOf(p.Owner)
}

// rank orders patterns: escalations first, emerging before chronic, those that
// may be chance behind the others of their kind, then by the hours people waited, people, tickets and evidence. Ids that repeat get a number.
func rank(patterns []result.Pattern) []result.Pattern {
	slices.SortStableFunc(patterns, func(a, b result.Pattern) int {
		return cmp.Or(trueFirst(a.Escalate, b.Escalate), trueFirst(a.Kind == result.Emerging, b.Kind == result.Emerging),
			trueFirst(!a.MayBeChance, !b.MayBeChance),
			-cmp.Compare(value(a.Impact.PersonHours), value(b.Impact.PersonHours)), -cmp.Compare(a.Requesters, b.Requesters),
			-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(value(a.PValue), value(b.PValue)), cmp.Compare(a.ID, b.ID))
	})
	used := map[string]int{}
	for i := range patterns {
		patterns[i].Rank = i + 1
		used[patterns[i].ID]++
		if n := used[patterns[i].ID]; n > 1 {
			patterns[i].ID += "-" + strconv.Itoa(n)
		}
	}
	return patterns
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func value(p *float64) float64 {
	if p == nil {
		return 0
	}
	return *p
}
