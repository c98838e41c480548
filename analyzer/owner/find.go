package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// Find weighs the evidence of the tickets and their context and returns the
// function, and so the team, that should own their common cause.
//
// Every rule (see rules) counts the tickets that show something of a function, each
// ticket at most once. The weight of a function is
//
//	sum over tickets of (heaviest symptom rule + all cause rules it shows)
//
// and the heaviest function wins; ties go to the one with more tickets, then to the
// first in the map. The confidence is
//
//	weight / (weight of all functions + tickets that show nothing + 4)
//
// so tickets that show nothing lower it, and so does a constant worth two tickets,
// because the sample is never complete. If nothing in the map is recognised, the
// answer is a gap with an empty function. The order of facts affects only the order
// of ids in the evidence.
func (f *Finder) Find(facts []Facts, context Context) result.Owner {
	q := f.question(facts, context)
	scores, silentTickets := q.tally()
	ranked := rank(scores)
	if len(ranked) == 0 {
		return result.Owner{Gap: true, Reason: unrecognised(facts), Evidence: []result.Evidence{}}
	}
	best := ranked[0]
	function := f.m.Functions[best.function]
	answer := result.Owner{
		Function:   function.Name,
		Team:       function.Team,
		Contact:    f.m.contact(function.Team),
		Confidence: confidence(best, ranked, silentTickets),
		Gap:        function.Team == "",
		Evidence:   q.evidence(best),
		Reason:     result.OwnerReason{Code: result.OwnerByEvidence, Tickets: len(facts)},
	}
	if answer.Gap {
		answer.Reason.Code = result.OwnerMissing
	} else {
		answer.DecidesAlone, answer.NeedsOthers = string(function.DecidesAlone), string(function.NeedsOthers)
	}
	if other, ok := f.m.runnerUp(ranked); ok {
		answer.Alternative, answer.AlternativeFunction = f.m.Functions[other.function].Team, f.m.Functions[other.function].Name
		if answer.Split = other.splits(best); answer.Split {
			answer.Reason.Rival = q.claim(other, q.evidence(other)...)
		}
	}
	if seen, behind, ok := f.m.parting(ranked, len(facts)); ok {
		answer.SymptomFunction, answer.CauseFunction = f.m.Functions[seen.function].Name, f.m.Functions[behind.function].Name
		answer.Reason.FiledAs = q.claim(seen, q.found(seen, filedAs(seen)))
		answer.Reason.CausedBy = q.claim(behind, q.found(behind, strongest(behind, cause)))
	}
	return answer
}

// Find is Finder.Find for a single question.
func (m Map) Find(facts []Facts, context Context) result.Owner {
	return m.Finder().Find(facts, context)
}

// score is the evidence for one function.
type score struct {
	function int
	weight   int
	sides    [2]int    // weight by side
	counts   []counted // beside rules
	tickets  int       // tickets with any evidence
}

// counted is the evidence of one rule for one function.
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

// tally returns the evidence for each function of the map, and the number of tickets
// that show nothing.
func (q *question) tally() (scores []score, nothing int) {
	scores = make([]score, len(q.m.Functions))
	for i := range scores {
		scores[i] = score{function: i, counts: make([]counted, len(rules))}
	}
	for i := range q.facts {
		shown := map[int][2]int{} // weight of this ticket by function and side
		noted := len(q.hits(causeInNotes, i)) > 0
		for at, r := range rules {
			if r.fallback && len(shown) > 0 || r.unnoted && noted {
				continue
			}
			for f, value := range q.hits(at, i) {
				scores[f].counts[at].add(q.facts[i].TicketID, value)
				w := shown[f]
				w[r.side] = r.side.join(w[r.side], r.weight)
				shown[f] = w
			}
		}
		for f, w := range shown {
			scores[f].add(w)
		}
		if len(shown) == 0 {
			nothing++
		}
	}
	return scores, nothing
}

// add counts one ticket with its weight on each side.
func (s *score) add(weight [2]int) {
	for side, w := range weight {
		s.weight += w
		s.sides[side] += w
	}
	s.tickets++
}

// join adds the weight of another rule that a ticket shows.
func (s side) join(weight, further int) int {
	if s == symptom {
		return max(weight, further)
	}
	return weight + further
}

// rank sorts the functions with evidence.
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

// confidence returns the share of s in all possible evidence, in (0, 1).
func confidence(s score, all []score, silentTickets int) float64 {
	total := unseen + silent*silentTickets
	for _, other := range all {
		total += other.weight
	}
	return float64(s.weight) / float64(total)
}

// splits reports whether the runner-up has almost as much evidence as the best.
func (s score) splits(best score) bool { return float64(s.weight) >= splitAt*float64(best.weight) }

// runnerUp returns the heaviest function of another team than the winner's if it
// weighs enough to be named.
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
