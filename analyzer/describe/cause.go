package describe

import (
	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// cause forms a hypothesis of what is behind tickets: what their words and the
// desk's notes speak for, what was changed before, and what shape they have in time
// and place, seen against all tickets of their issue in their scope.
func (d *Describer) cause(tickets, ofIssue []int32) result.Cause {
	facts := make([]cause.Facts, len(tickets))
	for i, t := range tickets {
		facts[i] = d.CauseFacts(t)
	}
	a := cause.Find(facts, d.causeContext(tickets, ofIssue))
	out := result.Cause{
		Kind: result.CauseKind(a.Kind), Confidence: stat.Round(a.Confidence, 100), Check: a.Check,
		Alternative: result.CauseKind(a.Alternative), Evidence: []result.Evidence{},
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, result.Evidence{What: text.Plain(e.What), Count: e.Count, Tickets: e.Tickets})
	}
	return out
}

// CauseFacts is what ticket t says about its cause.
func (d *Describer) CauseFacts(t int32) cause.Facts {
	k := &d.data.Tickets[t]
	return cause.Facts{
		TicketID: d.data.Refs[t], Text: fold.Wording(k.Subject + "\n" + k.Description),
		Code: fold.Wording(k.ResolutionCode), Notes: fold.Wording(k.Resolution),
	}
}

// causeContext gathers what lies around tickets.
func (d *Describer) causeContext(tickets, ofIssue []int32) cause.Context {
	c := cause.Context{Language: d.options.Language, Onset: d.onset(tickets, ofIssue), Hours: d.hours(tickets), Peak: d.peak(tickets), Alike: d.alike(tickets)}
	for _, before := range d.changesBefore(tickets) {
		c.Changes = append(c.Changes, cause.Declared{Says: d.says(before), Tickets: d.data.IDs(before.tickets), Exact: before.exact})
	}
	return c
}
