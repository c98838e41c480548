package analyzer

import (
	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// cause forms a hypothesis of what is behind the tickets of a scope: what their
// words and the desk's notes speak for, what was changed before, and what shape
// they have in time and place.
func (r *reporter) cause(s dataset.Scope, tickets []int32) result.Cause {
	facts := make([]cause.Facts, len(tickets))
	for i, t := range tickets {
		facts[i] = r.causeFacts(t)
	}
	a := cause.Find(facts, r.causeContext(s, tickets))
	out := result.Cause{
		Kind: result.CauseKind(a.Kind), Confidence: stat.Round(a.Confidence, 100), Check: a.Check,
		Alternative: result.CauseKind(a.Alternative), Evidence: []result.Evidence{},
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, result.Evidence{What: text.Plain(e.What), Count: e.Count, Tickets: e.Tickets})
	}
	return out
}

func (r *reporter) causeFacts(t int32) cause.Facts {
	k := &r.export.Tickets[t]
	return cause.Facts{
		TicketID: r.export.Refs[t], Text: text.Fold(k.Subject + "\n" + k.Description),
		Code: text.Fold(k.ResolutionCode), Notes: text.Fold(k.Resolution),
	}
}

func (r *reporter) causeContext(s dataset.Scope, tickets []int32) cause.Context {
	c := cause.Context{Language: r.say, Onset: r.onset(s, tickets), Hours: r.hours(tickets), Peak: r.peak(tickets), Alike: r.alike(tickets)}
	for _, d := range r.changesBefore(tickets) {
		c.Changes = append(c.Changes, cause.Declared{Says: r.says(d), Tickets: r.export.IDs(d.tickets), Exact: d.exact})
	}
	return c
}
