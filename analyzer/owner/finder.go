package owner

import (
	"slices"

	"ticketpatterns/analyzer/result"
)

// Finder is a Map prepared for many lookups.
type Finder struct {
	m       Map
	indexes []index // beside rules; empty for those that weigh the context
	groups  map[string]Binding
	names   []candidate
}

// Finder prepares the map. A Finder caches the groups that it was asked for and is
// not safe for concurrent use.
func (m Map) Finder() *Finder {
	f := &Finder{m: m, indexes: make([]index, len(rules)), groups: map[string]Binding{}, names: candidates(m)}
	for i, r := range rules {
		if r.values != nil {
			f.indexes[i] = newIndex(r.values, m.Functions)
		}
	}
	return f
}

// Symptom returns the function that a ticket was filed for: the heaviest by its
// category, service and wording; "" if it shows nothing. Its group and its notes are
// ignored.
func (f *Finder) Symptom(ticket Facts) string {
	return f.heaviestOf(ticket, func(r rule) bool { return r.side == symptom && r.values != nil })
}

// kind returns the function whose symptoms the words of a ticket name: unlike the
// category, which is often a guess, words distinguish symptoms.
func (f *Finder) kind(ticket Facts) string {
	return f.heaviestOf(Facts{Subject: ticket.Subject, Text: ticket.Text}, func(r rule) bool { return r.side == symptom && r.values != nil })
}

func (f *Finder) heaviestOf(ticket Facts, counts func(rule) bool) string {
	weight := make([]int, len(f.m.Functions))
	for i, r := range rules {
		if counts(r) {
			for function := range r.hits(f.indexes[i], ticket) {
				weight[function] = max(weight[function], r.weight)
			}
		}
	}
	best := -1
	for function, w := range weight {
		if w > 0 && (best < 0 || w > weight[best]) {
			best = function
		}
	}
	if best < 0 {
		return ""
	}
	return f.m.Functions[best].Name
}

// question is one pattern to find the owner of.
type question struct {
	*Finder
	facts   []Facts
	context Context

	usualOf   map[[2]string]string   // folded service and item -> group
	changedBy map[string][]string    // ticket id -> groups
	upstream  map[int][]result.Count // by function: the kinds of symptom that depend on it, with their tickets, by name
	kinds     []string               // by ticket
	filed     []int                  // by ticket: the function of Symptom; -1 for none
}

func (f *Finder) question(facts []Facts, context Context) *question {
	q := &question{Finder: f, facts: facts, context: context, usualOf: map[[2]string]string{}, changedBy: map[string][]string{}}
	for _, u := range context.Usual {
		q.usualOf[[2]string{key(u.Service), key(u.ConfigurationItem)}] = u.Group
	}
	for _, c := range context.Changes {
		for _, id := range c.Tickets {
			q.changedBy[id] = append(q.changedBy[id], c.Group)
		}
	}
	for _, ticket := range facts {
		q.filed = append(q.filed, f.index(f.Symptom(ticket)))
	}
	if context.Place != "" {
		q.lookUpstream()
	}
	return q
}

// hits returns what a rule finds in ticket i: the value found, by function.
func (q *question) hits(rule int, i int) map[int]string {
	r := rules[rule]
	if r.around != nil {
		return r.around(q, i)
	}
	found := map[int]string{}
	for f, h := range r.hits(q.indexes[rule], q.facts[i]) {
		found[f] = h.value
	}
	return found
}

// group returns the functions that the group of ticket i indicates. The help desk
// indicates none, and neither does any group if the tickets were chosen by group.
func (q *question) group(i int, name string) map[int]string {
	if q.context.ScopeIsGroup {
		return nil
	}
	return q.ofItsTeam(i, q.bound(name))
}

func (q *question) bound(name string) map[int]string {
	b := q.Bind(name)
	if b.Desk {
		return nil
	}
	found := map[int]string{}
	for _, f := range b.functions {
		found[f] = name
	}
	return found
}

// ofItsTeam narrows functions to the one that ticket i was filed for if a team of
// theirs owns that too: the group of a team with several functions indicates the one
// that the ticket is about.
func (q *question) ofItsTeam(i int, found map[int]string) map[int]string {
	if len(found) == 0 {
		return found
	}
	filed := q.filed[i]
	for f, value := range found {
		if filed >= 0 && q.m.Functions[f].Team != "" && q.m.Functions[f].Team == q.m.Functions[filed].Team {
			return map[int]string{filed: value}
		}
	}
	return found
}

// index returns the index of a function in the map; -1 if it is not there.
func (f *Finder) index(name string) int {
	return slices.IndexFunc(f.m.Functions, func(other Function) bool { return other.Name == name })
}

// usual returns the functions of the group that usually resolves tickets of the
// ticket's service or item.
func (q *question) usual(i int) map[int]string {
	found := map[int]string{}
	for _, k := range [][2]string{{key(q.facts[i].Service), ""}, {"", key(q.facts[i].ConfigurationItem)}} {
		if group, ok := q.usualOf[k]; ok && k != [2]string{} {
			for f, value := range q.group(i, group) {
				found[f] = value
			}
		}
	}
	return found
}

// changed returns the functions of the groups that changed what ticket i names.
func (q *question) changed(i int) map[int]string {
	found := map[int]string{}
	for _, group := range q.changedBy[q.facts[i].TicketID] {
		for f, value := range q.bound(group) {
			found[f] = value
		}
	}
	return found
}

// together returns the functions that the symptoms of ticket i and of those around
// it depend on.
func (q *question) together(i int) map[int]string {
	if q.context.Place == "" || key(q.facts[i].Location) != key(q.context.Place) {
		return nil
	}
	found := map[int]string{}
	for f := range q.upstream {
		if q.carries(f, q.kinds[i]) {
			found[f] = q.context.Place
		}
	}
	return found
}

func (f *Finder) carries(function int, kind string) bool {
	for _, name := range f.m.Functions[function].Carries {
		if kind != "" && key(name) == key(kind) {
			return true
		}
	}
	return false
}
