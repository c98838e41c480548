package words

import (
	"testing"
	"time"

	"ticketpatterns/analyzer/result"
)

// A burst is told with its hour; what began on another day is not.
func TestSinceNamesTheHourOfABurst(t *testing.T) {
	at := time.Date(2026, 6, 23, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		locale string
		first  result.Day
		want   string
	}{
		{"en-GB", "2026-06-23", "since 23 Jun 2026, 09:00"},
		{"en-GB", "2026-06-22", "since 22 Jun 2026"},
		{"de-DE", "2026-06-23", "seit 23. Juni 2026, 09:00 Uhr"},
	} {
		w, err := ForLocale(c.locale)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.since(&result.Pattern{FirstTicket: c.first, BurstSince: &at}); got != c.want {
			t.Errorf("%s, first ticket %s: %q, want %q", c.locale, c.first, got, c.want)
		}
	}
}
