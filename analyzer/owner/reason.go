package owner

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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
func (s score) evidence() []Evidence {
	found := []Evidence{}
	for _, at := range s.order() {
		found = append(found, s.evidenceOf(at))
	}
	return found
}

func (s score) evidenceOf(at int) Evidence {
	c := s.counts[at]
	return Evidence{What: rules[at].says + " " + quoteValues(c.values), Count: len(c.tickets), Tickets: slices.Clone(c.tickets)}
}

// quoteValues names the commonest values, without the star of stems.
func quoteValues(values []valueCount) string {
	sorted := slices.SortedFunc(slices.Values(values), func(a, b valueCount) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.value, b.value))
	})
	var quoted []string
	for _, v := range sorted[:min(valuesNamed, len(sorted))] {
		quoted = append(quoted, fmt.Sprintf("%q", strings.TrimSuffix(v.value, "*")))
	}
	text := strings.Join(quoted, ", ")
	if more := len(sorted) - valuesNamed; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// evidenceNamed is how many lines of evidence a reason quotes.
const evidenceNamed = 3

// reason says in words why the first of ranked wins, and what speaks against it.
func (q *question) reason(ranked []score) string {
	m, best := q.m, ranked[0]
	parts := []string{q.supports(best)}
	if seen, behind, ok := m.parting(ranked, len(q.facts)); ok {
		symptoms := filedAs(seen, len(q.facts))
		causes, _ := strongest(behind, cause, len(q.facts))
		parts = append(parts, fmt.Sprintf("Symptom and cause part: the tickets were filed as %s (%s), their cause is named as %s (%s).",
			m.Functions[seen.function].Name, symptoms, m.Functions[behind.function].Name, causes))
	}
	if other, ok := m.runnerUp(ranked); ok && other.splits(best) {
		parts = append(parts, fmt.Sprintf("The evidence is split: %s (%s) has almost as much for it, %s",
			m.Functions[other.function].Name, m.Functions[other.function].Team, q.supports(other)))
	}
	if f := m.Functions[best.function]; f.Team == "" {
		parts = append(parts, fmt.Sprintf("Nobody owns %s: the owner map names no team for it.", f.Name))
	}
	return strings.Join(parts, " ")
}

// supports counts the evidence for one function: `6 of the 7 tickets with
// notes: resolution notes name "vlan"; 5 of 9: category "Printing".`
func (q *question) supports(s score) string {
	var lines []string
	for n, at := range s.order() {
		if n == evidenceNamed {
			break
		}
		e, among := s.evidenceOf(at), q.among(at)
		switch {
		case rules[at].amongSays != "":
			lines = append(lines, fmt.Sprintf("%d of the %d %s %s: %s", e.Count, among, plural(among, "ticket"), rules[at].amongSays, e.What))
		case n == 0:
			lines = append(lines, fmt.Sprintf("%d of %d %s: %s", e.Count, among, plural(among, "ticket"), e.What))
		default:
			lines = append(lines, fmt.Sprintf("%d of %d: %s", e.Count, among, e.What))
		}
	}
	return strings.Join(lines, "; ") + "."
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
	_, seenIn := strongest(seen, symptom, tickets)
	_, namedIn := strongest(behind, cause, tickets)
	return seen, behind, float64(min(seenIn, namedIn)) >= partAt*float64(tickets)
}

// heaviest returns the function with the most weight on one side, the first of
// equals: ranked is in total order.
func heaviest(ranked []score, on side) score {
	return slices.MaxFunc(ranked, func(a, b score) int { return cmp.Compare(a.sides[on], b.sides[on]) })
}

// filedAs names the commonest thing of the tickets themselves that shows a
// symptom; only where there is none, who holds them: a group with several
// functions speaks for each ticket's own.
func filedAs(s score, tickets int) string {
	best := -1
	for i, c := range s.counts {
		if rules[i].side == symptom && rules[i].around == nil && len(c.tickets) > 0 && (best < 0 || len(c.tickets) > len(s.counts[best].tickets)) {
			best = i
		}
	}
	if best < 0 {
		text, _ := strongest(s, symptom, tickets)
		return text
	}
	return fmt.Sprintf("%s %s in %d of %d", rules[best].says, quoteValues(s.counts[best].values), len(s.counts[best].tickets), tickets)
}

// strongest names the weightiest rule of one side, `category "Printing" in 9 of
// 9`, and how many tickets show it; 0 if none does.
func strongest(s score, on side, tickets int) (text string, shown int) {
	weight := 0
	for i, c := range s.counts {
		if w := rules[i].weight * len(c.tickets); rules[i].side == on && w > weight {
			text = fmt.Sprintf("%s %s in %d of %d", rules[i].says, quoteValues(c.values), len(c.tickets), tickets)
			shown, weight = len(c.tickets), w
		}
	}
	return text, shown
}

// unrecognised says that no function answers, and what the tickets hold that a
// map could name.
func unrecognised(facts []Facts) string {
	if len(facts) == 0 {
		return "There are no tickets to judge by."
	}
	reason := fmt.Sprintf("Nothing in %d %s is named in the owner map", len(facts), plural(len(facts), "ticket"))
	for _, field := range []struct {
		name string
		of   func(Facts) string
	}{
		{"category", func(f Facts) string { return f.Category }},
		{"service", func(f Facts) string { return f.Service }},
		{"resolver group", func(f Facts) string { return f.Group }},
	} {
		if value, n := commonest(facts, field.of); n > 0 {
			return reason + fmt.Sprintf("; %d of %d %s the %s %q, which could be added to a function.", n, len(facts), have(n), field.name, value)
		}
	}
	return reason + ", and no category, service or resolver group is given that could be added to it."
}

func have(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
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

func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}
