package analyzer

import (
	"fmt"
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
	}{
		{"each month end", 30, []int{2, 33, 64, 94, 125, 153}, 10, false},
		{"a month end of four times its usual", 30, []int{2, 33, 64, 94, 125, 153}, 40, true},
		{"each year", 60, []int{2, 367}, 10, false},
		{"only now", 30, []int{2}, 10, true},
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
		for _, p := range about(d.analyze(t), "closing run") {
			told = told || p.Kind == result.Emerging || p.Kind == result.MajorIncident && p.Department == "Finance"
		}
		if told != c.news {
			t.Errorf("%s: told as news is %v, want %v", c.name, told, c.news)
		}
	}
}
