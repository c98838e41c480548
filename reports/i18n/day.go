package i18n

import (
	"strings"
	"time"

	"ticketpatterns/analyzer/result"
)

var (
	months   = [...]English{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	weekdays = [...]English{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
)

// The layouts of days are texts, so that a locale may order their parts: %[1]s
// is the day, %[2]s the month, %[3]s the year and %[4]s the last day of a span.
const (
	dayLayout      English = "%[1]s %[2]s %[3]s"
	dayMonthLayout English = "%[1]s %[2]s"
	spanLayout     English = "%[1]s to %[4]s %[2]s %[3]s"
)

func (l *Language) laidOut(layout English, t time.Time) string {
	text := l.or().translated(layout)
	return strings.NewReplacer("%[1]s", t.Format("2"), "%[2]s", l.Text(months[t.Month()-1]), "%[3]s", t.Format("2006")).Replace(text)
}

// Date writes a day: "9 Nov 2026"; "unknown" if there is none.
func (l *Language) Date(d result.Day) string {
	t := d.Time()
	if t.IsZero() {
		return l.Text("unknown")
	}
	return l.laidOut(dayLayout, t)
}

// DayMonth writes a day without its year: "9 Nov".
func (l *Language) DayMonth(d result.Day) string {
	t := d.Time()
	if t.IsZero() {
		return l.Text("unknown")
	}
	return l.laidOut(dayMonthLayout, t)
}

// Weekday writes a day of the week: "Mon".
func (l *Language) Weekday(d time.Weekday) string { return l.Text(weekdays[d]) }

// Span writes a run of days, naming month and year once where they agree:
// "9 to 22 Nov 2026".
func (l *Language) Span(s result.Span) string {
	from, to := s.From.Time(), s.To.Time()
	switch {
	case from.IsZero() || to.IsZero():
		return l.Text("unknown")
	case from.Equal(to):
		return l.Date(s.To)
	case from.Year() != to.Year():
		return l.Text("%s to %s", l.Date(s.From), l.Date(s.To))
	case from.Month() != to.Month():
		return l.Text("%s to %s", l.DayMonth(s.From), l.Date(s.To))
	}
	return strings.ReplaceAll(l.laidOut(spanLayout, from), "%[4]s", to.Format("2"))
}
