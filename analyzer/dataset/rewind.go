package dataset

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// Rewind returns the data set as a run daysBack days before AsOf would have had it:
// without the tickets opened later, and without what happened to the others later,
// as far as the export dates it. What a word weighs, which words mean the same, which
// lines are repeated and which senders are programs is learned from the whole export,
// as in [Dataset.Until].
func (d *Dataset) Rewind(daysBack int) *Dataset {
	out := d.Until(daysBack)
	out.Tickets = slices.Clone(out.Tickets)
	for t := range out.Tickets {
		out.forgetLater(&out.Tickets[t])
	}
	out.EndsKnown = slices.ContainsFunc(out.Tickets, func(t ticket.Ticket) bool { return !t.Finished().IsZero() })
	out.Excluded = d.Excluded[:len(out.Tickets)]
	for f := range out.Fields {
		out.Fields[f] = out.Fields[f].recounted()
		out.FirstSeen[f] = out.FirstSeen[f][:len(out.Fields[f].Count)]
	}
	// People, values and texts are numbered in the order of their first ticket, so that those
	// seen so far stand in front.
	out.People, out.Texts = countNumbers(out.Person), out.Texts[:countNumbers(out.TextOf)]
	out.countUses()
	return out
}

// countNumbers returns how many numbers from 0 on are in use, if they were given in
// order; negative ones are none.
func countNumbers(numbers []int32) int {
	n := int32(0)
	for _, v := range numbers {
		n = max(n, v+1)
	}
	return int(n)
}

// recounted returns the column with the values that its tickets have, in their old
// numbers, and their counts.
func (c column) recounted() column {
	c.Count = make([]int, max(1, countNumbers(c.Value)))
	c.Name = c.Name[:len(c.Count)]
	for _, v := range c.Value {
		c.Count[v]++
	}
	return c
}

// forgetLater removes from a ticket what the export dates after the day of AsOf.
func (d *Dataset) forgetLater(t *ticket.Ticket) {
	later := func(at time.Time) bool { return !at.IsZero() && d.DaysSince(at) < 0 }
	if finished := t.Finished(); later(finished) {
		t.Resolution, t.ResolutionCode, t.State, t.Breaches = "", "", "", ticket.Count{}
	}
	for _, at := range []*time.Time{&t.Resolved, &t.Closed, &t.Updated} {
		if later(*at) {
			*at = time.Time{}
		}
	}
}
