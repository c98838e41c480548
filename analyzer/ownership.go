package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// unrecognised names the function of patterns that no function of the map fits.
const unrecognised = "not recognised by the owner map"

// owner asks the owner map whose root cause the tickets show.
func (r *reporter) owner(tickets []int32) result.Owner {
	facts := make([]owner.Facts, len(tickets))
	for i, t := range tickets {
		k := &r.export.tickets[t]
		facts[i] = owner.Facts{
			TicketID: r.export.refs[t], Category: k.Category, Subcategory: k.Subcategory, Service: k.Service,
			ConfigurationItem: k.ConfigurationItem, Location: k.Location, Group: k.AssignmentGroup,
			Text: k.Subject + "\n" + k.Description, Resolution: k.ResolutionCode + "\n" + k.Resolution,
		}
	}
	a := r.options.Owners.Find(facts)
	out := result.Owner{
		Team: a.Team, Contact: a.Contact, Function: a.Function, Reason: text.Plain(a.Reason),
		Confidence: round(a.Confidence, 100), Alternative: a.Alternative, Gap: a.Gap, Evidence: []result.Evidence{},
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, result.Evidence{What: text.Plain(e.What), Count: e.Count, Tickets: e.Tickets})
	}
	return out
}

// gaps lists the functions that nobody owns, with the patterns that fell into
// them; also those into which none fell this time.
func (r *reporter) gaps(patterns []result.Pattern) []result.Gap {
	gaps := []result.Gap{}
	for _, f := range r.options.Owners.Gaps() {
		gaps = append(gaps, result.Gap{Function: f, PatternIDs: []string{}})
	}
	for _, p := range patterns {
		if !p.Owner.Gap {
			continue
		}
		function := cmp.Or(p.Owner.Function, unrecognised)
		at := slices.IndexFunc(gaps, func(g result.Gap) bool { return g.Function == function })
		if at < 0 {
			at = len(gaps)
			gaps = append(gaps, result.Gap{Function: function, PatternIDs: []string{}})
		}
		gaps[at].Patterns++
		gaps[at].Tickets += len(p.Tickets)
		gaps[at].PatternIDs = append(gaps[at].PatternIDs, p.ID)
	}
	slices.SortStableFunc(gaps, func(a, b result.Gap) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.Function, b.Function))
	})
	return gaps
}

// load says what each team is asked to own in this report.
func (r *reporter) load(patterns []result.Pattern) []result.Load {
	var work []owner.Work
	ids := map[string][]string{}
	for _, p := range patterns {
		if p.Owner.Gap || !p.Escalate {
			continue
		}
		work = append(work, owner.Work{Team: p.Owner.Team, Patterns: 1, Tickets: len(p.Tickets), Hours: value(p.Impact.PersonHours)})
		ids[p.Owner.Team] = append(ids[p.Owner.Team], p.ID)
	}
	out := []result.Load{}
	for _, l := range r.options.Owners.Load(work) {
		out = append(out, result.Load{
			Team: l.Team, Contact: l.Contact, Size: l.Size, Functions: len(l.Functions), Patterns: l.Patterns, Tickets: l.Tickets,
			PersonHours: round(l.Hours, 10), Overloaded: l.Overloaded, Reason: l.Reason,
			FunctionNames: nonNil(l.Functions), PatternIDs: nonNil(ids[l.Team]),
		})
	}
	return out
}
