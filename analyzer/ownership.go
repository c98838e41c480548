package analyzer

import (
	"cmp"
	"maps"
	"slices"
	"ticketpatterns/analyzer/stat"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
)

// unrecognised names the function of patterns that no function of the map fits.
// It is remembered in English.
const unrecognised say.English = "not recognised by the owner map"

// functionInWords says unrecognised in the reader's language. Names of the map
// are the user's own.
func (r *reporter) functionInWords(name string) string {
	if name == string(unrecognised) {
		return r.say.Text(unrecognised)
	}
	return name
}

// gaps lists the functions that nobody owns, with the patterns that fell into
// them; also those into which none fell this time.
func (r *reporter) gaps(patterns []result.Pattern) []result.Gap {
	gaps := []result.Gap{}
	for _, f := range r.options.Owners.Gaps() {
		gaps = append(gaps, result.Gap{Function: f, PatternIDs: []string{}})
	}
	held := map[string][][]string{}
	for _, p := range patterns {
		if !p.Owner.Gap {
			continue
		}
		function := cmp.Or(p.Owner.Function, string(unrecognised))
		at := slices.IndexFunc(gaps, func(g result.Gap) bool { return g.Function == function })
		if at < 0 {
			at = len(gaps)
			gaps = append(gaps, result.Gap{Function: function, PatternIDs: []string{}})
		}
		gaps[at].Patterns++
		gaps[at].PatternIDs = append(gaps[at].PatternIDs, p.ID)
		held[function] = append(held[function], p.Tickets)
	}
	for i := range gaps {
		gaps[i].Tickets, gaps[i].PersonHours = r.together(held[gaps[i].Function])
	}
	slices.SortStableFunc(gaps, func(a, b result.Gap) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.Function, b.Function))
	})
	for i := range gaps {
		gaps[i].Function = r.functionInWords(gaps[i].Function)
	}
	return gaps
}

// together counts the tickets of several patterns, each ticket once, and the hours
// that people waited for them.
func (r *reporter) together(held [][]string) (tickets int, hours float64) {
	number := r.numbers()
	var all []int32
	for _, refs := range held {
		for _, ref := range refs {
			all = append(all, number[ref])
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return len(all), value(r.describe.Impact(all).PersonHours)
}

// load says what each team is asked to own in this report.
func (r *reporter) load(patterns []result.Pattern) []result.Load {
	ids, held := map[string][]string{}, map[string][][]string{}
	for _, p := range patterns {
		if p.Owner.Gap || !p.Escalate {
			continue
		}
		ids[p.Owner.Team] = append(ids[p.Owner.Team], p.ID)
		held[p.Owner.Team] = append(held[p.Owner.Team], p.Tickets)
	}
	var work []owner.Work
	for _, team := range slices.Sorted(maps.Keys(ids)) {
		tickets, hours := r.together(held[team])
		work = append(work, owner.Work{Team: team, Patterns: len(ids[team]), Tickets: tickets, Hours: hours})
	}
	out := []result.Load{}
	for _, l := range r.options.Owners.Load(work, r.say) {
		out = append(out, result.Load{
			Team: l.Team, Contact: l.Contact, Size: l.Size, Functions: len(l.Functions), Patterns: l.Patterns, Tickets: l.Tickets,
			PersonHours: stat.Round(l.Hours, 10), Overloaded: l.Overloaded, Alone: l.Alone, Reason: l.Reason,
			FunctionNames: nonNil(l.Functions), PatternIDs: nonNil(ids[l.Team]),
		})
	}
	return out
}
