package desk

import (
	"fmt"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/ticket"
)

// lastDay is the day that all invented desks end with: a Sunday.
var lastDay = fixture.LastDay

// deskOf makes what is measured of tickets, oldest first, of which issues hold the
// given numbers.
func deskOf(tickets []ticket.Ticket, issues ...[]int32) Input {
	data := dataset.New(tickets, lastDay)
	in := Input{
		Data: data, Describer: describe.New(data, describe.Options{Owners: owner.DefaultMap(), WorkdayHours: 8}),
		Owners: owner.DefaultMap(), WorkWeeks: 12,
	}
	for i, members := range issues {
		in.Issues = append(in.Issues, Issue{ID: fmt.Sprintf("I-%d", i), Label: fmt.Sprintf("issue %d", i), Tickets: members})
	}
	return in
}
