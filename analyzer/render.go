package analyzer

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// renderer writes patterns as the result has them.
type renderer struct {
	data      *dataset.Dataset
	describer *describe.Describer
	issues    *issue.Set
}

// patterns renders ranked patterns.
func (r renderer) patterns(patterns []pattern) []result.Pattern {
	overlaps := overlapsOf(patterns)
	out := []result.Pattern{}
	for i, p := range patterns {
		rendered := r.pattern(p)
		rendered.Rank, rendered.Overlaps = i+1, overlaps[i]
		out = append(out, rendered)
	}
	return out
}

// missed renders patterns of past weeks. They are told, not escalated: what is still
// going on is a pattern of today.
func (r renderer) missed(patterns []pattern) []result.Pattern {
	out := []result.Pattern{}
	for i, p := range patterns {
		rendered := r.pattern(p)
		rendered.Rank, rendered.Overlaps = i+1, []result.Overlap{}
		out = append(out, rendered)
	}
	return out
}

func (r renderer) pattern(p pattern) result.Pattern {
	first, last := r.data.FirstAndLast(p.tickets)
	name := func(f dataset.Field) string { return text.Plain(r.data.Fields[f].Name[p.scope.Values[f]]) }
	d, decided := p.profile, p.standing.decision
	out := result.Pattern{
		ID: p.id, IssueID: issueID(r.issues, p), Label: d.Label, LabelIsExample: d.Example, Kind: p.kind, Status: p.life.Status,
		Department: name(dataset.Department), Category: name(dataset.Category), Subcategory: name(dataset.Subcategory), Location: name(dataset.Location),
		Service: name(dataset.Service), ConfigurationItem: name(dataset.ConfigurationItem), AssignmentGroup: name(dataset.AssignmentGroup),
		AlsoSeenAs: p.finding.alsoSeen(r.data), Window: p.window, WindowDays: p.window.Days(), Tickets: r.data.IDs(p.tickets), Perhaps: r.data.IDs(p.finding.perhaps()),
		Requesters: p.people, FirstTicket: first, LastTicket: last, MayBeChance: p.finding.mayBeChance,
		Expected: p.finding.expected, PValue: p.finding.p, Baseline: []int{}, Weekly: r.data.Weekly(p.ofIssue),
		ExpectedWeekly: make([]*float64, r.data.Weeks()), Changes: p.changes, Symptoms: p.symptoms,
		Impact: d.Impact, Owner: p.owner, Cause: d.Cause, Phrases: d.Phrases, Exemplars: d.Exemplars, Workaround: d.Workarounds,
		Tried: d.Handling, Paths: d.Paths, Shares: d.Common, Misfits: d.Misfits, Spread: d.Breakdown,
		Criteria: decided.Criteria, Exceptions: p.exceptions, Escalate: decided.Escalate, Ask: decided.Ask, Due: decided.Due, History: p.standing.history,
		Standing: result.Standing{
			Since: r.data.Date(p.life.Since), FirstReported: p.standing.firstReported, Asked: decided.Asked, Alarm: decided.Alarm, Reason: decided.Reason,
			Forecast: p.standing.forecast, Decisions: p.standing.decisions, Fix: decided.Fix,
		},
	}
	switch f := p.finding; {
	case f.emerging != nil:
		return r.emerging(out, f)
	case f.volume != nil:
		return r.majorIncident(out, f)
	}
	out.PHere = p.finding.p
	return out
}

// majorIncident adds what only the search for numbers of tickets knows. What is usual
// in a week are the earlier windows: one of a day or two has a weekday of its own.
func (r renderer) majorIncident(out result.Pattern, f finding) result.Pattern {
	v := f.volume
	out.PPast, out.Baseline, out.ByChance = &v.P, v.Baseline, &f.byChance
	if last := len(out.Weekly) - (v.EndsBack+v.WindowDays+6)/7; last > 0 {
		before := out.Weekly[max(0, last-weeksUsual):last]
		sum := 0
		for _, n := range before {
			sum += n
		}
		perWeek := float64(sum) / float64(len(before))
		for i := range out.ExpectedWeekly {
			out.ExpectedWeekly[i] = pointer(perWeek)
		}
		out.WeekLow, out.WeekHigh = r.describer.WeekBand(out.Weekly, out.Window.From, perWeek)
	}
	return out
}

// weeksUsual is how many weeks before a major incident say what is usual.
const weeksUsual = 12

// emerging adds what only the search for emerging patterns knows.
func (r renderer) emerging(out result.Pattern, f finding) result.Pattern {
	e := f.emerging
	out.Family, out.BurstSince = detect.FamilyNames[e.Family], r.burstSince(e.WindowDays, e.Firm())
	out.Wave = wave(e.Wave)
	out.PHere, out.QValue, out.ByChance = &e.PHere, &e.Q, &f.byChance
	switch {
	case e.Baseline != nil:
		out.PPast, out.Baseline = &e.PPast, e.Baseline
		perWeek := e.Expected * 7 / float64(out.WindowDays)
		for i := range out.ExpectedWeekly {
			out.ExpectedWeekly[i] = pointer(perWeek)
		}
		out.WeekLow, out.WeekHigh = r.describer.WeekBand(out.Weekly, out.Window.From, perWeek)
	case e.PPast > 0:
		out.PPast = &e.PPast
	}
	return out
}

// overlapsOf says of each pattern which others hold some of the same tickets, so that
// nobody takes one fault for two.
func overlapsOf(patterns []pattern) [][]result.Overlap {
	holders := map[int32][]int{}
	for i, p := range patterns {
		for _, t := range p.tickets {
			holders[t] = append(holders[t], i)
		}
	}
	out := make([][]result.Overlap, len(patterns))
	for i, p := range patterns {
		shared := make([]int, len(patterns))
		for _, t := range p.tickets {
			for _, other := range holders[t] {
				shared[other]++
			}
		}
		out[i] = []result.Overlap{}
		for other, n := range shared {
			if n > 0 && other != i {
				out[i] = append(out[i], result.Overlap{PatternID: patterns[other].id, Tickets: n, Of: len(p.tickets)})
			}
		}
		slices.SortStableFunc(out[i], func(a, b result.Overlap) int { return b.Tickets - a.Tickets })
	}
	return out
}

// analysis renders what the run knows of the whole export.
func (r renderer) analysis(in Input, o Options, found detect.Result) *result.Analysis {
	a := &result.Analysis{
		AsOf: r.data.AsOf, Tickets: len(r.data.Tickets), People: r.data.People, Notice: o.Notice, Names: "masked", Locale: o.Locale, Preset: o.Owners.BuiltIn(),
		Budget:  budget(o, found),
		Quality: nonNil(slices.Clone(in.Quality)), Warnings: nonNil(slices.Clone(in.Warnings)),
	}
	if o.Names {
		a.Names = "shown"
	}
	if len(r.data.Tickets) > 0 {
		a.Span.From, a.Span.To = r.data.FirstAndLast([]int32{0, int32(len(r.data.Tickets) - 1)})
	}
	return a
}

// burstSince returns the hour of the first ticket of a burst within days; nil if it is none, or the
// time of day is not known.
func (r renderer) burstSince(days int, firm []int32) *time.Time {
	opened := func(t int32) time.Time { return r.data.Tickets[t].Opened.In(r.data.AsOf.Location()) }
	midnight := func(t int32) bool { return opened(t).Hour() == 0 && opened(t).Minute() == 0 && opened(t).Second() == 0 }
	if days >= 7 || len(firm) == 0 || !slices.ContainsFunc(firm, func(t int32) bool { return !midnight(t) }) {
		return nil
	}
	at := opened(firm[0])
	return pointer(time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), 0, 0, 0, at.Location()))
}

// budget renders how the limit on false alarms was met.
func budget(o Options, found detect.Result) result.Budget {
	b := result.Budget{FalseAlarms: o.FalseAlarmsPerReport, Tests: found.Tests, Families: []result.FamilyBudget{}}
	for _, f := range found.Families {
		seen := f.Null.Below(f.Threshold)
		b.Families = append(b.Families, result.FamilyBudget{
			Family: detect.FamilyNames[f.Family], FalseAlarms: f.FalseAlarms, Tests: f.Tests, PValue: f.Threshold, Shuffles: f.Null.Shuffles(), Seen: seen,
		})
		b.PValue, b.Seen = max(b.PValue, f.Threshold), b.Seen+seen
	}
	return b
}

// assignments says of every ticket, also those opened after AsOf, where it belongs.
func (r renderer) assignments(later []ticket.Ticket, patterns []pattern) []result.Assignment {
	perhaps := map[int32]string{}
	for _, p := range patterns {
		for _, t := range p.finding.perhaps() {
			if perhaps[t] == "" {
				perhaps[t] = p.id
			}
		}
	}
	out := make([]result.Assignment, 0, len(r.data.Tickets)+len(later))
	for t := range r.data.Tickets {
		a := result.Assignment{Source: r.data.Tickets[t].Source, TicketID: r.data.Tickets[t].ID, Perhaps: perhaps[int32(t)]}
		if i := r.issues.Of[t]; i >= 0 {
			a.IssueID, a.Similarity = r.issues.Issues[i].ID, r.issues.Closeness[t]
			if !r.issues.Firm[t] {
				a.IssueID, a.PerhapsIssue = "", a.IssueID
			}
		}
		out = append(out, a)
	}
	later = slices.Clone(later)
	slices.SortFunc(later, dataset.CompareTickets)
	for i := range later {
		out = append(out, result.Assignment{Source: later[i].Source, TicketID: later[i].ID})
	}
	return out
}

// nonNil returns s, or an empty slice for nil: JSON knows a difference that
// readers should not have to know.
func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
