package owner

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/say"
)

// valuesNamed is how many values one line of evidence names.
const valuesNamed = 3

// order lists the rules that speak for a function, the weightiest first.
func (s score) order() []int {
	order := make([]int, 0, len(rules))
	for i, c := range s.counts {
		if len(c.tickets) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(rules[b].weight*len(s.counts[b].tickets), rules[a].weight*len(s.counts[a].tickets))
	})
	return order
}

// evidence lists what speaks for a function, the weightiest rule first.
func (s score) evidence(l *say.Language) []Evidence {
	found := []Evidence{}
	for _, at := range s.order() {
		found = append(found, Evidence{What: s.what(l, at), Count: s.shown(at), Tickets: slices.Clone(s.counts[at].tickets)})
	}
	return found
}

// shown is how many tickets show what a rule looks for; 0 if there is no rule.
func (s score) shown(at int) int {
	if at < 0 {
		return 0
	}
	return len(s.counts[at].tickets)
}

// what says what a rule found for a function: `category "Printing"`.
func (s score) what(l *say.Language, at int) string {
	return l.Text(rules[at].says, quoteValues(l, s.counts[at].values))
}

// quoteValues names the commonest values, without the star of stems.
func quoteValues(l *say.Language, values []valueCount) string {
	sorted := slices.SortedFunc(slices.Values(values), func(a, b valueCount) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.value, b.value))
	})
	var quoted []string
	for _, v := range sorted[:min(valuesNamed, len(sorted))] {
		quoted = append(quoted, strconv.Quote(strings.TrimSuffix(v.value, "*")))
	}
	text := strings.Join(quoted, ", ")
	if more := len(sorted) - valuesNamed; more > 0 {
		return l.Text("%s and %d more", text, more)
	}
	return text
}

// evidenceNamed is how many lines of evidence a reason quotes.
const evidenceNamed = 3

// reason says in words why the first of ranked wins, and what speaks against it.
func (q *question) reason(ranked []score) string {
	m, best, l := q.m, ranked[0], q.context.Language
	parts := []string{q.supports(best) + "."}
	if seen, behind, ok := m.parting(ranked, len(q.facts)); ok {
		parts = append(parts, l.Text("Symptom and cause part: the tickets were filed as %s (%s), their cause is named as %s (%s).",
			m.Functions[seen.function].Name, q.within(seen, filedAs(seen)), m.Functions[behind.function].Name, q.within(behind, strongest(behind, cause))))
	}
	if other, ok := m.runnerUp(ranked); ok && other.splits(best) {
		parts = append(parts, l.Text("The evidence is split: %s (%s) has almost as much for it, %s.",
			m.Functions[other.function].Name, m.Functions[other.function].Team, q.supports(other)))
	}
	if f := m.Functions[best.function]; f.Team == "" {
		parts = append(parts, l.Text("Nobody owns %s: the owner map names no team for it.", f.Name))
	}
	return strings.Join(parts, " ")
}

// supports counts the evidence for one function: `6 of the 7 tickets with
// notes: resolution notes name "vlan"; 5 of 9: category "Printing"`.
func (q *question) supports(s score) string {
	var lines []string
	l := q.context.Language
	for n, at := range s.order() {
		if n == evidenceNamed {
			break
		}
		among, shown, what := q.among(at), s.shown(at), s.what(l, at)
		switch {
		case rules[at].amongSays != nil:
			lines = append(lines, rules[at].amongSays(l, among, shown, what))
		case n == 0:
			lines = append(lines, l.Count(among, "%[2]d of %[1]d ticket: %[3]s", "%[2]d of %[1]d tickets: %[3]s", shown, what))
		default:
			lines = append(lines, l.Text("%d of %d: %s", shown, among, what))
		}
	}
	return strings.Join(lines, "; ")
}

func ofNoted(l *say.Language, among, shown int, what string) string {
	return l.Count(among, "%[2]d of the %[1]d ticket with notes: %[3]s", "%[2]d of the %[1]d tickets with notes: %[3]s", shown, what)
}

func ofCoded(l *say.Language, among, shown int, what string) string {
	return l.Count(among, "%[2]d of the %[1]d ticket with a code: %[3]s", "%[2]d of the %[1]d tickets with a code: %[3]s", shown, what)
}

func ofPassedOn(l *say.Language, among, shown int, what string) string {
	return l.Count(among, "%[2]d of the %[1]d ticket passed on and resolved: %[3]s", "%[2]d of the %[1]d tickets passed on and resolved: %[3]s", shown, what)
}

// within says what a rule found, with its share of all tickets: `category
// "Printing" in 9 of 9`.
func (q *question) within(s score, at int) string {
	l := q.context.Language
	return l.Text("%s in %d of %d", s.what(l, at), s.shown(at), len(q.facts))
}

// among counts the tickets that could show what a rule looks for.
func (q *question) among(at int) int {
	if rules[at].among == nil {
		return len(q.facts)
	}
	n := 0
	for _, f := range q.facts {
		if rules[at].among(f) {
			n++
		}
	}
	return n
}

// parting returns the functions that the tickets were filed as and that are
// behind them, if these belong to different teams and neither side is silent.
func (m Map) parting(ranked []score, tickets int) (seen, behind score, ok bool) {
	seen, behind = heaviest(ranked, symptom), heaviest(ranked, cause)
	if m.Functions[seen.function].Name == m.Functions[behind.function].Name || m.Functions[seen.function].Team == m.Functions[behind.function].Team {
		return seen, behind, false
	}
	fewer := min(seen.shown(strongest(seen, symptom)), behind.shown(strongest(behind, cause)))
	return seen, behind, float64(fewer) >= partAt*float64(tickets)
}

// heaviest returns the function with the most weight on one side, the first of
// equals: ranked is in total order.
func heaviest(ranked []score, on side) score {
	return slices.MaxFunc(ranked, func(a, b score) int { return cmp.Compare(a.sides[on], b.sides[on]) })
}

// filedAs returns the rule of what most tickets themselves show of a symptom;
// only where there is none, that of who holds them: a group with several
// functions speaks for each ticket's own.
func filedAs(s score) int {
	best := -1
	for at := range s.counts {
		if rules[at].side == symptom && rules[at].around == nil && s.shown(at) > s.shown(best) {
			best = at
		}
	}
	if best < 0 {
		return strongest(s, symptom)
	}
	return best
}

// strongest returns the weightiest rule of one side; -1 if no ticket shows any.
func strongest(s score, on side) int {
	best, weight := -1, 0
	for at := range s.counts {
		if w := rules[at].weight * s.shown(at); rules[at].side == on && w > weight {
			best, weight = at, w
		}
	}
	return best
}

// nameable are what tickets hold that a map could name, the most telling first.
var nameable = []struct {
	of    func(Facts) string
	could say.English
}{
	{func(f Facts) string { return f.Category }, "the category %s (%d of %d) could be added to a function"},
	{func(f Facts) string { return f.Service }, "the service %s (%d of %d) could be added to a function"},
	{func(f Facts) string { return f.Group }, "the resolver group %s (%d of %d) could be added to a function"},
}

// unrecognised says that no function answers, and what the tickets hold that a
// map could name.
func unrecognised(facts []Facts, l *say.Language) string {
	if len(facts) == 0 {
		return l.Text("There are no tickets to judge by.")
	}
	for _, field := range nameable {
		if value, n := commonest(facts, field.of); n > 0 {
			return l.Count(len(facts), "Nothing in %d ticket is named in the owner map; %s.", "Nothing in %d tickets is named in the owner map; %s.",
				l.Text(field.could, strconv.Quote(value), n, len(facts)))
		}
	}
	return l.Count(len(facts),
		"Nothing in %d ticket is named in the owner map, and no category, service or resolver group is given that could be added to it.",
		"Nothing in %d tickets is named in the owner map, and no category, service or resolver group is given that could be added to it.")
}

// commonest returns the most frequent non-empty value, the smallest of equals.
func commonest(facts []Facts, of func(Facts) string) (value string, count int) {
	counts := map[string]int{}
	for _, f := range facts {
		if v := of(f); v != "" {
			counts[v]++
		}
	}
	for v, n := range counts {
		if n > count || n == count && v < value {
			value, count = v, n
		}
	}
	return value, count
}
