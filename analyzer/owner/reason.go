package owner

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// valuesNamed is how many values one line of evidence names.
const valuesNamed = 3

// evidence lists what speaks for a function, the heaviest rule first.
func (s score) evidence() []Evidence {
	order := make([]int, 0, len(rules))
	for i, c := range s.counts {
		if len(c.tickets) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(rules[b].weight*len(s.counts[b].tickets), rules[a].weight*len(s.counts[a].tickets))
	})
	found := make([]Evidence, 0, len(order))
	for _, i := range order {
		c := s.counts[i]
		found = append(found, Evidence{
			What:    rules[i].says + " " + quoteValues(c.values),
			Count:   len(c.tickets),
			Tickets: slices.Clone(c.tickets),
		})
	}
	return found
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
func (m Map) reason(ranked []score, tickets int) string {
	parts := []string{m.supports(ranked[0], tickets)}
	if parting, ok := m.parting(ranked, tickets); ok {
		parts = append(parts, parting)
	}
	if other, ok := m.runnerUp(ranked); ok && float64(other.weight) >= splitAt*float64(ranked[0].weight) {
		parts = append(parts, fmt.Sprintf("The evidence is split: %s (%s) has almost as much for it, %s",
			m.Functions[other.function].Name, m.Functions[other.function].Team, m.supports(other, tickets)))
	}
	if f := m.Functions[ranked[0].function]; f.Team == "" {
		parts = append(parts, fmt.Sprintf("Nobody owns %s: the owner map names no team for it.", f.Name))
	}
	return strings.Join(parts, " ")
}

// supports counts the evidence for one function: `7 of 9 tickets: resolution
// notes name "vlan"; 5 of 9: category "Printing".`
func (m Map) supports(s score, tickets int) string {
	var lines []string
	for i, e := range s.evidence() {
		if i == evidenceNamed {
			break
		}
		noun := ""
		if i == 0 {
			noun = " " + plural(tickets, "ticket")
		}
		lines = append(lines, fmt.Sprintf("%d of %d%s: %s", e.Count, tickets, noun, e.What))
	}
	return strings.Join(lines, "; ") + "."
}

// parting says that how the tickets were filed points to one team and what is
// behind them to another; false if both sides agree or one is silent.
func (m Map) parting(ranked []score, tickets int) (string, bool) {
	seen, behind := heaviest(ranked, symptom), heaviest(ranked, cause)
	see, because := m.Functions[seen.function], m.Functions[behind.function]
	if see.Name == because.Name || see.Team == because.Team {
		return "", false
	}
	symptoms, seenIn := strongest(seen, symptom, tickets)
	causes, namedIn := strongest(behind, cause, tickets)
	if float64(min(seenIn, namedIn)) < partAt*float64(tickets) {
		return "", false
	}
	return fmt.Sprintf("Symptom and cause part: the tickets were filed as %s (%s), their cause is named as %s (%s).",
		see.Name, symptoms, because.Name, causes), true
}

// heaviest returns the function with the most weight on one side, the first of
// equals: ranked is in total order.
func heaviest(ranked []score, on side) score {
	return slices.MaxFunc(ranked, func(a, b score) int { return cmp.Compare(a.sides[on], b.sides[on]) })
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
			return reason + fmt.Sprintf("; %d of them have the %s %q, which could be added to a function.", n, field.name, value)
		}
	}
	return reason + "; they have no category, service or resolver group that could be added to it."
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
