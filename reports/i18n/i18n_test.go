package i18n_test

import (
	"fmt"
	"testing"
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/i18n"
)

func mustOpen(t *testing.T, locale string) *i18n.Language {
	t.Helper()
	l, err := i18n.Open(locale)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestLocales holds what the locales of CLDR 32 and later write: the comma and
// the point between thousands, the Swiss apostrophe, the months of Austria.
func TestLocales(t *testing.T) {
	day := result.Day("2026-11-09")
	tests := []struct {
		locale                                             string
		int, decimal, small, percent, day, span, odds, one string
	}{
		{"en-GB", "12,345", "1.5", "0.03", "45%", "9 Nov 2026", "9 to 22 Nov 2026", "about 1 in 40,000", "1 ticket"},
		{"", "12,345", "1.5", "0.03", "45%", "9 Nov 2026", "9 to 22 Nov 2026", "about 1 in 40,000", "1 ticket"},
		{"en-US", "12,345", "1.5", "0.03", "45%", "Nov 9, 2026", "Nov 9 to 22, 2026", "about 1 in 40,000", "1 ticket"},
		{"de-DE", "12.345", "1,5", "0,03", "45\u00a0%", "9. Nov. 2026", "9. bis 22. Nov. 2026", "etwa 1 zu 40.000", "1 Ticket"},
		{"de", "12.345", "1,5", "0,03", "45\u00a0%", "9. Nov. 2026", "9. bis 22. Nov. 2026", "etwa 1 zu 40.000", "1 Ticket"},
		{"de-CH", "12’345", "1.5", "0.03", "45\u00a0%", "9. Nov. 2026", "9. bis 22. Nov. 2026", "etwa 1 zu 40’000", "1 Ticket"},
		{"de_AT", "12\u00a0345", "1,5", "0,03", "45\u00a0%", "9. Nov. 2026", "9. bis 22. Nov. 2026", "etwa 1 zu 40\u00a0000", "1 Ticket"},
	}
	for _, test := range tests {
		l := mustOpen(t, test.locale)
		got := []string{
			l.Int(12345), l.Number(1.5), l.Number(0.03), l.Percent(0.45), l.Date(day),
			l.Span(result.Span{From: day, To: "2026-11-22"}), l.Odds(1.0 / 40_000), l.Tickets(1),
		}
		want := []string{test.int, test.decimal, test.small, test.percent, test.day, test.span, test.odds, test.one}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: got %q, want %q", test.locale, got[i], want[i])
			}
		}
	}
	if got := mustOpen(t, "de-AT").DayMonth("2026-01-06"); got != "6. Jän." {
		t.Errorf("de-AT: got %q, want the January of Austria", got)
	}
}

func TestSpans(t *testing.T) {
	tests := []struct{ from, to, english, american string }{
		{"2026-11-09", "2026-11-09", "9 Nov 2026", "Nov 9, 2026"},
		{"2026-10-28", "2026-11-09", "28 Oct to 9 Nov 2026", "Oct 28 to Nov 9, 2026"},
		{"2025-12-28", "2026-01-09", "28 Dec 2025 to 9 Jan 2026", "Dec 28, 2025 to Jan 9, 2026"},
		{"", "2026-01-09", "unknown", "unknown"},
	}
	american := mustOpen(t, "en-US")
	for _, test := range tests {
		span := result.Span{From: result.Day(test.from), To: result.Day(test.to)}
		var english *i18n.Language
		if got := english.Span(span); got != test.english {
			t.Errorf("got %q, want %q", got, test.english)
		}
		if got := american.Span(span); got != test.american {
			t.Errorf("got %q, want %q", got, test.american)
		}
	}
}

// TestNumbers holds how many digits are honest.
func TestNumbers(t *testing.T) {
	var l *i18n.Language
	for x, want := range map[float64]string{
		0: "0", 0.0004: "under 0.001", 0.03: "0.03", 0.0995: "0.1", 0.42: "0.4", 1: "1", 9.94: "9.9", 9.96: "10", 12345.6: "12,346", -3: "-3", 2e20: "2e+20",
	} {
		if got := l.Number(x); got != want {
			t.Errorf("Number(%v): got %q, want %q", x, got, want)
		}
	}
	for x, want := range map[float64]string{0: "0%", 0.004: "under 1%", 0.005: "0%", 0.5: "50%", 0.996: "over 99%", 1: "100%"} {
		if got := l.Percent(x); got != want {
			t.Errorf("Percent(%v): got %q, want %q", x, got, want)
		}
	}
	for p, want := range map[float64]string{0: "below 1e-300", 0.0123: "0.012", 2.34e-7: "2.3e-07"} {
		if got := l.Probability(&p); got != want {
			t.Errorf("Probability(%v): got %q, want %q", p, got, want)
		}
	}
	for p, want := range map[float64]string{1: "nothing unusual", 0.034: "about 1 in 30", 1e-9: "less than 1 in 1,000,000"} {
		if got := l.Odds(p); got != want {
			t.Errorf("Odds(%v): got %q, want %q", p, got, want)
		}
	}
	for h, want := range map[float64]string{0.5: "30 minutes", 1.0 / 60: "1 minute", 2: "2 hours", 72: "72 hours", 96: "4 days"} {
		if got := l.Duration(h); got != want {
			t.Errorf("Duration(%v): got %q, want %q", h, got, want)
		}
	}
	if l.Probability(nil) != "not tested" || l.Exact(nil) != "none" || l.Optional(nil) != "unknown" {
		t.Error("a number that is not there has no words")
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, locale := range []string{"fr-FR", "klingon!", "x"} {
		if _, err := i18n.Open(locale); err == nil {
			t.Errorf("%q: want an error", locale)
		}
	}
}

// TestPercent holds that a text is a format even without operands: a percent
// sign is written twice in every text alike.
func TestPercent(t *testing.T) {
	var l *i18n.Language
	if got := l.Text("100%% of it"); got != "100% of it" {
		t.Errorf("got %q", got)
	}
}

// TestPhrase holds that a text of a user's own is neither a format nor changed.
func TestPhrase(t *testing.T) {
	german := mustOpen(t, "de")
	for text, want := range map[i18n.English]string{"Mon": "Mo", "100% of {tickets}, %d": "100% of {tickets}, %d", "": ""} {
		if got := german.Phrase(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	german := mustOpen(t, "de")
	for x, want := range map[float64]string{0: "0", 40: "40", 3.75: "3,8", 1234.04: "1.234", 1234.5: "1.234,5"} {
		if got := german.Decimal(x); got != want {
			t.Errorf("Decimal(%v): got %q, want %q", x, got, want)
		}
	}
}

func TestLists(t *testing.T) {
	german := mustOpen(t, "de")
	if got := german.List([]string{"a", "b", "c"}); got != "a, b und c" {
		t.Errorf("got %q", got)
	}
	if got := german.Weekday(time.Monday); got != "Mo" {
		t.Errorf("got %q", got)
	}
}

func Example() {
	const found i18n.English = "%s in %s" // a constant, so that translators find it
	american, _ := i18n.Open("en-US")
	fmt.Println(american.Text(found, american.Tickets(1204), american.Span(result.Span{From: "2026-06-15", To: "2026-06-26"})))
	// Output:
	// 1,204 tickets in Jun 15 to 26, 2026
}
