package analyzer

import (
	"fmt"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
)

// What strikes at every month end, or each year at the same time, is no news; three
// times as much is. (The desk ends on 28 June.)
func TestWavesOfTheCalendarAreNoNews(t *testing.T) {
	wordings := []string{"period closing run stuck", "closing run of the period hangs", "stuck: period closing run", "period closing run does not end"}
	for _, c := range []struct {
		name  string
		weeks int
		waves []int // days back
		last  int   // tickets of the last one
		news  bool
		wave  result.Period // that the report tells; "" = none
	}{
		{"each month end", 30, []int{2, 33, 64, 94, 125, 153}, 10, false, result.PeriodMonth},
		{"a month end of four times its usual", 30, []int{2, 33, 64, 94, 125, 153}, 40, true, result.PeriodMonth},
		{"each year", 60, []int{2, 367}, 10, false, result.PeriodYear},
		{"only now", 30, []int{2}, 10, true, ""},
	} {
		d := newDesk(21, c.weeks, 30)
		for _, back := range c.waves {
			n := 10
			if back == c.waves[0] {
				n = c.last
			}
			for i := range n {
				d.Open(back-i%3+i%2, "Finance", fmt.Sprintf("clerk %d", i), "Software", wordings[i%len(wordings)], "")
			}
		}
		told := false
		a := d.analyze(t)
		waves := wavesOf(a, "closing run")
		if (c.wave == "") != (len(waves) == 0) {
			t.Errorf("%s: waves %v, want period %q", c.name, waves, c.wave)
		}
		for _, w := range waves {
			if w.Period != c.wave || w.Usual < 1.5 || w.Usual > 12 { // the wordings may part into several issues
				t.Errorf("%s: %v, want some of 10 tickets each %s", c.name, w, c.wave)
			}
		}
		for _, p := range about(a, "closing run") {
			told = told || p.Kind == result.Emerging || p.Kind == result.MajorIncident && p.Department == "Finance"
		}
		if told != c.news {
			t.Errorf("%s: told as news is %v, want %v", c.name, told, c.news)
		}
	}
}

// wavesOf returns the waves of the patterns and of what recurs that say something.
func wavesOf(a *result.Analysis, says string) []result.Wave {
	var out []result.Wave
	for _, p := range about(a, says) {
		if p.Kind == result.Emerging && p.Wave != nil {
			out = append(out, *p.Wave)
		}
	}
	for _, r := range a.Recurring {
		if strings.Contains(strings.ToLower(r.Label), says) {
			out = append(out, r.Wave)
		}
	}
	return out
}
