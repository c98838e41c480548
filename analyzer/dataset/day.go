package dataset

import (
	"time"

	"ticketpatterns/analyzer/result"
)

// Weeks returns the number of weeks that the export covers; the first may be
// incomplete.
func (d *Dataset) Weeks() int { return (d.Days + 6) / 7 }

// Weekly counts tickets by week, oldest week first. Weeks end at AsOf.
func (d *Dataset) Weekly(tickets []int32) []int {
	counts := make([]int, d.Weeks())
	for _, t := range tickets {
		counts[len(counts)-1-d.Day[t]/7]++
	}
	return counts
}

// Date returns the calendar day that lies daysBack before AsOf.
func (d *Dataset) Date(daysBack int) result.Day {
	return result.DayOf(d.AsOf.AddDate(0, 0, -daysBack))
}

// Span returns the period of the given number of days that ends endsBack days before
// AsOf.
func (d *Dataset) Span(days, endsBack int) result.Span {
	return result.Span{From: d.Date(endsBack + days - 1), To: d.Date(endsBack)}
}

// FirstAndLast returns the days of the first and the last ticket. tickets is
// ascending and not empty.
func (d *Dataset) FirstAndLast(tickets []int32) (first, last result.Day) {
	return d.Date(d.Day[tickets[0]]), d.Date(d.Day[tickets[len(tickets)-1]])
}

// DaysBack returns how many days before AsOf a day (2006-01-02) lies; false if it is
// not a valid day.
func (d *Dataset) DaysBack(day string) (int, bool) {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	return int(d.Date(0).Time().Sub(at).Hours() / 24), true
}

// DaysSince returns how many calendar days before AsOf t lies, in AsOf's time zone.
func (d *Dataset) DaysSince(t time.Time) int {
	return CivilDay(d.AsOf, d.AsOf.Location()) - CivilDay(t, d.AsOf.Location())
}

// Volume counts the desk's tickets in the period of the given number of days that
// ends back days before AsOf.
func (d *Dataset) Volume(back, days int) int {
	within := func(n int) int { return d.openedWithin[max(0, min(n, d.Days))] }
	return within(back+days) - within(back)
}

// countOpened returns, by n, the number of tickets opened in the last n days.
func (d *Dataset) countOpened() []int {
	opened := make([]int, d.Days+1)
	for _, day := range d.Day {
		opened[day+1]++
	}
	for n := range d.Days {
		opened[n+1] += opened[n]
	}
	return opened
}

// WeeksWith counts the weeks, counted back from AsOf, in which at least one of
// tickets was opened.
func (d *Dataset) WeeksWith(tickets []int32) int {
	seen := map[int]bool{}
	for _, t := range tickets {
		seen[d.Day[t]/7] = true
	}
	return len(seen)
}

// DaysOf returns the days of tickets, in their order.
func (d *Dataset) DaysOf(tickets []int32) []int {
	days := make([]int, len(tickets))
	for i, t := range tickets {
		days[i] = d.Day[t]
	}
	return days
}
