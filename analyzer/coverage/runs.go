package coverage

import (
	"time"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

const (
	// maxMissing is the share of an earlier run's tickets that may be missing without
	// a word: tickets are deleted and merged now and then.
	maxMissing = 0.1
	// halfMissing is the share from which what the report says of these weeks is
	// false rather than incomplete.
	halfMissing = 0.5
)

// shorter finds an export that no longer holds the history which the last run had and
// which the analysis needs, e.g. the last week only. It would call everything new
// and all that was found before gone. An export of a moving year stays as long as it was.
func shorter(x days, runs []past.Run) (result.CoverageGap, bool) {
	last, _, ok := x.lastRun(runs)
	had := last.Days
	if had == 0 { // a run of an older program did not count its days
		had = 7 * last.Weeks * last.Tickets / max(1, last.Opened)
	}
	if !ok || had < x.NeededDays || 2*len(x.opened) >= had || len(x.opened) >= x.NeededDays {
		return result.CoverageGap{}, false
	}
	return result.CoverageGap{Code: result.CoverageShorter, Days: len(x.opened), LastDays: had, Until: result.Day(last.Day), Misleads: true}, true
}

// fewer finds an export that holds clearly fewer tickets of the weeks that the last run
// measured than that run did, because it was cut, filtered or is another export. The
// two cannot be compared if this export begins later.
func fewer(x days, runs []past.Run) (result.CoverageGap, bool) {
	last, back, ok := x.lastRun(runs)
	width := 7 * last.Weeks
	if !ok || back+width > len(x.opened) {
		return result.CoverageGap{}, false
	}
	now := x.volume(back, width)
	if float64(now) >= (1-maxMissing)*float64(last.Opened) {
		return result.CoverageGap{}, false
	}
	return result.CoverageGap{
		Code: result.CoverageFewer, Count: now, Of: last.Opened, Weeks: last.Weeks, Until: result.Day(last.Day),
		Misleads: float64(now) < (1-halfMissing)*float64(last.Opened),
	}, true
}

// regularRuns is the number of equal steps between runs that make a rhythm.
const regularRuns = 3

// nextByRhythm returns how many days after the last ticket the runs lead one to expect
// the end of this export; 0 if the runs keep no rhythm or the export ends on time.
func (x days) nextByRhythm(runs []past.Run) int {
	if len(runs) < regularRuns+1 {
		return 0
	}
	var at []int
	for _, r := range runs[len(runs)-regularRuns-1:] {
		day, err := time.ParseInLocation(time.DateOnly, r.Day, x.AsOf.Location())
		if err != nil {
			return 0
		}
		at = append(at, x.civil(day))
	}
	step := at[1] - at[0]
	for i := 2; i < len(at); i++ {
		if at[i]-at[i-1] != step {
			return 0
		}
	}
	since := x.civil(x.AsOf) - at[len(at)-1]
	if step < 2 || since <= 0 || since%step == 0 {
		return 0
	}
	return step - since%step
}
