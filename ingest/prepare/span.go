package prepare

import (
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// What speaks for an export that was filtered by when tickets were closed or
// last changed: of the weeks long ago it holds only the few tickets that stayed
// open until then.
const (
	mostTickets = 0.9 // of all are opened in the last weeks
	thinTimes   = 3   // the weeks before are this many times as many, at least
	thinWeeks   = 8   // and this many
	weekDays    = 7
	fewTickets  = 100 // in a shorter file a gap may be one
)

// checkSpan warns of a history that is thin before its last weeks: what is
// expected is counted from it, so that these weeks look far too busy.
func checkSpan(tickets []ticket.Ticket) []result.Warning {
	if len(tickets) < fewTickets {
		return nil
	}
	days := make([]int, len(tickets))
	for i := range tickets {
		days[i] = int(tickets[i].Opened.Unix() / 86400)
	}
	slices.Sort(days)
	last := days[len(days)-1]
	weeks := (last-days[0])/weekDays + 1
	dense := (last-days[int((1-mostTickets)*float64(len(days)))])/weekDays + 1
	if before := weeks - dense; before < thinWeeks || before < thinTimes*dense {
		return nil
	}
	from, _ := slices.BinarySearch(days, last-dense*weekDays+1)
	share := 100 * (len(days) - from) / len(days)
	return []result.Warning{{Code: result.WarnThinHistory, Field: "opened", Share: float64(share) / 100, Weeks: dense, OfWeeks: weeks}}
}
