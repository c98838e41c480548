package describe

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// Owner returns the owner of the root cause of tickets of a scope, by the owner map.
// ofIssue are all tickets of their issue, oldest first; none if it is not known.
func (d *Describer) Owner(s dataset.Scope, tickets, ofIssue []int32) result.Owner {
	o := d.context.finder.Find(d.ownerFacts(tickets), d.ownerContext(s, tickets, ofIssue))
	o.Confidence = stat.Round(o.Confidence, 100)
	return plainOwner(o)
}

// plainOwner strips markup from the values of the export and the map that an answer
// quotes.
func plainOwner(o result.Owner) result.Owner {
	o.DecidesAlone, o.NeedsOthers = text.Plain(o.DecidesAlone), text.Plain(o.NeedsOthers)
	plainEvidence(o.Evidence)
	for _, claim := range []*result.Claim{o.Reason.FiledAs, o.Reason.CausedBy, o.Reason.Rival} {
		if claim != nil {
			plainEvidence(claim.Evidence)
		}
	}
	if o.Reason.Nameable != nil {
		o.Reason.Nameable.Value = text.Plain(o.Reason.Nameable.Value)
	}
	return o
}

func plainEvidence(evidence []result.Evidence) {
	for i := range evidence {
		evidence[i].Location = text.Plain(evidence[i].Location)
		for j := range evidence[i].Values {
			evidence[i].Values[j].Name = text.Plain(evidence[i].Values[j].Name)
		}
	}
}

func (d *Describer) ownerFacts(tickets []int32) []owner.Facts {
	facts := make([]owner.Facts, len(tickets))
	for i, t := range tickets {
		facts[i] = d.context.facts(t)
	}
	return facts
}

// ownerContext returns the context of tickets of a scope.
func (d *Describer) ownerContext(s dataset.Scope, tickets, ofIssue []int32) owner.Context {
	c := owner.Context{ScopeIsGroup: s.Values[dataset.AssignmentGroup] != dataset.Unknown, Usual: d.context.usualGroups(tickets)}
	c.Earlier, c.Problem = d.earlier.of(tickets, ofIssue), d.earlier.ofProblems(tickets, ofIssue)
	for _, before := range d.changesBefore(tickets) {
		c.Changes = append(c.Changes, owner.Change{ID: before.ID, Group: before.Group, Tickets: d.data.IDs(before.tickets)})
	}
	days := 7 * (d.data.Day[tickets[0]]/7 + 1)
	if place := d.context.commonLocation(tickets); place != dataset.Unknown && days <= maxPlaceDays {
		c.Place, c.Days = d.data.Fields[dataset.Location].Name[place], days
		c.Beside = d.context.coOccurring(tickets, place, days)
	}
	return c
}

// OwnerByContent returns the owner of the root cause of tickets judged by their
// content only, without the groups that held them and without context.
func (d *Describer) OwnerByContent(tickets []int32) result.Owner {
	return plainOwner(d.context.finder.Find(d.ownerFacts(tickets), owner.Context{ScopeIsGroup: true}))
}

// MapFit returns how far the owner map speaks the language of the tickets.
func (d *Describer) MapFit() result.MapFit { return d.context.fit }

// IsDesk reports whether a group is the help desk itself.
func (d *Describer) IsDesk(group string) bool { return d.context.finder.Bind(group).Desk }
