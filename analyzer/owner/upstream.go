package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// lookUpstream finds the functions that several kinds of symptom at one location and
// time depend on, among the tickets of the pattern and those beside them. A kind
// named by a single ticket of the pattern is chance.
func (q *question) lookUpstream() {
	q.upstream, q.kinds = map[int][]result.Count{}, make([]string, len(q.facts))
	seen := map[string]int{}
	for i, f := range q.facts {
		q.kinds[i] = q.kind(f)
		if key(f.Location) == key(q.context.Place) {
			seen[q.kinds[i]]++
		}
	}
	for f := range q.m.Functions {
		var kinds []result.Count
		own := 0
		for _, name := range q.m.Functions[f].Carries {
			n := seen[q.nameOf(name)]
			beside := 0
			for _, b := range q.context.Beside {
				if key(b.Function) == key(name) {
					beside += len(b.Tickets)
				}
			}
			if n > 0 {
				own++
			}
			if n+beside >= kindTickets {
				kinds = append(kinds, result.Count{Name: name, Count: n + beside})
			}
		}
		if len(kinds) >= kindsTogether && own > 0 {
			slices.SortStableFunc(kinds, func(a, b result.Count) int { return cmp.Compare(a.Name, b.Name) })
			q.upstream[f] = kinds
		}
	}
}

// nameOf returns a function's name as spelled in the map.
func (f *Finder) nameOf(name string) string {
	for i := range f.m.Functions {
		if key(f.m.Functions[i].Name) == key(name) {
			return f.m.Functions[i].Name
		}
	}
	return name
}
