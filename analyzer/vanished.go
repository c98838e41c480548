package analyzer

import (
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// mayVanish is the share of an earlier run's tickets that may be missing from
// this export before it is said: tickets are deleted and merged now and then.
const mayVanish = 0.1

// vanished says if this export holds clearly fewer tickets of the weeks that the
// last run counted than that run did: it was cut, filtered, or is another
// export. It returns "" if nothing is missing, or where the two cannot be
// compared because this export begins later.
func (r *reporter) vanished(runs []past.Run) (value, effect string) {
	if len(runs) == 0 {
		return "", ""
	}
	last := runs[len(runs)-1]
	back, ok := r.export.DaysBack(last.Day)
	days := 7 * last.Weeks
	if !ok || back < 0 || back+days > r.export.Days {
		return "", ""
	}
	now := r.export.Volume(back, days)
	if float64(now) >= (1-mayVanish)*float64(last.Opened) {
		return "", ""
	}
	return r.say.Text("%d of %d", now, last.Opened), r.say.Count(last.Weeks,
		"of the %d week to %s this export holds fewer tickets than the last run read: it may be cut or filtered, and then nothing that it says of that week is complete",
		"of the %d weeks to %s this export holds fewer tickets than the last run read: it may be cut or filtered, and then nothing that it says of these weeks is complete",
		r.say.Date(result.Day(last.Day)))
}
