package ingest

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/ticket"
)

// place is where a ticket stands among all.
type place struct {
	opened int64 // nanoseconds since 1970
	row    row
}

// inOrder returns the tickets of rows by opened, source and id, and lets go of
// what was read. rows are in the order in which they were read.
func (m *merger) inOrder(rows []row) []ticket.Ticket {
	places := make([]place, len(rows))
	for i, r := range rows {
		places[i] = place{m.ticket(r).Opened.UnixNano(), r}
	}
	byPlace := func(a, b place) int {
		if a.opened != b.opened {
			return cmp.Compare(a.opened, b.opened)
		}
		x, y := m.ticket(a.row), m.ticket(b.row)
		if c := strings.Compare(x.Source, y.Source); c != 0 {
			return c
		}
		return strings.Compare(x.ID, y.ID)
	}
	if !slices.IsSortedFunc(places, byPlace) {
		slices.SortFunc(places, byPlace)
	}
	pieces := m.pieces
	m.pieces, m.rows = nil, 0
	if len(pieces) == 1 && 4*len(rows) > 3*cap(pieces[0].tickets) {
		return arrange(pieces[0].tickets, places)
	}
	tickets := make([]ticket.Ticket, len(places))
	for i, p := range places {
		tickets[i] = pieces[p.row.piece].tickets[p.row.at]
	}
	return tickets
}

// arrange puts those of tickets that places name into their order, where they
// are: a million of them take half a gigabyte, which is not needed twice.
func arrange(tickets []ticket.Ticket, places []place) []ticket.Ticket {
	from := make([]int32, len(places))
	for i, p := range places {
		from[i] = p.row.at
	}
	if len(places) < len(tickets) {
		tickets = squeeze(tickets, from)
	}
	for i := range from {
		if from[i] == int32(i) {
			continue
		}
		held, at := tickets[i], int32(i)
		for from[at] != int32(i) {
			next := from[at]
			tickets[at], from[at] = tickets[next], at
			at = next
		}
		tickets[at], from[at] = held, at
	}
	return tickets
}

// squeeze takes out the tickets whose index is not in from, and sets from to
// where the others are then.
func squeeze(tickets []ticket.Ticket, from []int32) []ticket.Ticket {
	now := make([]int32, len(tickets))
	for _, at := range from {
		now[at] = 1
	}
	kept := int32(0)
	for i := range tickets {
		if now[i] == 0 {
			continue
		}
		if now[i] = kept; kept != int32(i) {
			tickets[kept] = tickets[i]
		}
		kept++
	}
	for i, at := range from {
		from[i] = now[at]
	}
	clear(tickets[kept:])
	return tickets[:kept]
}
