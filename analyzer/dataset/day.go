package dataset

import (
	"time"

	"ticketpatterns/analyzer/result"
)

// Weeks is how many weeks, the first perhaps begun, the export covers.
func (e *Dataset) Weeks() int { return (e.Days + 6) / 7 }

// Weekly counts tickets in the weeks that end at AsOf, oldest first.
func (e *Dataset) Weekly(tickets []int32) []int {
	counts := make([]int, e.Weeks())
	for _, t := range tickets {
		counts[len(counts)-1-e.Day[t]/7]++
	}
	return counts
}

// Date returns the calendar day that lies daysBack before AsOf.
func (e *Dataset) Date(daysBack int) result.Day {
	return result.DayOf(e.AsOf.AddDate(0, 0, -daysBack))
}

// Span returns the period of so many days that ends endsBack days before AsOf.
func (e *Dataset) Span(days, endsBack int) result.Span {
	return result.Span{From: e.Date(endsBack + days - 1), To: e.Date(endsBack)}
}

// FirstAndLast returns the days of the first and the last of ascending tickets.
func (e *Dataset) FirstAndLast(tickets []int32) (first, last result.Day) {
	return e.Date(e.Day[tickets[0]]), e.Date(e.Day[tickets[len(tickets)-1]])
}

// DaysBack returns how many days before AsOf a day lies; false if it is no day.
func (e *Dataset) DaysBack(day string) (int, bool) {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	return int(e.Date(0).Time().Sub(at).Hours() / 24), true
}

// DaysSince returns how many calendar days before AsOf, in its time zone, a time
// lies.
func (e *Dataset) DaysSince(t time.Time) int {
	return CivilDay(e.AsOf, e.AsOf.Location()) - CivilDay(t, e.AsOf.Location())
}

// Volume counts the desk's tickets in the period of so many days that ends back
// days before AsOf.
func (e *Dataset) Volume(back, days int) int {
	at := func(d int) int { return e.opened[max(0, min(d, e.Days))] }
	return at(back+days) - at(back)
}

// countOpened returns, for each number of days, the tickets opened in the last so
// many days.
func (e *Dataset) countOpened() []int {
	opened := make([]int, e.Days+1)
	for _, d := range e.Day {
		opened[d+1]++
	}
	for d := range e.Days {
		opened[d+1] += opened[d]
	}
	return opened
}

// WeeksWith counts the weeks, back from AsOf, in which one of tickets was opened.
func (e *Dataset) WeeksWith(tickets []int32) int {
	seen := map[int]bool{}
	for _, t := range tickets {
		seen[e.Day[t]/7] = true
	}
	return len(seen)
}

// DaysOf returns the days of tickets, in their order.
func (e *Dataset) DaysOf(tickets []int32) []int {
	days := make([]int, len(tickets))
	for i, t := range tickets {
		days[i] = e.Day[t]
	}
	return days
}
