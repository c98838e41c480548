package desk

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// maxMissing is the share of an earlier run's tickets that may be missing from this
// export without a warning: tickets are deleted and merged now and then.
const maxMissing = 0.1

// vanished returns a check if this export holds clearly fewer tickets of the weeks
// that the last run measured than that run did, because it was cut, filtered or is
// another export. ok is false if nothing is missing, or if the two cannot be
// compared because this export begins later.
func vanished(data *dataset.Dataset, runs []past.Run) (c result.Check, ok bool) {
	if len(runs) == 0 {
		return c, false
	}
	last := runs[len(runs)-1]
	back, known := data.DaysBack(last.Day)
	days := 7 * last.Weeks
	if !known || back < 0 || back+days > data.Days {
		return c, false
	}
	now := data.Volume(back, days)
	if float64(now) >= (1-maxMissing)*float64(last.Opened) {
		return c, false
	}
	return result.Check{Code: result.CheckVanished, Count: now, Of: last.Opened, Weeks: last.Weeks, Until: result.Day(last.Day)}, true
}
