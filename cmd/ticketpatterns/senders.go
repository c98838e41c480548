package main

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest/prepare"
)

// automatedCheck says how many tickets programs opened, and which.
func automatedCheck(senders []prepare.Sender, tickets int) result.Check {
	check := result.Check{Code: result.CheckAutomated, Of: tickets, Senders: sendersOf(senders)}
	for _, s := range senders {
		check.Count += s.Tickets
	}
	return check
}

// sendersOf returns the programs as results have them.
func sendersOf(senders []prepare.Sender) []result.Sender {
	all := make([]result.Sender, len(senders))
	for i, s := range senders {
		all[i] = result.Sender{Name: s.Name, Proof: s.Why, Tickets: s.Tickets}
	}
	return all
}
