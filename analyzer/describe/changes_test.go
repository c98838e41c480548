package describe

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/ticket"
)

func TestChangesBefore(t *testing.T) {
	tickets := []ticket.Ticket{
		visit("1", 5, func(k *ticket.Ticket) { k.Service = "Ledgerline" }),
		visit("2", 4, func(k *ticket.Ticket) { k.Service, k.Subject = "", "ledgerline closes" }),
		visit("3", 3, nil),
	}
	at := func(id string, daysBack int, service, location string) ticket.Change {
		return ticket.Change{ID: id, Service: service, Location: location, Start: lastDay.AddDate(0, 0, -daysBack)}
	}
	d := describer(tickets, []ticket.Change{
		at("late", 4, "Ledgerline", ""), at("early", 13, "Ledgerline", ""), at("other", 6, "Payroll", ""),
		at("service", 6, "Ledgerline", ""), at("place", 7, "", "Leeds"),
	}...)
	var said []string
	for _, c := range d.changesBefore([]int32{0, 1, 2}) {
		said = append(said, fmt.Sprint(c.ID, " ", c.days, " ", d.data.IDs(c.tickets), " ", c.exact))
	}
	if diff := cmp.Diff([]string{"place 2 [1 2 3] true", "service 1 [1 2] true"}, said); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}
