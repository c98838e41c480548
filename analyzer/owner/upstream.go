package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// lookUpstream finds the functions that several kinds of symptom depend on, among the
// tickets of the pattern and, at one location, those beside them. A kind named by a
// single ticket of the pattern is chance, but many such kinds are none. Away from one location many things fail
// together in every week, so there the function itself must be named by so many
// tickets as a kind takes, and no kind may hold most of the tickets: they would be of
// that kind. At one location it must be named if it stands on another function itself:
// what is shared by all locations fails at all of them.
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
	own, most, together, singles := 0, 0, 0, 0
	for _, name := range q.dependents[f] {
		n := seen[name]
		beside := 0
		for _, b := range q.context.Beside {
			if b.Function == name {
				beside += len(b.Tickets)
			}
		}
		if n > 0 {
			own++
		}
		most = max(most, n)
		if n > 0 {
			singles++
		}
		if n+beside > 0 {
			kinds = append(kinds, result.Count{Name: name, Count: n + beside})
		}
		if n+beside >= kindTickets {
			together++
		}
	}
	alone := singles >= kindsAlone && 2*most <= len(q.facts)
	if !alone && together < kindsTogether || own == 0 {
		return nil
	}
	unnamed := seen[q.m.Functions[f].Name] < kindTickets
	if q.context.Place == "" && (unnamed || 2*most > len(q.facts)) || unnamed && q.carried(f) {
		return nil
	}
	return kinds
}

// carried reports whether function f stands on another one.
func (f *Finder) carried(function int) bool {
	for other := range f.m.Functions {
		if other != function && f.carries(other, f.m.Functions[function].Name) {
			return true
		}
	}
	return false
}

// dependentShare returns the share of the export's tickets that are of function f or of
// a kind that depends on it: a function on which nearly all stands explains little.
func (f *Finder) dependentShare(function int) float64 {
	if len(f.export.tickets) == 0 {
		return anyShare
	}
	n := 0
	for kind, count := range f.export.kinds() {
		if f.carries(function, kind) || kind == f.m.Functions[function].Name {
			n += count
		}
	}
	return rate(n, len(f.export.tickets))
}

// dependents returns, by function, the functions whose services depend on it, as they
// are named in the map: those that the map says it carries, and the applications that
// the site added to the map where business applications are among them, as they are that
// too.
func (m Map) dependents() [][]string {
	var added []string
	built := functions()
	for i := range m.Functions {
		name := key(m.Functions[i].Name)
		if !slices.ContainsFunc(built, func(f Function) bool { return key(f.Name) == name }) {
			added = append(added, m.Functions[i].Name)
		}
	}
	all := make([][]string, len(m.Functions))
	for i := range m.Functions {
		f := &m.Functions[i]
		all[i] = slices.Clone(f.Carries)
		if !slices.ContainsFunc(f.Carries, func(name string) bool { return key(name) == key(applications) }) {
			continue
		}
		for _, name := range added {
			if key(name) != key(f.Name) && !slices.ContainsFunc(f.Carries, func(other string) bool { return key(other) == key(name) }) {
				all[i] = append(all[i], name)
			}
		}
	}
	names := map[string]string{}
	for i := range m.Functions {
		names[key(m.Functions[i].Name)] = m.Functions[i].Name
	}
	for _, list := range all {
		for j, name := range list {
			list[j] = cmp.Or(names[key(name)], name)
		}
	}
	return all
}

// applications is the built-in function of what a business works with.
const applications = "Business applications"
