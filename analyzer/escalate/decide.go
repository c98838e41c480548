package escalate

import (
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// Case is all that decides what is asked of whom about one pattern. Days are those
// of reports.
type Case struct {
	Today   result.Day
	DueDay  result.Day // by which whoever is asked today is to answer
	Tickets int        // of the pattern
	Days    int        // width of its window
	Met     []result.Criterion
	Owner   result.Owner // after corrections by people

	Lost     bool             // the memory could not be read
	Before   *past.Pattern    // as earlier runs remember it; nil: nothing is remembered
	Answers  []past.Decision  // about it, in the order in which they were made
	Forecast *result.Forecast // nil: none can be made
	// Fix checks the fix that the standing answer declares; nil if it declares none,
	// or if it is too early to check. MetSinceFix are the criteria that are met when
	// the return after that fix counts; nil if it is none.
	Fix         *result.FixCheck
	MetSinceFix []result.Criterion
	// MergedWith is the label of the issue that people merged its own with, if the
	// report shows a pattern of that issue, which then speaks for both; else "".
	MergedWith string
	// AnsweredLabel is the label of the issue that a standing merge names.
	AnsweredLabel string
}

// Decision says what is asked of whom.
type Decision struct {
	Shown    bool // false: people said that it is no pattern
	Escalate bool
	Alarm    bool // something is new, so it is said aloud
	Ask      result.Ask
	Due      result.Day // "" unless Escalate
	Asked    result.Day // the report that asked its owner; "" for none
	Criteria []result.Criterion
	Reason   result.Reason
	Fix      *result.FixCheck // the check that the reason speaks of
}

// Decide says what is asked of whom. A known pattern alarms again only if it grew
// beyond its forecast, is back after its fix, or belongs to somebody else. Without
// its memory a run asks nothing. Until it
// is answered it stays on its owner's list with the day on which it was due. An
// answer to the report of this very day is not overruled by what that report asked
// for. The rows of the table in life.md are its cases, in its order.
func Decide(c Case) Decision {
	if c.Lost {
		return c.silent(result.Reason{Code: result.ReasonForgotten})
	}
	if c.Before == nil {
		return c.aloud(result.Reason{})
	}
	meets := len(c.Met) > 0
	answer, answered := past.StandingAnswer(c.Answers, c.Before.Alarm)
	grown := c.Forecast != nil && lifecycle.ExceedsForecast(c.Forecast.PValue) && (!answered || answer.On < string(c.Today))
	switch {
	case c.MergedWith != "":
		return c.silent(result.Reason{Code: result.ReasonMerged, Label: c.MergedWith})
	case answered && answer.Kind == past.Fixed:
		return c.afterFix(answer)
	case answered && answer.Kind == past.IgnoreUntilDoubled:
		return c.untilDoubled(answer)
	case answered && answer.Kind == past.WrongOwner && c.Before.Team != c.Owner.Team:
		return c.aloud(result.Reason{Code: result.ReasonMoved, Team: c.Owner.Team, Day: result.Day(answer.On)})
	case grown && meets:
		return c.aloud(result.Reason{Code: result.ReasonGrew})
	case answered && answer.Kind == past.NotAPattern:
		d := c.aloud(result.Reason{}) // should people take that back, its owner has the usual time again
		return Decision{Due: d.Due, Asked: result.Day(c.Before.Asked), Criteria: c.Met}
	case answered && answer.Kind != past.WrongOwner:
		return c.silent(c.answeredBy(answer))
	case meets && c.Before.Asked == "":
		return c.aloud(result.Reason{Code: result.ReasonFirst})
	case meets:
		return c.waiting()
	}
	return c.silent(result.Reason{})
}

// aloud escalates a pattern that meets a criterion.
func (c Case) aloud(reason result.Reason) Decision {
	d := c.silent(reason)
	if len(c.Met) > 0 {
		d.Escalate, d.Alarm, d.Ask, d.Due, d.Asked = true, true, askOf(c.Owner), c.DueDay, c.Today
	}
	return d
}

// silent keeps a pattern that meets a criterion from being escalated.
func (c Case) silent(reason result.Reason) Decision {
	d := Decision{Shown: true, Criteria: c.Met, Reason: reason}
	if c.Before != nil {
		d.Asked = result.Day(c.Before.Asked)
	}
	return d
}

// waiting keeps the ask of an earlier report.
func (c Case) waiting() Decision {
	d := c.silent(result.Reason{Code: result.ReasonWaiting})
	d.Escalate, d.Ask, d.Due = true, askOf(c.Owner), result.Day(c.Before.Due)
	if d.Due != "" && d.Due < c.Today {
		d.Reason.Code = result.ReasonOverdue
	}
	return d
}

// afterFix silences a pattern whose fix holds or is too young to be judged.
func (c Case) afterFix(fix past.Decision) Decision {
	if c.Fix == nil {
		return c.silent(result.Reason{Code: result.ReasonFixed, Day: result.Day(fix.Day)})
	}
	decided, reason := c.silent, result.Reason{Code: result.ReasonFixChecked}
	if c.Fix.Broken() {
		if c.MetSinceFix != nil {
			c.Met = c.MetSinceFix
		}
		if len(c.Met) > 0 {
			decided = c.aloud
		}
	}
	d := decided(reason)
	d.Fix = c.Fix
	return d
}

// untilDoubled keeps a pattern silent until it has twice the tickets a day that it
// had when it was last said aloud.
func (c Case) untilDoubled(answer past.Decision) Decision {
	rate := float64(c.Tickets) / float64(c.Days)
	then := float64(c.Before.AlarmTickets) / float64(max(c.Before.AlarmDays, 1))
	if then > 0 && rate >= 2*then && answer.On < string(c.Today) {
		return c.aloud(result.Reason{Code: result.ReasonDoubled, TicketsThen: c.Before.AlarmTickets, DaysThen: c.Before.AlarmDays})
	}
	return c.silent(result.Reason{Code: result.ReasonUntilDoubled})
}

func (c Case) answeredBy(d past.Decision) result.Reason {
	return result.Reason{Code: result.ReasonAnswered, Decision: d.Kind, Day: result.Day(d.On), By: text.Plain(d.By), Label: c.AnsweredLabel}
}

// askOf says what an owner is asked to do: where the evidence is weak, or the map does
// not know the group, to say first whether the cause is theirs.
func askOf(o result.Owner) result.Ask {
	switch {
	case o.Gap:
		return result.AskNobody
	case o.Split && o.Alternative != "":
		return result.AskAgree
	case o.Strength == result.Weak || o.Reason.Code == result.OwnerByGroup && o.Reason.Decided == nil:
		return result.AskWhether
	}
	return result.AskTakeOver
}
