package main

import (
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
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

// senderProofs say what gives a program away.
var senderProofs = map[result.SenderProof]say.English{
	result.SenderConfigured: "named in the configuration", result.SenderName: "its name", result.SenderChannel: "the channel",
}

// sendersText counts and names the programs.
func sendersText(l *say.Language, senders []ingest.Sender, tickets int) string {
	all := 0
	var named []string
	for i, s := range senders {
		if all += s.Tickets; i < sendersNamed {
			named = append(named, l.Text("%q (%d, by %s)", say.Shorten(s.Name, 40), s.Tickets, senderProofs[s.Why]))
		}
	}
	if more := len(senders) - sendersNamed; more > 0 {
		named = append(named, l.Text("and %d more", more))
	}
	return share(l, all, tickets) + ": " + strings.Join(named, ", ")
}
