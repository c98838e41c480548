package owner

import (
	"cmp"
	"slices"
	"sync"

	"ticketpatterns/analyzer/result"
)

// Finder is a Map prepared for many lookups.
type Finder struct {
	m          Map
	indexes    []index // beside rules; empty for those that weigh the context
	groupIndex index
	groups     sync.Map // Binding by group, as far as asked for
	names      []candidate
	dependents [][]string // by function
	export     export     // what Learn counted
}

// Finder prepares the map. What a Finder was asked it remembers; several goroutines may
// ask it once it has learned.
func (m Map) Finder() *Finder {
	f := &Finder{m: m, indexes: make([]index, len(rules)), names: candidates(m), dependents: m.dependents()}
	f.groupIndex = newIndex(func(function *Function) []string { return function.Groups }, m.Functions)
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
// category, which is often a guess, words distinguish symptoms. Where they name none,
// the category must do, unless it is a broad one.
func (f *Finder) kind(ticket Facts) string {
	counts := func(r rule) bool { return r.side == symptom && r.values != nil && !r.fallback }
	if named := f.heaviestOf(Facts{Subject: ticket.Subject, Text: ticket.Text}, counts); named != "" {
		return named
	}
	return f.heaviestOf(Facts{Category: ticket.Category, Subcategory: ticket.Subcategory, Service: ticket.Service}, counts)
}

func (f *Finder) heaviestOf(ticket Facts, counts func(rule) bool) string {
	weight := make([]float64, len(f.m.Functions))
	for i, r := range rules {
		if !counts(r) {
			continue
		}
		for _, h := range r.hits(f.indexes[i], ticket) {
			w := r.trust * ratio(1, 1, f.share(i, h.value))
			if !h.site {
				w *= builtIn
			}
			weight[h.function] = max(weight[h.function], w)
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
	inside  []shownTicket // tickets of the pattern that Learn counted

	// functions are those of the map and, behind them, one for each group that the
	// map does not know, without a name.
	functions []Function
	usualOf   map[[2]string]string   // folded service and item -> group
	changedBy map[string][]string    // ticket id -> groups
	upstream  map[int][]result.Count // by function: the kinds of symptom that depend on it, with their tickets, by name
	kinds     []string               // by ticket
	filed     []int                  // by ticket: the function of Symptom; -1 for none
	all       [][][]sign             // by ticket and rule, once tallied
	heard     []heard                // by rule: what became of earlier tickets
}

// sign is what a rule found in a ticket: a value that speaks for a function.
type sign struct {
	function int
	value    string
	site     bool // the site wrote what makes it speak for the function
	below    bool // found in the subcategory
}

func (f *Finder) question(facts []Facts, context Context) *question {
	q := &question{Finder: f, facts: facts, context: context, functions: slices.Clip(f.m.Functions), usualOf: map[[2]string]string{}, changedBy: map[string][]string{}}
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
		if at, ok := f.export.at[ticket.TicketID]; ok {
			q.inside = append(q.inside, f.export.tickets[at])
		}
	}
	q.lookUpstream()
	q.listen()
	return q
}

// signs returns what a rule finds in ticket i, by function and value.
func (q *question) signs(rule int, i int) []sign {
	r := rules[rule]
	var found []sign
	switch {
	case r.past != nil:
		found = q.ofHistory(rule, i)
	case r.around != nil:
		found = r.around(q, i)
	default:
		found = q.signsOf(i, r.hits(q.indexes[rule], q.facts[i]))
	}
	slices.SortStableFunc(found, func(a, b sign) int { return cmp.Or(cmp.Compare(a.function, b.function), cmp.Compare(a.value, b.value)) })
	return found
}

// signsOf returns what hits in ticket i speak for.
func (q *question) signsOf(i int, hits []hit) []sign {
	var found []sign
	for _, h := range hits {
		found = append(found, sign{function: h.function, value: h.value, site: h.site, below: h.level >= len(levels(q.facts[i].Category))})
	}
	return found
}

// group returns the functions that the group of ticket i indicates. The help desk
// indicates none, and neither does any group if the tickets were chosen by group. A
// group that the map does not know indicates itself.
func (q *question) group(i int, name string) []sign {
	if q.context.ScopeIsGroup {
		return nil
	}
	return q.known(i, name)
}

func (q *question) known(i int, name string) []sign {
	if found := q.ofItsTeam(i, q.bound(name)); len(found) > 0 || key(name) == "" || q.Bind(name).recognised {
		return found
	}
	at := slices.IndexFunc(q.functions, func(f Function) bool { return f.Name == "" && f.Team == name })
	if at < 0 {
		at = len(q.functions)
		q.functions = append(q.functions, Function{Team: name})
	}
	return []sign{{function: at, value: name, site: true}}
}

func (q *question) bound(name string) []sign {
	b := q.Bind(name)
	if b.Desk {
		return nil
	}
	var found []sign
	for _, f := range b.functions {
		found = append(found, sign{function: f, value: name, site: b.site})
	}
	return found
}

// ofItsTeam narrows functions to the one that ticket i was filed for if a team of
// theirs owns that too: the group of a team with several functions indicates the one
// that the ticket is about. Otherwise the name of a team stands for its first.
func (q *question) ofItsTeam(i int, found []sign) []sign {
	filed := q.filed[i]
	for _, s := range found {
		if filed >= 0 && q.functions[s.function].Team != "" && q.functions[s.function].Team == q.functions[filed].Team {
			return []sign{{function: filed, value: s.value, site: s.site}}
		}
	}
	if len(found) > 0 && q.Bind(found[0].value).By == BoundByTeam {
		return found[:1]
	}
	return found
}

// index returns the index of a function in the map; -1 if it is not there.
func (f *Finder) index(name string) int {
	return slices.IndexFunc(f.m.Functions, func(other Function) bool { return other.Name == name })
}

// usual returns the functions of the group that usually resolves tickets of the
// ticket's service or item.
func (q *question) usual(i int) []sign {
	var found []sign
	for _, k := range [][2]string{{key(q.facts[i].Service), ""}, {"", key(q.facts[i].ConfigurationItem)}} {
		if group, ok := q.usualOf[k]; ok && k != [2]string{} {
			found = append(found, q.group(i, group)...)
		}
	}
	return found
}

// changed returns the functions of the groups that changed what ticket i names.
func (q *question) changed(i int) []sign {
	var found []sign
	for _, group := range q.changedBy[q.facts[i].TicketID] {
		found = append(found, q.ofItsTeam(i, q.bound(group))...)
	}
	return found
}

// together returns the functions that the symptoms of ticket i and of those around
// it depend on.
func (q *question) together(i int) []sign {
	if q.context.Place != "" && key(q.facts[i].Location) != key(q.context.Place) {
		return nil
	}
	var found []sign
	for f := range q.m.Functions {
		if q.upstream[f] != nil && (q.carries(f, q.kinds[i]) || q.kinds[i] == q.m.Functions[f].Name) {
			found = append(found, sign{function: f, value: q.context.Place, site: true})
		}
	}
	return found
}

func (f *Finder) carries(function int, kind string) bool {
	return kind != "" && slices.Contains(f.dependents[function], kind)
}
