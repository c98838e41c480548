package desk

import (
	"cmp"
	"maps"
	"slices"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
)

// workload is the patterns of one function or team.
type workload struct {
	ids     []string
	tickets []int32 // may repeat
}

func (h *workload) add(p Pattern) {
	h.ids = append(h.ids, p.ID)
	h.tickets = append(h.tickets, p.Tickets...)
}

// count returns the number of distinct tickets and the hours that people waited for
// them.
func (h *workload) count(in Input) (tickets int, hours float64) {
	slices.Sort(h.tickets)
	all := slices.Compact(h.tickets)
	return len(all), valueOrZero(in.Describer.Impact(all).PersonHours)
}

// Gaps returns the functions that nobody owns with the patterns assigned to them,
// including functions without a pattern this time: by tickets, most first, then by
// name; patterns that no function of the map fits come last.
func Gaps(in Input) []result.Gap {
	held := map[string]*workload{}
	for _, f := range in.Owners.Gaps() {
		held[f] = &workload{ids: []string{}}
	}
	for _, p := range in.Patterns {
		if !p.Owner.Gap {
			continue
		}
		if held[p.Owner.Function] == nil {
			held[p.Owner.Function] = &workload{}
		}
		held[p.Owner.Function].add(p)
	}
	gaps := []result.Gap{}
	for function, h := range held {
		tickets, hours := h.count(in)
		gaps = append(gaps, result.Gap{Function: function, Patterns: len(h.ids), Tickets: tickets, PersonHours: hours, PatternIDs: h.ids})
	}
	slices.SortFunc(gaps, func(a, b result.Gap) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), compareFunctions(a.Function, b.Function))
	})
	return gaps
}

// compareFunctions orders functions by name. "", what no function of the map fits,
// comes last.
func compareFunctions(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return cmp.Compare(a, b)
}

// Load returns what each team is asked to own in this report.
func Load(in Input) []result.Load {
	held := map[string]*workload{}
	for _, p := range in.Patterns {
		if p.Owner.Gap || !p.Escalate {
			continue
		}
		if held[p.Owner.Team] == nil {
			held[p.Owner.Team] = &workload{}
		}
		held[p.Owner.Team].add(p)
	}
	var work []owner.Work
	for _, team := range slices.Sorted(maps.Keys(held)) {
		tickets, hours := held[team].count(in)
		work = append(work, owner.Work{Team: team, PatternIDs: held[team].ids, Tickets: tickets, Hours: hours})
	}
	return in.Owners.Load(work)
}
