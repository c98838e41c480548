package words

import (
	"time"

	"ticketpatterns/analyzer/result"
)

// Date writes a day: "9 Nov 2026"; "unknown" if there is none.
func Date(d result.Day) string {
	t := d.Time()
	if t.IsZero() {
		return "unknown"
	}
	return t.Format("2 Jan 2006")
}

// DayMonth writes a day without its year: "9 Nov".
func DayMonth(d result.Day) string {
	t := d.Time()
	if t.IsZero() {
		return "unknown"
	}
	return t.Format("2 Jan")
}

// Weekday writes a day of the week: "Mon".
func Weekday(d time.Weekday) string { return d.String()[:3] }

// Span writes a run of days, naming month and year once where they agree:
// "9 to 22 Nov 2026".
func Span(s result.Span) string {
	from, to := s.From.Time(), s.To.Time()
	switch {
	case from.IsZero() || to.IsZero():
		return "unknown"
	case from.Equal(to):
		return Date(s.To)
	case from.Year() != to.Year():
		return Date(s.From) + " to " + Date(s.To)
	case from.Month() != to.Month():
		return from.Format("2 Jan") + " to " + Date(s.To)
	}
	return from.Format("2") + " to " + Date(s.To)
}
