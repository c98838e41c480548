package desk

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// quietShare is the fraction of the median weekday below which a weekday is
	// quiet, offShare the fraction of the same weekday in the weeks around below
	// which a day is a day off.
	quietShare = 1.0 / 2
	offShare   = 1.0 / 3
	// calendarP is the Poisson p-value that so few tickets must have as well. Half a
	// year has 130 working days, so one report in eight names a day off by chance.
	// It takes about seven tickets a day to reach it.
	calendarP = 0.001
	// minWeeks is the number of weeks by which a weekday is judged: one holiday on a
	// Saturday is no habit.
	minWeeks = 4
	// aroundWeeks before and after a day, at least minAround of them known, give its
	// usual count. Seasons change more slowly, and holidays are fewer than half of
	// these weeks.
	aroundWeeks = 4
	minAround   = 3
	// silenceDays days in a row without a ticket are a silence, not a holiday.
	silenceDays = 7
	// quietWeeks bounds the weeks in which weekdays are compared, as desks change
	// their hours.
	quietWeeks = 26
)

// calendar derives the desk's quiet weekdays, days off and silences from the daily
// counts of whole weeks, oldest first. The last day may be incomplete, and the
// export may not cover days without tickets at its end: these are judged for
// silences only. The p-value of a silence is divided by the weeks of the export,
// each of which could begin one.
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

// dayCounts holds the tickets of each day of whole weeks. Days from first on are
// known, those before end can be judged.
type dayCounts struct {
	daily      []int
	first, end int
	silent     []stretch // at least silenceDays long, without a ticket
}

// stretch is the days in [from, to).
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

// usual reports whether the count of day i may serve as a reference for other days.
func (c dayCounts) usual(i int) bool {
	if i < c.first || i >= c.end {
		return false
	}
	return !slices.ContainsFunc(c.silent, func(s stretch) bool { return s.from <= i && i < s.to })
}

// of returns the counts of the usual days among from, from+7, ... up to last.
func (c dayCounts) of(from, last int) []float64 {
	var out []float64
	for i := from; i <= last; i += 7 {
		if c.usual(i) {
			out = append(out, float64(c.daily[i]))
		}
	}
	return out
}

// ofWeekday returns the counts of the usual days of weekday k in the last
// quietWeeks.
func (c dayCounts) ofWeekday(k int) []float64 {
	return c.of(max(0, len(c.daily)-7*quietWeeks)+k, len(c.daily)-1)
}

// weekdays returns the medians of the seven weekdays; 0 where no day is known.
func (c dayCounts) weekdays() (medians [7]float64) {
	for k := range medians {
		if counts := c.ofWeekday(k); len(counts) > 0 {
			medians[k] = stat.Median(counts)
		}
	}
	return medians
}

// quiet returns which weekdays are below quietShare of the median weekday and
// significantly so over all weeks. The median weekday is a working day as long as a
// week has at least four.
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

// off reports whether hardly any tickets were opened on day i, compared with the
// median of the same weekday in the weeks around it.
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

// poissonLowerTail returns P(X <= n) of a Poisson distribution.
func poissonLowerTail(n int, mean float64) float64 { return 1 - stat.PoissonTail(n+1, mean) }
