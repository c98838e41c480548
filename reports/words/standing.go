package words

import (
	"strconv"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// StandingReason says in a sentence why a pattern alarms again or, although it
// meets a criterion, does not; "" where nothing is remembered of it.
func (w Writer) StandingReason(p *result.Pattern) string {
	r, f := p.Standing.Reason, p.Standing.Forecast
	switch r.Code {
	case result.ReasonFirst:
		return w.Text("Escalated for the first time.")
	case result.ReasonGrew:
		return w.Count(f.Seen, "It grew beyond its forecast: %d ticket since %s, at most %d were forecast.",
			"It grew beyond its forecast: %d tickets since %s, at most %d were forecast.", w.Date(f.Window.From), f.High)
	case result.ReasonDoubled:
		return w.Count(len(p.Tickets), "It has doubled: %d ticket in %d days, %d in %d days when that was decided.",
			"It has doubled: %d tickets in %d days, %d in %d days when that was decided.", p.WindowDays, r.TicketsThen, r.DaysThen)
	case result.ReasonUntilDoubled:
		return w.Text("To be ignored until it doubles.")
	case result.ReasonMoved:
		return w.Text("It was given to %s on %s.", w.Team(r.Team), w.Date(r.Day))
	case result.ReasonFixChecked:
		return w.Fix(p.Standing.Fix)
	case result.ReasonFixed:
		return w.Text("Fixed on %s.", w.Date(r.Day))
	case result.ReasonMerged:
		return w.Text("It was merged with “%s”, which is in this report.", r.Label)
	case result.ReasonAnswered:
		return w.within(w.answered(r), f)
	case result.ReasonWaiting:
		return w.within(w.Text("Asked on %s and not answered", w.Date(p.Standing.Asked)), f)
	case result.ReasonOverdue:
		return w.Text("Asked on %s; the answer was due on %s.", w.Date(p.Standing.Asked), w.Date(p.Due))
	case result.ReasonForgotten:
		return w.Text("The history could not be used, so nobody is asked.")
	}
	return ""
}

// answeredOn and answeredBy say that an owner answered, and who did.
var (
	answeredOn = map[string]i18n.English{
		"accept": "Accepted on %s", "decline": "Declined on %s", "known": "Known on %s", "split": "Split off on %s",
		"find_an_owner": "An owner is being found since %s",
	}
	answeredBy = map[string]i18n.English{
		"accept": "Accepted on %s by %s", "decline": "Declined on %s by %s", "known": "Known on %s by %s", "split": "Split off on %s by %s",
		"find_an_owner": "An owner is being found since %s, by %s",
	}
)

func (w Writer) answered(r result.Reason) string {
	switch on := w.Date(r.Day); {
	case r.Decision == "merge":
		return w.Text("Merged with “%s” on %s", r.Label, on)
	case r.By == "":
		return w.Text(answeredOn[r.Decision], on)
	default:
		return w.Text(answeredBy[r.Decision], on, r.By)
	}
}

// within adds to a clause that a pattern is within its forecast.
func (w Writer) within(clause string, f *result.Forecast) string {
	if f == nil {
		return w.Text("%s; it is within its forecast.", clause)
	}
	return w.Text("%s; it is within its forecast (%d since %s, at most %d).", clause, f.Seen, w.Date(f.Window.From), f.High)
}

// Event says what happened to a pattern on a day of its history.
func (w Writer) Event(p *result.Pattern, e result.Event) string {
	switch e.Code {
	case result.EventFirstTicket:
		return w.Text("first ticket of this issue, anywhere in the export")
	case result.EventReported:
		return w.Text("first reported")
	case result.EventAsked:
		if e.Team == "" {
			return w.Text("asked for an owner")
		}
		return w.Text("asked %s", w.Team(e.Team))
	case result.EventDecided:
		for _, d := range p.Standing.Decisions {
			if d.Number == e.Decision {
				return w.Decided(d)
			}
		}
	case result.EventUndone:
		return w.Text("decision %s taken back", strconv.Itoa(e.Decision))
	case result.EventMerged:
		return w.Text("“%s” was merged with it", e.Label)
	case result.EventBack:
		return w.Text("back after the fix")
	}
	return ""
}

var decisionTexts = map[string]i18n.English{
	"accept": "Accepted", "decline": "Declined", "known": "Known", "not_a_pattern": "Said to be no pattern",
	"fixed": "Fixed", "wrong_owner": "Given to another owner", "find_an_owner": "An owner is being found", "merge": "Merged with another issue", "split": "Split off", "ignore_until_doubled": "To be ignored until it doubles",
}

// Decided says what was decided by whom and why.
func (w Writer) Decided(d result.Decision) string {
	what := w.Text(decisionTexts[d.Decision])
	switch {
	case d.Decision == "fixed" && d.Date != "":
		what = w.Text("Fixed on %s", w.Date(d.Date))
	case d.Owner != "":
		what += ": " + w.Team(d.Owner)
	case d.Decision == "merge" && d.WithLabel != "":
		what = w.Text("Merged with “%s”", d.WithLabel)
	}
	if d.By != "" {
		what = w.Text("%s, by %s", what, d.By)
	}
	if d.Reason != "" {
		what += ": " + d.Reason
	}
	return what
}
