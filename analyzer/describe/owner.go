package describe

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// owner asks the owner map whose root cause the tickets of a scope show.
func (d *Describer) owner(s dataset.Scope, tickets []int32) result.Owner {
	a := d.finder.Find(d.ownerFacts(tickets), d.ownerContext(s, tickets))
	out := result.Owner{
		Team: a.Team, Contact: a.Contact, Function: a.Function, Reason: text.Plain(a.Reason),
		Confidence: stat.Round(a.Confidence, 100), Alternative: a.Alternative, AlternativeFunction: a.AlternativeFunction, Gap: a.Gap,
		Split: a.Split, SymptomFunction: a.SymptomFunction, CauseFunction: a.CauseFunction, Evidence: []result.Evidence{},
	}
	for _, f := range d.options.Owners.Functions {
		if f.Name == a.Function && !a.Gap {
			out.DecidesAlone, out.NeedsOthers = text.Plain(d.options.Language.Phrase(f.DecidesAlone)), text.Plain(d.options.Language.Phrase(f.NeedsOthers))
		}
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, result.Evidence{What: text.Plain(e.What), Count: e.Count, Tickets: e.Tickets})
	}
	return out
}

func (d *Describer) ownerFacts(tickets []int32) []owner.Facts {
	facts := make([]owner.Facts, len(tickets))
	for i, t := range tickets {
		facts[i] = d.facts(t)
	}
	return facts
}

// ownerContext gathers what lies around tickets of a scope.
func (d *Describer) ownerContext(s dataset.Scope, tickets []int32) owner.Context {
	c := owner.Context{Language: d.options.Language, ScopeIsGroup: s.Values[dataset.AssignmentGroup] != dataset.Unknown, Usual: d.usual(tickets)}
	for _, before := range d.changesBefore(tickets) {
		c.Changes = append(c.Changes, owner.Change{ID: before.ID, Group: before.Group, Tickets: d.data.IDs(before.tickets)})
	}
	days := 7 * (d.data.Day[tickets[0]]/7 + 1)
	if place := d.place(tickets); place != dataset.Unknown && days <= placeDays {
		c.Place, c.Days = d.data.Fields[dataset.Location].Name[place], days
		c.Beside = d.coOccurring(tickets, place, days)
	}
	return c
}

// OwnerByContent asks the owner map whose root cause tickets show by all but the
// groups that held them and what lies around.
func (d *Describer) OwnerByContent(tickets []int32) owner.Answer {
	return d.finder.Find(d.ownerFacts(tickets), owner.Context{Language: d.options.Language, ScopeIsGroup: true})
}

// IsDesk reports whether a group is the help desk itself.
func (d *Describer) IsDesk(group string) bool { return d.finder.Bind(group).Desk }
