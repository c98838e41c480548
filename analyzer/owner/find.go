package owner

import (
	"cmp"
	"slices"
)

// Find weighs the evidence of the tickets and answers which function, and so
// which team, should own their common cause.
//
// Every rule (see rules) counts the tickets that show a value of a function,
// each ticket at most once. The weight of a function is
//
//	sum over tickets of (heaviest symptom rule + all cause rules it shows)
//
// and the heaviest function wins; between equals the one with more tickets,
// then the one that stands first in the map. The confidence is its share of
// the weight of all functions. A map in which nothing is recognised answers
// with a gap and an empty function. The order of facts changes only the order
// of ids in the evidence.
func (m Map) Find(facts []Facts) Answer {
	ranked := rank(m.tally(facts))
	if len(ranked) == 0 {
		return Answer{Gap: true, Reason: unrecognised(facts), Evidence: []Evidence{}}
	}
	best := ranked[0]
	function := m.Functions[best.function]
	answer := Answer{
		Function:   function.Name,
		Team:       function.Team,
		Contact:    m.contact(function.Team),
		Confidence: share(best, ranked),
		Gap:        function.Team == "",
		Evidence:   best.evidence(),
	}
	if other, ok := m.runnerUp(ranked); ok {
		answer.Alternative = m.Functions[other.function].Team
	}
	answer.Reason = m.reason(ranked, len(facts))
	return answer
}

// score is what speaks for one function.
type score struct {
	function int
	weight   int
	sides    [2]int    // weight by side
	counts   []counted // beside rules
	tickets  int       // tickets with any evidence
}

// counted is what one rule found for one function.
type counted struct {
	tickets []string
	values  []valueCount // in the order first seen
}

type valueCount struct {
	value string
	count int
}

func (c *counted) add(ticketID, value string) {
	c.tickets = append(c.tickets, ticketID)
	i := slices.IndexFunc(c.values, func(v valueCount) bool { return v.value == value })
	if i < 0 {
		i = len(c.values)
		c.values = append(c.values, valueCount{value: value})
	}
	c.values[i].count++
}

// tally counts all evidence, one score for each function of the map.
func (m Map) tally(facts []Facts) []score {
	scores := make([]score, len(m.Functions))
	for i := range scores {
		scores[i] = score{function: i, counts: make([]counted, len(rules))}
	}
	indexes := make([]index, len(rules))
	for i, r := range rules {
		indexes[i] = newIndex(r, m.Functions)
	}
	for _, ticket := range facts {
		shown := map[int][2]int{} // weight of this ticket by function and side
		for i, r := range rules {
			for f, h := range r.hits(indexes[i], ticket) {
				scores[f].counts[i].add(ticket.TicketID, h.value)
				w := shown[f]
				w[r.side] = r.side.join(w[r.side], r.weight)
				shown[f] = w
			}
		}
		for f, w := range shown {
			scores[f].add(w)
		}
	}
	return scores
}

// add counts one ticket with its weight on each side.
func (s *score) add(weight [2]int) {
	for side, w := range weight {
		s.weight += w
		s.sides[side] += w
	}
	s.tickets++
}

// join adds the weight of a further rule that one ticket shows.
func (s side) join(weight, further int) int {
	if s == symptom {
		return max(weight, further)
	}
	return weight + further
}

// hits returns what the rule finds in one ticket, by function.
func (r rule) hits(ix index, ticket Facts) map[int]hit {
	hits := ix.find(r.reads(ticket))
	if r.exact {
		return closest(hits)
	}
	return hits
}

// rank drops the functions without evidence and sorts the others.
func rank(scores []score) []score {
	ranked := slices.DeleteFunc(scores, func(s score) bool { return s.weight == 0 })
	slices.SortFunc(ranked, func(a, b score) int {
		return cmp.Or(
			cmp.Compare(b.weight, a.weight),
			cmp.Compare(b.tickets, a.tickets),
			cmp.Compare(a.function, b.function))
	})
	return ranked
}

// share returns how much of all weight is that of s, in (0, 1].
func share(s score, all []score) float64 {
	total := 0
	for _, other := range all {
		total += other.weight
	}
	return float64(s.weight) / float64(total)
}

// runnerUp returns the heaviest function of another team than the winner's,
// if it weighs enough to be named.
func (m Map) runnerUp(ranked []score) (score, bool) {
	team := m.Functions[ranked[0].function].Team
	for _, s := range ranked[1:] {
		other := m.Functions[s.function].Team
		if other != "" && other != team {
			return s, float64(s.weight) >= alternativeAt*float64(ranked[0].weight)
		}
	}
	return score{}, false
}

func (m Map) contact(team string) string {
	for _, t := range m.Teams {
		if t.Name == team {
			return t.Contact
		}
	}
	return ""
}
