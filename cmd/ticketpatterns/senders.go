package main

import (
	"fmt"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

// sendersNamed is how many programs are named.
const sendersNamed = 4

// automatedCheck says how many tickets programs opened, and which.
func automatedCheck(senders []ingest.Sender, tickets int) result.Check {
	check := result.Check{Check: "tickets that programs opened", Value: "none"}
	if len(senders) > 0 {
		check.Value = sendersText(senders, tickets)
		check.Effect = "programs are no people; if one of them is a person, name it in config.yaml under reading, not_automated"
	}
	return check
}

// sendersText counts and names the programs.
func sendersText(senders []ingest.Sender, tickets int) string {
	all := 0
	var named []string
	for i, s := range senders {
		if all += s.Tickets; i < sendersNamed {
			named = append(named, fmt.Sprintf("%q (%s, by %s)", words.Short(s.Name, 40), words.Int(s.Tickets), s.Why))
		}
	}
	if more := len(senders) - sendersNamed; more > 0 {
		named = append(named, fmt.Sprintf("and %s more", words.Int(more)))
	}
	return fmt.Sprintf("%s of %s (%s): %s", words.Int(all), words.Int(tickets), words.Percent(float64(all)/float64(tickets)), strings.Join(named, ", "))
}

// ticketWarnings says what is doubtful of the tickets of all files together.
func ticketWarnings(tickets []ticket.Ticket) []string {
	var all []string
	for _, w := range ingest.CheckTickets(tickets, nil) {
		all = append(all, w.String())
	}
	return all
}
