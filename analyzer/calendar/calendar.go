// Package calendar tells what comes back at the same time of each month, quarter or year.
//
// A period closing strikes at every month end: that is more than the weeks before, and
// no news. [Find] compares a window with those that lie at the same time of earlier
// periods. If they hold far more than the time between them, there is a wave, and what
// is usual in the window is what the earlier waves held.
package calendar

import (
	"time"

	"ticketpatterns/analyzer/stat"
)

// Period is the time after which something comes back.
type Period string

// The values of Period.
const (
	Month   Period = "month"
	Quarter Period = "quarter"
	Year    Period = "year"
)

// Window is a number of days that ends some days before the last one.
type Window struct{ Days, Back int }

// Wave is what came at the same time of earlier periods.
type Wave struct {
	Period   Period
	Earlier  []int   // tickets then, oldest first
	Expected float64 // tickets now, after these
	P        float64 // of as many tickets as there are now, or more, after these
}

const (
	// waveP is the probability below which the tickets of earlier periods are a wave.
	// It is asked about a window that stands out already, for a handful of periods.
	waveP = 0.001
	// twice is how many times as many tickets as between the waves each must hold, and
	// nearlyAll the share of the earlier periods that must do so.
	twice     = 2.0
	nearlyAll = 2.0 / 3
)

// periods are what is looked for, and how many earlier ones it takes to see it. What
// comes each month comes each quarter and year as well, so months are asked first.
var periods = []struct {
	period Period
	months int
	needed int
}{{Month, 1, 3}, {Quarter, 3, 2}, {Year, 12, 1}}

// Find looks for a wave that explains a window. asOf is the last day, days how many days
// before it are known, the last one included; count counts the tickets of a window.
// false: there is none.
func Find(asOf time.Time, days int, w Window, count func(Window) int, test stat.Test) (Wave, bool) {
	for _, p := range periods {
		var best Wave
		found := false
		for _, fromEnd := range []bool{false, true} {
			earlier := earlierWindows(asOf, days, widened(w), p.months, fromEnd)
			if len(earlier) < p.needed {
				continue
			}
			wave, ok := waveOf(widened(w), earlier, days, count)
			if !ok {
				wave, ok = waveOf(w, earlierWindows(asOf, days, w, p.months, fromEnd), days, count)
			}
			if !ok {
				continue
			}
			wave.compare(w, earlier, count, test)
			if !found || wave.P > best.P {
				wave.Period = p.period
				best, found = wave, true
			}
		}
		if found {
			return best, true
		}
	}
	return Wave{}, false
}

// shifts is how many days the same time of another period may lie apart: month ends
// that fall on a weekend move by a day or two.
const shifts = 3

// widened returns a short window with some days before and after it.
func widened(w Window) Window {
	if w.Days >= 14 {
		return w
	}
	return Window{w.Days + 2*shifts, max(0, w.Back-shifts)}
}

// compare tests a window against the busiest as many days of each earlier one.
func (wave *Wave) compare(w Window, earlier []Window, count func(Window) int, test stat.Test) {
	wave.Earlier = nil
	for i := len(earlier) - 1; i >= 0; i-- {
		busiest := 0
		for back := earlier[i].Back; back+w.Days <= earlier[i].Back+earlier[i].Days; back++ {
			busiest = max(busiest, count(Window{w.Days, back}))
		}
		wave.Earlier = append(wave.Earlier, busiest)
	}
	now := test.Compare(stat.Sample{Count: count(w), Baseline: wave.Earlier})
	wave.Expected, wave.P = now.Expected, now.P
}

// earlierWindows returns the windows at the same time of earlier periods, latest first:
// as many days after the first or, fromEnd, before the last of the month.
func earlierWindows(asOf time.Time, days int, w Window, months int, fromEnd bool) []Window {
	last := time.Date(asOf.Year(), asOf.Month(), asOf.Day(), 0, 0, 0, 0, time.UTC)
	end := last.AddDate(0, 0, -w.Back)
	var out []Window
	for k := months; ; k += months {
		length := monthLength(end.Year(), end.Month()-time.Month(k))
		day := min(end.Day(), length)
		if fromEnd {
			day = max(1, length-(monthLength(end.Year(), end.Month())-end.Day()))
		}
		then := time.Date(end.Year(), end.Month()-time.Month(k), day, 0, 0, 0, 0, time.UTC)
		back := int(last.Sub(then).Hours() / 24)
		if back+w.Days > days {
			return out
		}
		if back >= w.Back+w.Days {
			out = append(out, Window{w.Days, back})
		}
	}
}

func monthLength(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// waveOf reports whether earlier windows hold a wave: together more than the days
// between them explain, and nearly each of them at least twice as much.
func waveOf(w Window, earlier []Window, days int, count func(Window) int) (Wave, bool) {
	wave := Wave{}
	sum := 0
	for i := len(earlier) - 1; i >= 0; i-- {
		n := count(earlier[i])
		sum += n
		wave.Earlier = append(wave.Earlier, n)
	}
	oldest := earlier[len(earlier)-1]
	span := min(days, oldest.Back+2*oldest.Days)
	between := span - w.Back - w.Days*(1+len(earlier))
	if between <= 0 {
		return wave, false
	}
	rest := count(Window{span - w.Back, w.Back}) - sum - count(w)
	usual := float64(max(rest, 0)) / float64(between) * float64(w.Days)
	high := 0
	for _, n := range wave.Earlier {
		if float64(n) >= twice*usual && n > 1 {
			high++
		}
	}
	if float64(high) < nearlyAll*float64(len(earlier)) || stat.PoissonTail(sum, usual*float64(len(earlier))) >= waveP {
		return wave, false
	}
	return wave, true
}
