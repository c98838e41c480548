package analyzer

import (
	"cmp"
	"slices"
	"time"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// grownP is the p-value at which a known pattern has grown beyond its forecast.
	// It is asked of every known pattern every week.
	grownP = 0.01
	// forecastDays is the shortest time that a forecast is held against.
	forecastDays = 7
)

// stand says what earlier runs and decisions make of a pattern. It reports false
// for one that people said is none and that did not grow.
func (r *reporter) stand(s *sighting) bool {
	today := r.export.Date(0)
	s.Standing = result.Standing{Since: s.Standing.Since, FirstReported: today, Decisions: []result.Decision{}}
	if s.before != nil {
		stands := r.patternLife(s.Pattern, s.issue, s.scope, lived{
			life: life{result.Status(s.before.Status), result.Day(s.before.Since)}, reported: result.Day(s.before.FirstReported)})
		s.Status, s.Standing.Since = stands.status, stands.since
	}
	for _, d := range s.answers {
		s.Standing.Decisions = append(s.Standing.Decisions, r.told(d))
	}
	meets, team := s.Escalate, s.Owner.Team
	r.correctOwner(s)
	s.first = s.before == nil
	if _, answered := standingAnswer(s.answers, ""); s.first && answered {
		s.before = r.asIfAsked(s, team)
	}
	if s.before == nil {
		r.ask(s, meets, result.Reason{})
	} else {
		s.Standing.FirstReported, s.Standing.Asked = result.Day(s.before.FirstReported), result.Day(s.before.Asked)
		if !s.first {
			s.Standing.Forecast = r.forecast(s)
		}
		if !r.weigh(s, meets) {
			return false
		}
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

// ask escalates a pattern aloud if it meets a criterion.
func (r *reporter) ask(s *sighting, meets bool, reason result.Reason) {
	s.Escalate, s.Standing.Alarm, s.Standing.Reason = meets, meets, reason
	s.Ask, s.Due = "", ""
	if meets {
		s.Standing.Asked = r.export.Date(0)
		s.Due = result.DayOf(r.export.AsOf.AddDate(0, 0, r.options.AnswerDays))
		s.Ask = askOf(s.Owner)
	}
}

// silence keeps a pattern that meets a criterion from being escalated.
func silence(s *sighting, reason result.Reason) {
	s.Escalate, s.Ask, s.Due = false, "", ""
	s.Standing.Reason = reason
}

// weigh decides about a known pattern: it alarms again only if it grew beyond its
// forecast, is back after its fix, or belongs to somebody else. Until it is
// answered it stays on its owner's list with the day on which it was due. An answer
// to the report of this very day is not overruled by what that report asked for. A
// pattern that was merged with another is asked with it.
func (r *reporter) weigh(s *sighting, meets bool) bool {
	f := s.Standing.Forecast
	answer, answered := standingAnswer(s.answers, s.before.Alarm)
	grown := f != nil && f.PValue <= grownP && (!answered || answer.On < string(r.export.Date(0)))
	switch {
	case r.spokenFor(s):
		silence(s, result.Reason{Code: result.ReasonMerged, Label: r.labelOf(s.merged)})
	case answered && answer.Kind == past.Fixed:
		r.weighFix(s, answer, meets)
	case answered && answer.Kind == past.IgnoreUntilDoubled:
		r.weighDoubled(s, answer.On, meets)
	case answered && answer.Kind == past.WrongOwner && s.before.Team != s.Owner.Team:
		r.ask(s, meets, result.Reason{Code: result.ReasonMoved, Team: s.Owner.Team, Day: result.Day(answer.On)})
	case grown && meets:
		r.ask(s, meets, result.Reason{Code: result.ReasonGrew})
	case answered && answer.Kind == past.NotAPattern:
		return false
	case answered && answer.Kind != past.WrongOwner:
		silence(s, r.answered(s, answer))
	case meets && s.Standing.Asked == "":
		r.ask(s, meets, result.Reason{Code: result.ReasonFirst})
	case meets:
		s.Due = result.Day(s.before.Due)
		s.Ask = askOf(s.Owner)
		s.Standing.Reason.Code = result.ReasonWaiting
		if s.Due != "" && s.Due < r.export.Date(0) {
			s.Standing.Reason.Code = result.ReasonOverdue
		}
	default:
		silence(s, result.Reason{})
	}
	return true
}

// standingAnswer is the last answer that was given since a pattern was last said
// aloud and that still stands.
func standingAnswer(answers []past.Decision, since string) (past.Decision, bool) {
	for _, d := range slices.Backward(answers) {
		if d.Undone == "" && d.On >= since {
			return d, true
		}
	}
	return past.Decision{}, false
}

// weighFix silences a pattern whose fix holds or is too young to be judged.
func (r *reporter) weighFix(s *sighting, fix past.Decision, meets bool) {
	check := r.checkFix(fix, s.before, s.scope, s.IssueID, s.Label)
	if check == nil {
		silence(s, result.Reason{Code: result.ReasonFixed, Day: result.Day(fix.Day)})
		return
	}
	s.Standing.Fix = check
	broken := check.Verdict == result.VerdictBack || check.Verdict == result.VerdictNot || check.Verdict == result.VerdictWorse
	if broken && (r.repeatAfterFix(s, check) || meets) {
		r.ask(s, true, result.Reason{Code: result.ReasonFixChecked})
		return
	}
	silence(s, result.Reason{Code: result.ReasonFixChecked})
}

// weighDoubled keeps a pattern silent until it has twice the tickets a day that it
// had when it was last said aloud.
func (r *reporter) weighDoubled(s *sighting, on string, meets bool) {
	rate := float64(len(s.Tickets)) / float64(s.WindowDays)
	then := float64(s.before.AlarmTickets) / float64(max(s.before.AlarmDays, 1))
	if then > 0 && rate >= 2*then && on < string(r.export.Date(0)) {
		r.ask(s, meets, result.Reason{Code: result.ReasonDoubled, TicketsThen: s.before.AlarmTickets, DaysThen: s.before.AlarmDays})
		return
	}
	silence(s, result.Reason{Code: result.ReasonUntilDoubled})
}

func (r *reporter) answered(s *sighting, d past.Decision) result.Reason {
	reason := result.Reason{Code: result.ReasonAnswered, Decision: d.Kind, Day: result.Day(d.On), By: text.Plain(d.By)}
	if d.Kind == past.Merge {
		reason.Label = r.labelOf(s.merged)
	}
	return reason
}

// forecast holds the tickets opened since the last run, or in the last week,
// against the rate at which the pattern stood when it was last said aloud. With n
// tickets in w days then, the count in d days is negative binomial with
//
//	mean = (n + 1/2) d/w, size = n + 1/2
//
// the prediction of a Poisson rate with the prior of Jeffreys (Bernardo and Smith,
// Bayesian Theory, 1994, section 5.4).
func (r *reporter) forecast(s *sighting) *result.Forecast {
	if s.before.AlarmDays <= 0 {
		return nil
	}
	last, err := time.Parse(time.DateOnly, s.before.LastReported)
	if err != nil {
		return nil
	}
	days := int(r.export.Date(0).Time().Sub(last).Hours() / 24)
	days = min(max(days, forecastDays), s.WindowDays)
	size := float64(s.before.AlarmTickets) + 0.5
	mean := size * float64(days) / float64(s.before.AlarmDays)
	seen := len(r.export.Recent(s.tickets, days))
	return &result.Forecast{
		Window: r.export.Span(days, 0), Seen: seen, Expected: stat.Round(mean, 10),
		High: stat.NegativeBinomialQuantile(1-grownP, mean, size), PValue: stat.NegativeBinomialTail(seen, mean, size),
	}
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
