package prepare

import (
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/ticket"
)

// Fill fills the empty departments and locations of tickets from the
// person whose name is the ticket's requester, whatever its case and spaces, and
// returns how many tickets it changed. A name that two people of different
// departments or locations bear says nothing.
func Fill(tickets []ticket.Ticket, people []ticket.Person) (filled int) {
	type place struct {
		department, location string
		unclear              bool
	}
	places := make(map[string]place, len(people))
	for _, p := range people {
		key := fold.Spelling(p.Requester)
		old, known := places[key]
		now := place{department: p.Department, location: p.Location}
		now.unclear = known && (old.unclear || old != now)
		places[key] = now
	}
	for i := range tickets {
		t := &tickets[i]
		at, ok := places[fold.Spelling(t.Requester)]
		if !ok || at.unclear || t.Requester == "" {
			continue
		}
		before := [2]string{t.Department, t.Location}
		if t.Department == "" {
			t.Department = at.department
		}
		if t.Location == "" {
			t.Location = at.location
		}
		if before != [2]string{t.Department, t.Location} {
			filled++
		}
	}
	return filled
}
