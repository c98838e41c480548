package words

import (
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"
)

// Recurring writes what comes back at this time and is no news, a line each.
func (w Writer) Recurring(a *result.Analysis) []string {
	w.standIn = standIn(a.Quality)
	var lines []string
	for _, r := range a.Recurring {
		what := w.ScopeOf(r.Scope)
		if r.Label != "" {
			what = w.Text("“%s” (%s)", text.Shorten(r.Label, 80), what)
		}
		lines = append(lines, w.Text("%s: recurs %s. This time %s (%s), usually %s.", what, w.period(r.Wave.Period, r.Span), w.Tickets(r.Tickets), w.Span(r.Span), w.Usual(r.Wave.Usual)))
	}
	return lines
}

// usuallyThen says that a pattern is more than the wave that comes at its time anyway.
func (w Writer) usuallyThen(p *result.Pattern) string {
	return w.Text("It recurs %s, usually with %s.", w.period(p.Wave.Period, p.Window), w.usualTickets(p.Wave.Usual))
}

// beforeTheEnd is how many days before the last of a month its end begins.
const beforeTheEnd = 3

var periodTexts = map[result.Period][2]i18n.English{
	result.PeriodMonth:   {"each month at this time", "each month end"},
	result.PeriodQuarter: {"each quarter at this time", "each quarter end"},
	result.PeriodYear:    {"each year at this time", "each year end"},
}

// period says when something recurs: at the end of each period if the middle of the span
// lies there.
func (w Writer) period(p result.Period, s result.Span) string {
	texts := periodTexts[p]
	if endsSoon(p, s.From.Time().AddDate(0, 0, s.Days()/2)) {
		return w.Text(texts[1])
	}
	return w.Text(texts[0])
}

// endsSoon reports whether a period ends within a few days.
func endsSoon(p result.Period, day time.Time) bool {
	next := day.AddDate(0, 0, beforeTheEnd+1)
	if next.Month() == day.Month() {
		return false
	}
	switch p {
	case result.PeriodQuarter:
		return day.Month()%3 == 0
	case result.PeriodYear:
		return day.Month() == time.December
	}
	return true
}
