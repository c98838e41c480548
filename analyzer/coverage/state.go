package coverage

import (
	"slices"
	"sort"
	"time"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

const (
	// fewestStates is the number of tickets from which one state for all is no chance.
	fewestStates = 30
	// missingOpen is how many tickets must be expected to be open where none is: a
	// Poisson variable with this mean is 0 with probability e^-5 < 0.01.
	missingOpen = 5.0
	// openDays is the age up to which tickets are expected to be open by the pace of the
	// older ones.
	openDays = 28
)

// oneState finds an export that was filtered to a state: all tickets carry the same
// one, none is open though the pace of the desk leads one to expect some, or none is
// finished though the last run saw finished ones.
func oneState(x days, runs []past.Run) (result.CoverageGap, bool) {
	gap := result.CoverageGap{Code: result.CoverageOneState, Count: len(x.Tickets)}
	if len(x.Tickets) < fewestStates {
		return gap, false
	}
	if state, all := x.onlyState(); all {
		gap.State = state
		return gap, true
	}
	finished := x.finished()
	last, _, ok := x.lastRun(runs)
	switch {
	case finished == len(x.Tickets) && x.expectedOpen() >= missingOpen:
		gap.Code = result.CoverageNoneOpen
		return gap, true
	case finished == 0 && ok && last.HoursMedian >= 0:
		gap.Code = result.CoverageNoneFinished
		return gap, true
	}
	return gap, false
}

// onlyState returns the state of all tickets, if they have one and it is the same.
func (x days) onlyState() (string, bool) {
	first := fold.Spelling(x.Tickets[0].State)
	if first == "" {
		return "", false
	}
	least := x.Tickets[0].State
	for i := range x.Tickets {
		if fold.Spelling(x.Tickets[i].State) != first {
			return "", false
		}
		least = min(least, x.Tickets[i].State) // the same spelling whatever the order of rows
	}
	return least, true
}

func (x days) finished() int {
	n := 0
	for i := range x.Tickets {
		if at := x.Tickets[i].Finished(); !at.IsZero() && x.back(at) >= 0 {
			n++
		}
	}
	return n
}

// expectedOpen sums up, for each ticket of the last openDays, the share of the older
// tickets that took longer than it is old: the survivor function of the time to
// resolve. Those tickets must be finished, all of them.
func (x days) expectedOpen() float64 {
	var took, ages []time.Duration
	for i := range x.Tickets {
		t := &x.Tickets[i]
		if x.back(t.Opened) < openDays {
			ages = append(ages, x.AsOf.Sub(t.Opened))
		} else {
			took = append(took, t.Finished().Sub(t.Opened))
		}
	}
	if len(took) == 0 {
		return 0
	}
	slices.Sort(took)
	expected := 0.0
	for _, age := range ages {
		longer := len(took) - sort.Search(len(took), func(i int) bool { return took[i] > age })
		expected += float64(longer) / float64(len(took))
	}
	return expected
}
