package analyzer

import (
	"cmp"
	"maps"
	"slices"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
)

// unrecognised is how a history remembers that no function of the map fits.
const unrecognised = "not recognised by the owner map"

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
		function := p.Owner.Function
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
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), compareFunctions(a.Function, b.Function))
	})
	return gaps
}

// compareFunctions sorts functions by name, what no function fits last.
func compareFunctions(a, b string) int {
	return cmp.Or(trueFirst(a != "", b != ""), cmp.Compare(a, b))
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
		work = append(work, owner.Work{Team: team, PatternIDs: ids[team], Tickets: tickets, Hours: hours})
	}
	return r.options.Owners.Load(work)
}
