package describe

import (
	"slices"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// cause forms a hypothesis about the cause of tickets from their words, the
// resolution notes, the changes that preceded them, and their distribution in time
// and place compared with all tickets of their issue in the scope.
func (d *Describer) cause(tickets, ofIssue []int32) result.Cause {
	facts := make([]cause.Facts, len(tickets))
	for i, t := range tickets {
		facts[i] = d.CauseFacts(t)
	}
	out := cause.Find(facts, d.signs(tickets, ofIssue))
	out.Confidence = stat.Round(out.Confidence, 100)
	return out
}

// CauseFacts returns what ticket t says about its cause.
func (d *Describer) CauseFacts(t int32) cause.Facts {
	k := &d.data.Tickets[t]
	return cause.Facts{
		TicketID: d.data.Refs[t], Text: fold.Wording(d.data.Repeated.Subject(k.Subject) + "\n" + d.data.Said(t)),
		Code: fold.Wording(k.ResolutionCode), Notes: fold.Wording(k.Resolution),
	}
}

// signs returns the evidence that tickets show together.
func (d *Describer) signs(tickets, ofIssue []int32) []cause.Sign {
	all := slices.Concat(d.onset(tickets, ofIssue), d.shortHandling(tickets), d.peak(tickets), d.sharedValues(tickets))
	for _, before := range d.changesBefore(tickets) {
		change := d.sign(before.tickets, result.Evidence{
			Code: result.EvidenceDeclaredChange, Of: len(tickets), Change: &result.ChangeBefore{Change: d.change(before.Change), DaysBefore: before.days},
		})
		change[0].Vague = !before.exact
		all = append(all, change...)
	}
	return all
}

// sign returns evidence e as shown by tickets.
func (d *Describer) sign(tickets []int32, e result.Evidence) []cause.Sign {
	e.Tickets = d.data.IDs(tickets)
	e.Count = len(e.Tickets)
	if e.Values == nil {
		e.Values = []result.Count{}
	}
	return []cause.Sign{{Evidence: e}}
}
