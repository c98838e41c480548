package main

import (
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

// sendersNamed is how many programs are named.
const sendersNamed = 4

// automatedCheck says how many tickets programs opened, and which.
func automatedCheck(l *say.Language, senders []ingest.Sender, tickets int) result.Check {
	check := result.Check{Check: l.Text("tickets that programs opened"), Value: l.Text("none")}
	if len(senders) > 0 {
		check.Value = sendersText(l, senders, tickets)
		check.Effect = l.Text("programs are no people; if one of them is a person, name it in config.yaml under reading, not_automated")
	}
	return check
}

// sendersText counts and names the programs.
func sendersText(l *say.Language, senders []ingest.Sender, tickets int) string {
	all := 0
	var named []string
	for i, s := range senders {
		if all += s.Tickets; i < sendersNamed {
			named = append(named, l.Text("%q (%d, by %s)", say.Shorten(s.Name, 40), s.Tickets, s.Why))
		}
	}
	if more := len(senders) - sendersNamed; more > 0 {
		named = append(named, l.Text("and %d more", more))
	}
	return share(l, all, tickets) + ": " + strings.Join(named, ", ")
}

// ticketWarnings says what is doubtful of the tickets of all files together.
func ticketWarnings(l *say.Language, tickets []ticket.Ticket) []string {
	var all []string
	for _, w := range ingest.CheckTickets(tickets, l) {
		all = append(all, w.String())
	}
	return all
}
