package calendar

import (
	"testing"
	"time"

	"ticketpatterns/analyzer/stat"
)

// counter counts days with a ticket in a window.
func counter(tickets map[int]int) func(Window) int {
	return func(w Window) int {
		n := 0
		for back := w.Back; back < w.Back+w.Days; back++ {
			n += tickets[back]
		}
		return n
	}
}

func TestFind(t *testing.T) {
	asOf := time.Date(2026, time.September, 3, 12, 0, 0, 0, time.UTC)
	back := func(year int, month time.Month, day int) int {
		return int(time.Date(2026, time.September, 3, 0, 0, 0, 0, time.UTC).Sub(time.Date(year, month, day, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	}
	monthly := map[int]int{}
	for m := time.January; m <= time.August; m++ {
		monthly[back(2026, m+1, 0)] = 13 // the last day of the month
	}
	yearly := map[int]int{back(2025, time.September, 1): 20, back(2026, time.September, 1): 22}
	once := map[int]int{back(2026, time.September, 1): 12}
	steady := map[int]int{}
	for day := range 240 {
		steady[day] = 2
	}
	grown := map[int]int{}
	for day, n := range monthly {
		grown[day] = n
	}
	grown[back(2026, time.August, 31)] = 60
	for _, test := range []struct {
		name    string
		days    int
		tickets map[int]int
		period  Period // "" = none
		alarms  bool
	}{
		{"each month end", 247, monthly, Month, false},
		{"a month end three times its usual", 247, grown, Month, true},
		{"each year", 500, yearly, Year, false},
		{"once", 247, once, "", false},
		{"steady", 240, steady, "", false},
		{"too young", 60, monthly, "", false},
	} {
		wave, ok := Find(asOf, test.days, Window{7, 0}, counter(test.tickets), stat.GammaPoisson{})
		if ok != (test.period != "") || wave.Period != test.period && ok {
			t.Errorf("%s: %+v %v, want period %q", test.name, wave, ok, test.period)
		}
		if ok && (wave.P < 0.001) != test.alarms {
			t.Errorf("%s: P is %g, want an alarm: %v", test.name, wave.P, test.alarms)
		}
	}
}

// The last day of February is the last day of its month.
func TestMonthEndsAreTheSameTime(t *testing.T) {
	asOf := time.Date(2026, time.March, 31, 0, 0, 0, 0, time.UTC)
	got := earlierWindows(asOf, 200, Window{7, 0}, 1, true)
	want := []int{31, 59, 90} // 28 February, 31 January, 31 December
	for i, back := range want {
		if i >= len(got) || got[i].Back != back {
			t.Fatalf("windows %v, want those that end %v days back", got, want)
		}
	}
}
