package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// Work is what one report assigns to one team.
type Work struct {
	Team       string
	PatternIDs []string
	Tickets    int
	Hours      float64 // hours people waited because of these patterns
}

// Load compares every team of the map, and every team with work, with the limits per
// person: by its functions and by its patterns. The hours waited are reported but
// not judged: they measure the cost to others, not effort. A team of unknown size is
// never overloaded. Several records of one team are added up. Order: most patterns
// first, then most tickets, then name.
func (m Map) Load(work []Work) []result.Load {
	loads := make([]result.Load, 0, len(m.Teams))
	at := map[string]int{}
	add := func(t Team) {
		if _, ok := at[t.Name]; ok || t.Name == "" {
			return
		}
		at[t.Name] = len(loads)
		loads = append(loads, result.Load{Team: t.Name, Contact: t.Contact, Size: t.Size, FunctionNames: []string{}, PatternIDs: []string{}, Exceeded: []result.Limit{}})
	}
	for _, t := range m.Teams {
		add(t)
	}
	for _, w := range work {
		add(Team{Name: w.Team})
		if i, ok := at[w.Team]; ok {
			loads[i].PatternIDs = append(loads[i].PatternIDs, w.PatternIDs...)
			loads[i].Tickets += w.Tickets
			loads[i].PersonHours += w.Hours
		}
	}
	for _, f := range m.Functions {
		if i, ok := at[f.Team]; ok {
			loads[i].FunctionNames = append(loads[i].FunctionNames, f.Name)
		}
	}
	for i := range loads {
		m.judge(&loads[i])
	}
	slices.SortFunc(loads, func(a, b result.Load) int {
		return cmp.Or(cmp.Compare(b.Patterns, a.Patterns), cmp.Compare(b.Tickets, a.Tickets), cmp.Compare(a.Team, b.Team))
	})
	return loads
}

// judge compares what a team holds with the limits of the map.
func (m Map) judge(l *result.Load) {
	l.Functions, l.Patterns = len(l.FunctionNames), len(l.PatternIDs)
	if l.Size == 0 {
		return
	}
	over := func(n int, code result.LimitCode, limit float64) {
		if float64(n) > limit*float64(l.Size) {
			l.Overloaded = true
			l.Exceeded = append(l.Exceeded, result.Limit{Code: code, Limit: limit})
		}
	}
	over(l.Functions, result.LimitFunctions, m.FunctionsPerPerson)
	over(l.Patterns, result.LimitPatterns, m.PatternsPerPerson)
	l.Alone = l.Size == 1 && l.Functions > 1
}

// Gaps returns the names of the functions without an owner, in map order.
func (m Map) Gaps() []string {
	gaps := []string{}
	for _, f := range m.Functions {
		if f.Team == "" {
			gaps = append(gaps, f.Name)
		}
	}
	return gaps
}
