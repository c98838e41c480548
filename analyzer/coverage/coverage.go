// Package coverage tells whether an export covers the time that it should, before anything is concluded from it.
//
// It compares the days and the ends of the tickets with each other and with what
// earlier runs read. It looks at no text, so that a run can stop before the search.
package coverage

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Export is what is known of an export before it is analysed.
type Export struct {
	Tickets []ticket.Ticket // none opened after the day of AsOf; in any order
	AsOf    time.Time
	// Later is true if the export also holds tickets that were opened later: then it
	// does not end with AsOf.
	Later bool
	// NeededDays is how much history the analysis needs to say what is usual: the
	// baseline and one window.
	NeededDays int
}

// Check returns what is missing in an export, worst first; empty if nothing is.
// runs are the remembered earlier runs, oldest first.
func Check(e Export, runs []past.Run) []result.CoverageGap {
	x := newDays(e)
	gaps := []result.CoverageGap{}
	for _, look := range []func(days, []past.Run) (result.CoverageGap, bool){shorter, fewer, endsEarly, oneState, thinOrFull} {
		if g, ok := look(x, runs); ok {
			gaps = append(gaps, g)
		}
	}
	slices.SortStableFunc(gaps, func(a, b result.CoverageGap) int { return rank(a) - rank(b) })
	return gaps
}

func rank(g result.CoverageGap) int {
	if g.Misleads {
		return 0
	}
	return 1
}

// days are the tickets of an export counted by day.
type days struct {
	Export
	opened []int // by days before AsOf: tickets opened; as long as the export
}

func newDays(e Export) days {
	x := days{Export: e}
	for i := range e.Tickets {
		back := x.back(e.Tickets[i].Opened)
		for len(x.opened) <= back {
			x.opened = append(x.opened, 0)
		}
		x.opened[max(back, 0)]++
	}
	return x
}

// civil returns the number of t's calendar day at AsOf's place.
func (x days) civil(t time.Time) int { return dataset.CivilDay(t, x.AsOf.Location()) }

// back returns how many days before AsOf t lies; negative if it is later.
func (x days) back(t time.Time) int { return x.civil(x.AsOf) - x.civil(t) }

// day returns the day so many days before AsOf.
func (x days) day(back int) result.Day { return result.DayOf(x.AsOf.AddDate(0, 0, -back)) }

// volume counts the tickets of width days that end back days before AsOf.
func (x days) volume(back, width int) int {
	n := 0
	for d := back; d < min(back+width, len(x.opened)); d++ {
		n += x.opened[max(d, 0)]
	}
	return n
}

// lastRun returns the latest run before AsOf, and how many days before AsOf it was.
func (x days) lastRun(runs []past.Run) (past.Run, int, bool) {
	if len(runs) == 0 {
		return past.Run{}, 0, false
	}
	last := runs[len(runs)-1]
	day, err := time.ParseInLocation(time.DateOnly, last.Day, x.AsOf.Location())
	if err != nil {
		return past.Run{}, 0, false
	}
	back := x.back(day)
	return last, back, back >= 0
}
