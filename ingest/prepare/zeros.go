package prepare

import (
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// checkTickets warns of what only the tickets of all files together show: a
// thin history, and ids that differ by leading zeros alone.
func checkTickets(tickets []ticket.Ticket) []result.Warning {
	return append(checkSpan(tickets), checkZeros(tickets)...)
}

// checkZeros warns of ids such as 000457 and 457: a spreadsheet drops the zeros
// of what looks like a number, and then one ticket counts as two.
func checkZeros(tickets []ticket.Ticket) []result.Warning {
	padded := make(map[[2]string]string)
	for i := range tickets {
		if t := &tickets[i]; strings.HasPrefix(t.ID, "0") && isNumber(t.ID) {
			padded[[2]string{t.Source, strings.TrimLeft(t.ID, "0")}] = t.ID
		}
	}
	pairs, padding, bare := 0, "", ""
	for i := range tickets {
		t := &tickets[i]
		if len(padded) == 0 {
			break
		}
		if full := padded[[2]string{t.Source, t.ID}]; full != "" {
			if pairs++; pairs == 1 {
				padding, bare = full, t.ID
			}
		}
	}
	if pairs == 0 {
		return nil
	}
	return []result.Warning{{Code: result.WarnLostZeros, Field: "id", Count: pairs, Samples: []string{padding, bare}}}
}

// isNumber reports whether s is digits and nothing else.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
