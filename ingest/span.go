package ingest

import (
	"slices"

	"ticketpatterns/analyzer/say"
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
)

// checkSpan warns of a history that is thin before its last weeks: what is
// expected is counted from it, so that these weeks look far too busy.
func checkSpan(tickets []ticket.Ticket, l *say.Language) []Warning {
	if len(tickets) < fewRows {
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
	return []Warning{{
		Kind: WarnThinHistory, Field: "opened",
		Text: l.Text("%s of the tickets were opened in the last %d of %d weeks: the export seems to be filtered by when tickets were closed or changed, so that of earlier weeks only those are in it that stayed open long. What is expected is counted from these weeks, so the last weeks look far busier than they were", l.Percent(float64(share)/100), dense, weeks),
		Fix:  l.Text("export again by the opened date, at least 26 weeks, open tickets included"),
	}}
}
