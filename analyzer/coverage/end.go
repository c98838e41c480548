package coverage

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

const (
	// silentDays is the fewest days without a ticket at the end that are worth a word:
	// a Sunday is none, and a weekend is usual wherever weekends are.
	silentDays = 2
	// comparedDays is how far back the usual silence and volume are looked for.
	comparedDays = 91
	// livelyTickets is how many tickets must have been worked on later than the last was
	// opened: one may hold a date of the future.
	livelyTickets = 3
)

// endsEarly finds an export whose last tickets are missing: AsOf, the work on its own
// tickets or the rhythm of the runs says that it should reach further, and the desk
// was not silent for so long in the three months before.
func endsEarly(x days, runs []past.Run) (result.CoverageGap, bool) {
	if len(x.opened) == 0 || x.Later {
		return result.CoverageGap{}, false
	}
	last := x.silence(0)
	later := max(0, x.workedOnAfter(), x.nextByRhythm(runs))
	silent := last + later
	if silent < silentDays || silent <= x.longestSilence(last) {
		return result.CoverageGap{}, false
	}
	return result.CoverageGap{Code: result.CoverageEndsEarly, Days: silent, Last: x.day(last), Until: x.day(-later)}, true
}

// silence counts the days without a ticket from so many days before AsOf backwards.
func (x days) silence(back int) int {
	n := 0
	for back+n < len(x.opened) && x.opened[back+n] == 0 {
		n++
	}
	return n
}

// longestSilence is the longest run of days without tickets among the comparedDays
// before the last ticket.
func (x days) longestSilence(last int) int {
	longest, now := 0, 0
	for d := last; d < min(last+comparedDays, len(x.opened)); d++ {
		now++
		if x.opened[d] > 0 {
			now = 0
		}
		longest = max(longest, now)
	}
	return longest
}

// workedOnAfter returns how many days after AsOf the tickets were still worked on: the
// export was made then or later.
func (x days) workedOnAfter() int {
	var after []int
	for i := range x.Tickets {
		t, latest := &x.Tickets[i], time.Time{}
		for _, at := range []time.Time{t.Resolved, t.Closed, t.Updated} {
			if at.After(latest) {
				latest = at
			}
		}
		if d := -x.back(latest); !latest.IsZero() && d > 0 {
			after = append(after, d)
		}
	}
	if len(after) < livelyTickets {
		return 0
	}
	slices.Sort(after)
	return after[len(after)-livelyTickets]
}

const (
	// manyTimes is the factor by which no desk grows or shrinks within weeks.
	manyTimes = 20
	// comparedWindows and fewestWindows bound the earlier windows whose median is usual.
	comparedWindows, fewestWindows = 13, 4
	// enoughUsual is the usual number of tickets from which a twentieth says anything,
	// and enoughNow the number that is many where hardly any came before.
	enoughUsual, enoughNow = 20, 50
)

// thinOrFull finds an export whose last week or four weeks hold a twentieth or twenty
// times of what the windows before hold: it thins out, because it was filtered by
// closing or cut, or it begins to hold everything only now, because it was filtered by
// the last change.
func thinOrFull(x days, _ []past.Run) (result.CoverageGap, bool) {
	for _, weeks := range []int{4, 1} {
		var before []int
		for k := 1; k <= comparedWindows && 7*weeks*(k+1) <= len(x.opened); k++ {
			before = append(before, x.volume(7*weeks*k, 7*weeks))
		}
		if len(before) < fewestWindows {
			continue
		}
		slices.Sort(before)
		usual, now := before[len(before)/2], x.volume(0, 7*weeks)
		gap := result.CoverageGap{Count: now, Usual: usual, Weeks: weeks, Until: x.day(0)}
		switch {
		case usual >= enoughUsual && manyTimes*now <= usual && now > 0: // none at all is a silence
			gap.Code = result.CoverageThin
			return gap, true
		case now >= enoughNow && now >= manyTimes*usual:
			gap.Code = result.CoverageFull
			return gap, true
		}
	}
	return result.CoverageGap{}, false
}
