package desk

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// quietShare of the middle weekday is what a quiet weekday stays below, and
	// offShare of the same weekday around it what a day off stays below.
	quietShare = 1.0 / 2
	offShare   = 1.0 / 3
	// calendarP is how improbable so few tickets must be as well, by the Poisson
	// distribution: half a year has 130 working days, so one report in eight
	// would name a day by chance. A desk needs seven tickets a day for that.
	calendarP = 0.001
	// leastWeeks a weekday must be known in to be called quiet: one holiday on a
	// Saturday is no habit.
	minWeeks = 4
	// aroundWeeks before and after a day say what it usually is, leastAround of
	// them at least. Seasons pass slower, and holidays are fewer than half of them.
	aroundWeeks = 4
	minAround   = 3
	// silentRun days in a row without a ticket are no holiday.
	silenceDays = 7
	// quietWeeks is over how many weeks weekdays are compared: a desk that changed
	// its hours a year ago is not what it was.
	quietWeeks = 26
)

// calendar derives the desk's quiet weekdays, days off and silences from the
// tickets of each day of whole weeks, oldest first. The last day is not over yet, and days without a ticket up to the last may be
// ones that the export does not reach: neither is judged, unless that is a silence.
// Each week of the export may begin a silence, so its chance is divided among them.
func calendar(data *dataset.Dataset, daily []int) ([]result.Quiet, []result.DayOff, []result.Silence) {
	c := newDayCounts(daily, len(daily)-data.Days)
	date := func(i int) result.Day { return data.Date(len(daily) - 1 - i) }
	quietDays, daysOff, silences := []result.Quiet{}, []result.DayOff{}, []result.Silence{}
	for _, s := range c.silent {
		expected := float64(len(data.Tickets)) / float64(data.Days) * float64(s.to-s.from)
		if poissonLowerTail(0, expected) <= calendarP/float64(data.Weeks()) {
			silences = append(silences, result.Silence{Span: result.Span{From: date(s.from), To: date(s.to - 1)}, Expected: stat.Round(expected, 10)})
		}
	}
	weekdays := c.weekdays()
	middle, quiet := c.quiet(weekdays)
	for k := range 7 {
		if quiet[k] {
			first := time.Weekday((int(date(0).Time().Weekday()) + k) % 7)
			quietDays = append(quietDays, result.Quiet{Weekday: first, Tickets: weekdays[k], Expected: middle})
		}
	}
	for i := c.first; i < c.end; i++ {
		if expected, off := c.off(i); off && !quiet[i%7] {
			daysOff = append(daysOff, result.DayOff{Day: date(i), Tickets: c.daily[i], Expected: expected})
		}
	}
	return quietDays, daysOff, silences
}

// dayCounts are the tickets of each day of whole weeks, of which those from first on
// are known and those before end can be judged.
type dayCounts struct {
	daily      []int
	first, end int
	silent     []stretch // of at least silentRun without a ticket
}

// stretch is a run of days, without the day to.
type stretch struct{ from, to int }

func newDayCounts(daily []int, first int) dayCounts {
	c := dayCounts{daily: daily, first: first, end: len(daily) - 1}
	for c.end > first && daily[c.end-1] == 0 {
		c.end--
	}
	for i := first; i < len(daily); {
		to := i
		for to < len(daily) && daily[to] == 0 {
			to++
		}
		if to-i >= silenceDays {
			c.silent = append(c.silent, stretch{i, to})
		}
		i = max(to, i+1)
	}
	return c
}

// usual reports whether day i says something about other days.
func (c dayCounts) usual(i int) bool {
	if i < c.first || i >= c.end {
		return false
	}
	return !slices.ContainsFunc(c.silent, func(s stretch) bool { return s.from <= i && i < s.to })
}

// of lists the usual days among from, from+7, ... up to last.
func (c dayCounts) of(from, last int) []float64 {
	var out []float64
	for i := from; i <= last; i += 7 {
		if c.usual(i) {
			out = append(out, float64(c.daily[i]))
		}
	}
	return out
}

// ofWeekday lists the usual days of one weekday in the last quietWeeks.
func (c dayCounts) ofWeekday(k int) []float64 {
	return c.of(max(0, len(c.daily)-7*quietWeeks)+k, len(c.daily)-1)
}

// weekdays are the medians of the seven weekdays; 0 where nothing is known.
func (c dayCounts) weekdays() (medians [7]float64) {
	for k := range medians {
		if counts := c.ofWeekday(k); len(counts) > 0 {
			medians[k] = stat.Median(counts)
		}
	}
	return medians
}

// quiet tells which weekdays get less than quietShare of the middle one, and so
// little in all weeks together that it is no chance. The middle one is a working
// day as long as a week has at least four.
func (c dayCounts) quiet(medians [7]float64) (middle float64, quiet [7]bool) {
	middle = stat.Median(medians[:])
	for k, m := range medians {
		counts := c.ofWeekday(k)
		sum := 0.0
		for _, n := range counts {
			sum += n
		}
		quiet[k] = len(counts) >= minWeeks && m < quietShare*middle && poissonLowerTail(int(sum), float64(len(counts))*middle) <= calendarP
	}
	return middle, quiet
}

// off reports whether hardly anything came in on day i, against the median of the
// same weekday in the weeks around it.
func (c dayCounts) off(i int) (expected float64, off bool) {
	if !c.usual(i) {
		return 0, false
	}
	around := append(c.of(max(i-7*aroundWeeks, i%7), i-7), c.of(i+7, min(i+7*aroundWeeks, len(c.daily)-1))...)
	if len(around) < minAround {
		return 0, false
	}
	expected = stat.Median(around)
	n := c.daily[i]
	return expected, float64(n) < offShare*expected && poissonLowerTail(n, expected) <= calendarP
}

// fewer is the chance of n tickets or fewer where mean are expected.
func poissonLowerTail(n int, mean float64) float64 { return 1 - stat.PoissonTail(n+1, mean) }
