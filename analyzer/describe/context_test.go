package describe

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/ticket"
)

// visit is a ticket at Leeds, resolved in an hour.
func visit(id string, daysBack int, change func(*ticket.Ticket)) ticket.Ticket {
	opened := lastDay.AddDate(0, 0, -daysBack)
	k := ticket.Ticket{ID: id, Opened: opened, Resolved: opened.Add(time.Hour), Subject: "printer offline", Location: "Leeds", Requester: "p" + id}
	if change != nil {
		change(&k)
	}
	return k
}

func TestUsualGroups(t *testing.T) {
	var tickets []ticket.Ticket
	add := func(n int, service, item, group string) {
		for range n {
			i := len(tickets)
			tickets = append(tickets, visit(fmt.Sprint(i), 200-i, func(k *ticket.Ticket) { k.Service, k.ConfigurationItem, k.AssignmentGroup = service, item, group }))
		}
	}
	add(6, "VPN", "", "Network")
	add(3, "VPN", "", "Workplace")
	add(40, "VPN", "", "Service Desk") // the desk holds tickets for everybody
	add(4, "Payroll", "", "Application Support")
	add(3, "", "SRV-1", "Network")
	add(3, "", "SRV-1", "Workplace")
	add(5, "Mail", "", "Collaboration")
	first := int32(len(tickets))
	add(3, "VPN", "SRV-1", "Workplace") // the tickets at hand
	add(1, "Payroll", "", "Network")
	add(1, "Mail", "", "Network")
	d := describer(tickets)
	var hand []int32
	for i := first; int(i) < len(tickets); i++ {
		hand = append(hand, i)
	}
	want := []owner.Usual{
		{Service: "VPN", Group: "Network", Count: 6, Of: 9},        // without the three at hand
		{Service: "Mail", Group: "Collaboration", Count: 5, Of: 5}, // Payroll has too few
	} // and SRV-1 none with most
	if diff := cmp.Diff(want, d.context.usualGroups(hand)); diff != "" {
		t.Errorf("usual groups (-want +got):\n%s", diff)
	}
}

func TestPlaceAndBeside(t *testing.T) {
	var tickets []ticket.Ticket
	add := func(daysBack int, subject, location string) {
		tickets = append(tickets, visit(fmt.Sprint(len(tickets)), daysBack, func(k *ticket.Ticket) { k.Subject, k.Location = subject, location }))
	}
	for d := 100; d >= 14; d-- {
		add(d, "mailbox question", "Leeds") // every day: seven a week are usual
		if d%7 == 0 {
			add(d, "password expired", "Leeds") // one a week
		}
	}
	first := len(tickets)
	for range 4 {
		add(6, "printer offline", "Leeds")
	}
	add(6, "printer offline", "Porto")
	last := len(tickets)
	for d := 6; d >= 0; d-- {
		add(d, "mailbox question", "Leeds")
		add(d, "shared drive gone", "Leeds") // seven where none is usual
		add(d, "wifi drops", "Porto")
	}
	add(5, "password expired", "Leeds")
	d := describer(tickets)
	var hand []int32
	for i := first; i < last; i++ {
		hand = append(hand, int32(i))
	}
	place := d.context.commonLocation(hand)
	if got := d.data.Fields[dataset.Location].Name[place]; got != "Leeds" {
		t.Fatalf("place %q, want Leeds: four of five", got)
	}
	beside := d.context.coOccurring(hand, place, 7)
	if len(beside) != 1 || beside[0].Function != "Storage" || len(beside[0].Tickets) != 7 || beside[0].Usual != 0 {
		t.Errorf("%+v, want the seven drives, and neither the mailboxes, usual there, nor the one password, nor Porto", beside)
	}
	if got := d.context.commonLocation(hand[3:]); got != dataset.Unknown {
		t.Errorf("place of two tickets at two sites: %q", d.data.Fields[dataset.Location].Name[got])
	}
	if got := d.context.coOccurring(hand, place, 84); got != nil {
		t.Errorf("%+v, want nothing where there is no past to compare with", got)
	}
}

// Several symptoms in one place at once point to what carries them, by way of
// tickets that are not of the pattern.
func TestOwnerOfSeveralSymptomsInOnePlace(t *testing.T) {
	var tickets []ticket.Ticket
	for d := 100; d >= 14; d-- {
		tickets = append(tickets, visit(fmt.Sprintf("old%d", d), d, func(k *ticket.Ticket) { k.Subject, k.Location = "monitor black", "Porto" }))
	}
	var hand []int32
	for i, subject := range []string{"printer offline", "shared drive gone", "password refused"} {
		for n := range 5 {
			if i == 0 {
				hand = append(hand, int32(len(tickets)))
			}
			tickets = append(tickets, visit(fmt.Sprint(subject, n), 5-i, func(k *ticket.Ticket) { k.Subject = subject }))
		}
	}
	d := describer(tickets)
	got := d.Owner(dataset.Scope{}, hand, nil)
	if got.Function != "Networking" || got.SymptomFunction != "Printing" || got.CauseFunction != "Networking" {
		t.Errorf("%+v, want Networking for what was filed as Printing", got)
	}
	for i := range tickets {
		if i%2 == 0 {
			tickets[i].Location = "Gent"
		}
	}
	if got := describer(tickets).Owner(dataset.Scope{}, hand, nil); got.Function != "Printing" {
		t.Errorf("%+v, want Printing where the symptoms are not in one place", got)
	}
}
