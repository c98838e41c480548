package html

import (
	"regexp"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
)

func replayed(label string) *result.Replay {
	return &result.Replay{
		Notice: label, Names: "masked", Tickets: 40, Linked: 3, Calibrations: 1,
		Mondays: []result.Monday{{Day: "2026-06-15", Tickets: 9, New: []string{}, Young: true}, {Day: "2026-06-22", Tickets: 11, Told: 1, New: []string{"P-1"}, Alarms: 1}},
		Matters: []result.Matter{{
			ID: "P-1", Label: label, Kind: result.Emerging, Scope: []result.FieldValue{{Field: "department", Value: label}}, Team: label,
			First: "2026-06-22", FirstTicket: "2026-06-17", MayBeChance: true, Told: []bool{false, true}, Alarms: []result.Day{"2026-06-22"}, Tickets: 8, People: 6,
		}},
		Problems: []result.ProblemRecord{{ID: label, Tickets: 3, Linked: result.Span{From: "2026-06-17", To: "2026-06-27"}, Matter: "P-1", Shared: 3, Told: "2026-06-22"}},
	}
}

// The page of a replay needs no script, sends no request and shows foreign text as
// text.
func TestReplayPage(t *testing.T) {
	for locale, want := range map[string][]string{
		"":      {"22 Jun 2026", "at most 5 days before the desk", "weak signal", "no past to compare with yet"},
		"de-DE": {"höchstens 5 Tage vor dem Helpdesk", "schwaches Signal", `<html lang="de-DE">`},
	} {
		r := replayed(`[mail] <script>alert(1)</script><img src=x onerror=alert(1)> "' {{.}} ` + "\u202e")
		r.Locale = locale
		var b strings.Builder
		if err := WriteReplay(&b, r, "v1"); err != nil {
			t.Fatal(err)
		}
		page := b.String()
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%q: no %q on the page", locale, w)
			}
		}
		for _, deny := range []string{"<script", "<img", "\u202e", "src=", "href="} {
			if strings.Contains(strings.ReplaceAll(page, "img src=x", ""), deny) {
				t.Errorf("%q: %q on the page", locale, deny)
			}
		}
		if !strings.Contains(page, "script-src &#39;none&#39;") {
			t.Error("the policy lets scripts run")
		}
		if n := len(regexp.MustCompile(`<tr>`).FindAllString(page, -1)); n != 3+2+1+1 {
			t.Errorf("%q: %d rows, want 7", locale, n)
		}
	}
	if b := new(strings.Builder); WriteReplay(b, &result.Replay{Locale: "xx-bad"}, "") == nil {
		t.Error("an unknown locale is accepted")
	}
}
