package analyzer

import (
	"time"

	"ticketpatterns/analyzer/result"
)

// weeks is how many weeks, the first perhaps begun, the export covers.
func (e *export) weeks() int { return (e.days + 6) / 7 }

// weekly counts tickets in the weeks that end at AsOf, oldest first.
func (e *export) weekly(tickets []int32) []int {
	counts := make([]int, e.weeks())
	for _, t := range tickets {
		counts[len(counts)-1-e.day[t]/7]++
	}
	return counts
}

// dayOf returns the calendar day that lies daysBack before AsOf.
func (e *export) dayOf(daysBack int) result.Day {
	return result.DayOf(e.asOf.AddDate(0, 0, -daysBack))
}

// span returns the period of so many days that ends endsBack days before AsOf.
func (e *export) span(days, endsBack int) result.Span {
	return result.Span{From: e.dayOf(endsBack + days - 1), To: e.dayOf(endsBack)}
}

// firstAndLast returns the days of the first and the last of ascending tickets.
func (e *export) firstAndLast(tickets []int32) (first, last result.Day) {
	return e.dayOf(e.day[tickets[0]]), e.dayOf(e.day[tickets[len(tickets)-1]])
}

// daysBack returns how many days before AsOf a day lies; false if it is no day.
func (e *export) daysBack(day string) (int, bool) {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	return int(e.dayOf(0).Time().Sub(at).Hours() / 24), true
}

// volume counts the desk's tickets in the period of so many days that ends back
// days before AsOf.
func (e *export) volume(back, days int) int {
	at := func(d int) int { return e.opened[max(0, min(d, e.days))] }
	return at(back+days) - at(back)
}

// countOpened returns, for each number of days, the tickets opened in the last so
// many days.
func (e *export) countOpened() []int {
	opened := make([]int, e.days+1)
	for _, d := range e.day {
		opened[d+1]++
	}
	for d := range e.days {
		opened[d+1] += opened[d]
	}
	return opened
}
