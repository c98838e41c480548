package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// lookUpstream finds the functions that several kinds of symptom depend on, among the
// tickets of the pattern and, at one location, those beside them. A kind named by a
// single ticket of the pattern is chance. Away from one location many things fail
// together in every week, so there the function itself must be named by so many
// tickets as a kind takes, and no kind may hold most of the tickets: they would be of
// that kind.
func (q *question) lookUpstream() {
	q.upstream, q.kinds = map[int][]result.Count{}, make([]string, len(q.facts))
	seen := map[string]int{}
	for i, f := range q.facts {
		q.kinds[i] = q.kind(f)
		if q.context.Place == "" || key(f.Location) == key(q.context.Place) {
			seen[q.kinds[i]]++
		}
	}
	for f := range q.m.Functions {
		if kinds := q.dependent(f, seen); kinds != nil {
			slices.SortStableFunc(kinds, func(a, b result.Count) int { return cmp.Compare(a.Name, b.Name) })
			q.upstream[f] = kinds
		}
	}
}

// dependent returns the kinds of symptom that depend on function f, with their
// tickets; nil if they are not several.
func (q *question) dependent(f int, seen map[string]int) []result.Count {
	var kinds []result.Count
	own, most := 0, 0
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
		most = max(most, n)
		if n+beside >= kindTickets {
			kinds = append(kinds, result.Count{Name: name, Count: n + beside})
		}
	}
	if len(kinds) < kindsTogether || own == 0 {
		return nil
	}
	if q.context.Place == "" && (seen[q.m.Functions[f].Name] < kindTickets || 2*most > len(q.facts)) {
		return nil
	}
	return kinds
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
