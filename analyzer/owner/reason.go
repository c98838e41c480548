package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// tells is the share of a function's weight below which a kind of evidence is not
// worth a line.
const tells = 0.05

// order returns the rules with evidence for a function, heaviest first, without
// those that tell next to nothing.
func (s score) order() []int {
	order := make([]int, 0, len(rules))
	for i, c := range s.counts {
		if len(c.tickets) > 0 && float64(c.weight) >= tells*float64(s.weight) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(s.counts[b].weight, s.counts[a].weight)
	})
	return order
}

// evidence returns the evidence for a function, heaviest rule first.
func (q *question) evidence(s score) []result.Evidence {
	all := []result.Evidence{}
	for _, at := range s.order() {
		all = append(all, q.found(s, at))
	}
	return all
}

// found returns the evidence of one rule for a function.
func (q *question) found(s score, at int) result.Evidence {
	if rules[at].past != nil {
		return q.historyEvidence(s, at)
	}
	e := q.recount(s, at)
	if rules[at].code == result.EvidenceSeveralSymptoms {
		e.Location, e.Values = q.context.Place, slices.Clone(q.upstream[s.function])
	}
	return e
}

// visible returns what a reader sees of a rule in ticket i: also what a more specific
// value outranks.
func (q *question) visible(at, i int) []sign {
	if !rules[at].exact {
		return q.all[i][at]
	}
	return q.signsOf(i, q.indexes[at].find(rules[at].reads(q.facts[i])))
}

// recount counts the tickets that show any value that a rule found for a function,
// and each value by itself: also in tickets where another weighed more, or that count
// for another function of the same team. Tickets that a fallback did not look at
// show something else.
func (q *question) recount(s score, at int) result.Evidence {
	e := result.Evidence{Code: rules[at].code, Of: q.among(at), Tickets: []string{}, Values: []result.Count{}}
	below := 0
	counts := map[string]int{}
	for i, f := range q.facts {
		shown, under := map[string]bool{}, false
		for _, sign := range q.visible(at, i) {
			known := slices.ContainsFunc(s.counts[at].values, func(v valueCount) bool { return v.value == sign.value })
			if known && (rules[at].around != nil || sign.function == s.function) {
				shown[sign.value] = true
				under = under || sign.below
			}
		}
		if len(shown) == 0 || rules[at].fallback && !slices.Contains(s.counts[at].tickets, f.TicketID) {
			continue
		}
		e.Count++
		e.Tickets = append(e.Tickets, f.TicketID)
		if under {
			below++
		}
		for v := range shown {
			counts[v]++
		}
	}
	for v, n := range counts {
		e.Values = append(e.Values, result.Count{Name: v, Count: n})
	}
	slices.SortFunc(e.Values, byCount)
	if e.Code == result.EvidenceCategory && below > 0 {
		e.Code = result.EvidenceCategoryPath
		if below == e.Count {
			e.Code = result.EvidenceSubcategory
		}
	}
	return e
}

// byCount orders values, most first, then by name.
func byCount(a, b result.Count) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
}

// shown returns the number of tickets that show what a rule searches for; 0 if there
// is no rule.
func (s score) shown(at int) int {
	if at < 0 {
		return 0
	}
	return len(s.counts[at].tickets)
}

func (q *question) claim(s score, evidence ...result.Evidence) *result.Claim {
	f := q.functions[s.function]
	return &result.Claim{Function: f.Name, Team: f.Team, Evidence: evidence}
}

// among returns the number of tickets that could show what a rule searches for.
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

// parting returns the function that the tickets were filed as and the one behind
// them, if they belong to different teams and both sides have evidence.
func (q *question) parting(ranked []score, tickets int) (seen, behind score, ok bool) {
	seen, behind = heaviest(ranked, symptom), heaviest(ranked, cause)
	if seen.sides[symptom] == 0 || behind.sides[cause] == 0 || q.functions[seen.function].Name == q.functions[behind.function].Name || q.functions[seen.function].Team == q.functions[behind.function].Team {
		return seen, behind, false
	}
	fewer := min(seen.shown(strongest(seen, symptom)), behind.shown(strongest(behind, cause)))
	return seen, behind, float64(fewer) >= partAt*float64(tickets)
}

// heaviest returns the function with the most weight on one side; ties go to the
// first in ranked, which is a total order.
func heaviest(ranked []score, on side) score {
	return slices.MaxFunc(ranked, func(a, b score) int { return cmp.Compare(a.sides[on], b.sides[on]) })
}

// filedAs returns the symptom rule that most tickets show by themselves; only if
// there is none, that of the group that holds them: a group with several functions
// indicates each ticket's own.
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

// strongest returns the heaviest rule of one side; -1 if no ticket shows any.
func strongest(s score, on side) int {
	best, weight := -1, int64(0)
	for at := range s.counts {
		if w := s.counts[at].weight; rules[at].side == on && w > weight {
			best, weight = at, w
		}
	}
	return best
}

// nameable are the fields whose values a map could name, most telling first.
var nameable = []struct {
	field string
	of    func(Facts) string
}{
	{"category", func(f Facts) string { return f.Category }},
	{"service", func(f Facts) string { return f.Service }},
	{"assignment_group", func(f Facts) string { return f.Group }},
}

// unrecognised returns the answer when no function matches, with what the tickets
// hold that a map could name.
func unrecognised(facts []Facts) result.OwnerReason {
	if len(facts) == 0 {
		return result.OwnerReason{Code: result.OwnerNoTickets}
	}
	reason := result.OwnerReason{Code: result.OwnerUnrecognised, Tickets: len(facts)}
	for _, n := range nameable {
		if value, count := commonest(facts, n.of); count > 0 {
			reason.Nameable = &result.Nameable{Field: n.field, Value: value, Count: count}
			break
		}
	}
	return reason
}

// commonest returns the most frequent non-empty value, ties to the smallest.
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
