package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// stand says what earlier runs and decisions make of a pattern. It reports false
// for one that people said is none and that did not grow.
func (r *reporter) stand(s *sighting) bool {
	today := r.export.Date(0)
	s.Standing = result.Standing{Since: s.Standing.Since, FirstReported: today, Decisions: []result.Decision{}}
	if s.before != nil {
		stands := r.patternStatus(s.Pattern, s.issue, s.scope, lifecycle.Remembered{
			Life: lifecycle.Life{Status: result.Status(s.before.Status), Since: r.daysBack(s.before.Since)}, Reported: r.daysBack(s.before.FirstReported),
		})
		s.Status, s.Standing.Since = stands.Status, r.export.Date(stands.Since)
	}
	for _, d := range s.answers {
		s.Standing.Decisions = append(s.Standing.Decisions, r.told(d))
	}
	team := s.Owner.Team
	r.correctOwner(s)
	s.first = s.before == nil
	if _, answered := escalate.StandingAnswer(s.answers, ""); s.first && answered {
		s.before = r.asIfAsked(s, team)
	}
	if s.before != nil {
		s.Standing.FirstReported = result.Day(s.before.FirstReported)
	}
	c := r.caseOf(s)
	s.Standing.Forecast = c.Forecast
	d := escalate.Decide(c)
	s.Criteria, s.Escalate, s.Ask, s.Due = d.Criteria, d.Escalate, d.Ask, d.Due
	s.Standing.Asked, s.Standing.Alarm, s.Standing.Reason, s.Standing.Fix = d.Asked, d.Alarm, d.Reason, d.Fix
	if !d.Shown {
		return false
	}
	r.tell(s)
	return true
}

// asIfAsked stands in for what would be remembered of a pattern of this very day:
// people answered the report, and the same day is run again.
func (r *reporter) asIfAsked(s *sighting, team string) *past.Pattern {
	today := string(r.export.Date(0))
	return &past.Pattern{ID: s.ID, Issue: s.IssueID, Team: team, FirstReported: today, LastReported: today, Asked: today, Due: string(s.Due),
		AlarmTickets: len(s.tickets), AlarmDays: s.WindowDays}
}

func (r *reporter) told(d past.Decision) result.Decision {
	label := ""
	if d.Kind == past.Merge {
		label = r.labelOf(d.WithIssue)
	}
	return result.Decision{Number: d.Number, Decision: d.Kind, Reason: text.Plain(d.Reason), Date: result.Day(d.Day), Owner: text.Plain(d.Owner),
		WithIssue: d.WithIssue, WithLabel: label, By: text.Plain(d.By), On: result.Day(d.On), Undone: result.Day(d.Undone)}
}

// caseOf gathers what decides about a pattern.
func (r *reporter) caseOf(s *sighting) escalate.Case {
	c := escalate.Case{
		Today: r.export.Date(0), DueDay: result.DayOf(r.export.AsOf.AddDate(0, 0, r.options.AnswerDays)), Tickets: len(s.tickets), Days: s.WindowDays,
		Met: s.Criteria, Owner: s.Owner, Before: s.before, Answers: s.answers,
	}
	if s.before == nil {
		return c
	}
	if !s.first {
		c.Forecast = r.forecast(s)
	}
	if r.spokenFor(s) {
		c.MergedWith = r.labelOf(s.merged)
	}
	switch answer, answered := escalate.StandingAnswer(s.answers, s.before.Alarm); {
	case answered && answer.Kind == past.Fixed:
		if c.Fix = r.checkFix(answer, s.before, s.scope, s.IssueID, s.Label); c.Fix != nil {
			if met, back := escalate.MeasureReturn(r.options.Criteria, r.export, r.criteriaSubject(s.Pattern, s.scope, s.tickets), s.Criteria, c.Fix); back {
				c.MetSinceFix = met
			}
		}
	case answered && answer.Kind == past.Merge:
		c.AnsweredLabel = r.labelOf(s.merged)
	}
	return c
}

// forecast holds the tickets opened since the last run, or in the last week,
// against the rate at which the pattern stood when it was last said aloud.
func (r *reporter) forecast(s *sighting) *result.Forecast {
	last := r.daysBack(s.before.LastReported)
	if s.before.AlarmDays <= 0 || last == lifecycle.None {
		return nil
	}
	days := lifecycle.ForecastDays(last, s.WindowDays)
	seen := len(r.export.Recent(s.tickets, days))
	f := lifecycle.NewForecast(s.before.AlarmTickets, s.before.AlarmDays, days, seen)
	return &result.Forecast{Window: r.export.Span(days, 0), Seen: seen, Expected: f.Expected, High: f.High, PValue: f.P}
}

// tell writes the history of a pattern from what is remembered.
func (r *reporter) tell(s *sighting) {
	add := func(e result.Event) {
		if e.Day != "" {
			s.History = append(s.History, e)
		}
	}
	if !s.first {
		add(result.Event{Day: s.Standing.FirstReported, Code: result.EventReported})
		if s.Standing.Asked != s.Standing.FirstReported {
			add(result.Event{Day: s.Standing.Asked, Code: result.EventAsked, Team: text.Plain(s.before.Team)})
		}
	}
	for _, d := range s.Standing.Decisions {
		add(result.Event{Day: d.On, Code: result.EventDecided, Decision: d.Number})
		add(result.Event{Day: d.Undone, Code: result.EventUndone, Decision: d.Number})
	}
	for _, d := range s.absorbed {
		add(result.Event{Day: result.Day(d.On), Code: result.EventMerged, Label: r.labelOf(d.Issue)})
	}
	if f := s.Standing.Fix; f != nil && f.Verdict == result.VerdictBack {
		add(result.Event{Day: r.export.Date(0), Code: result.EventBack})
	}
	slices.SortStableFunc(s.History, func(a, b result.Event) int { return cmp.Compare(a.Day, b.Day) })
}
