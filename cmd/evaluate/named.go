package main

import (
	"slices"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// named counts how often the right owner was named.
type named struct {
	asked      int
	first, two int // by the whole evidence
	plain      int // by the category alone, first
	plainTwo   int
}

// count holds two answers against the teams that are right.
func (n *named) count(team, alternative string, byCategory result.Owner, right []string) {
	n.asked++
	is := func(team string) bool { return team != "" && slices.Contains(right, team) }
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	add(&n.first, is(team))
	add(&n.two, is(team) || is(alternative))
	add(&n.plain, is(byCategory.Team))
	add(&n.plainTwo, is(byCategory.Team) || is(byCategory.Alternative))
}

// shares are the cells that every row ends with.
func (n *named) shares() []any {
	return []any{ratio(n.first, n.asked), ratio(n.two, n.asked), ratio(n.plain, n.asked), ratio(n.plainTwo, n.asked)}
}

var shareHeader = []string{"first", "in two", "category: first", "category: in two"}

func categoryOf(t *ticket.Ticket) owner.Facts {
	return owner.Facts{TicketID: t.ID, Category: t.Category, Subcategory: t.Subcategory}
}
