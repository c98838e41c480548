package owner

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// Find weighs the evidence of the tickets and their context and returns the
// function, and so the team, that should own their common cause: the heaviest, ties
// to the one with more tickets, then to the first in the map. How evidence is weighed
// stands in the package comment. If nothing is recognised, the answer is a gap with
// an empty function. The order of facts affects only the order of ids in the
// evidence.
func (f *Finder) Find(facts []Facts, context Context) result.Owner {
	q := f.question(facts, context)
	scores, silentTickets := q.tally()
	ranked := rank(scores)
	if len(ranked) == 0 {
		return result.Owner{Gap: true, Reason: unrecognised(facts), Evidence: []result.Evidence{}, Strength: result.Weak, Because: []result.StrengthReason{}}
	}
	best := ranked[0]
	function := q.functions[best.function]
	answer := result.Owner{
		Function:   function.Name,
		Team:       function.Team,
		Contact:    f.m.contact(function.Team),
		Confidence: q.confidence(ranked, silentTickets),
		Gap:        function.Team == "",
		Evidence:   q.evidence(best),
		Reason:     result.OwnerReason{Code: result.OwnerByEvidence, Tickets: len(facts)},
	}
	switch {
	case answer.Gap:
		answer.Reason.Code = result.OwnerMissing
	case function.Name == "":
		answer.Reason.Code = result.OwnerByGroup
	default:
		answer.DecidesAlone, answer.NeedsOthers = string(function.DecidesAlone), string(function.NeedsOthers)
	}
	if other, ok := q.runnerUp(ranked); ok {
		answer.Alternative, answer.AlternativeFunction = q.functions[other.function].Team, q.functions[other.function].Name
		if answer.Split = other.splits(best); answer.Split {
			answer.Reason.Rival = q.claim(other, q.evidence(other)...)
		}
	}
	if seen, behind, ok := q.parting(ranked, len(facts)); ok {
		answer.SymptomFunction, answer.CauseFunction = q.functions[seen.function].Name, q.functions[behind.function].Name
		answer.Reason.FiledAs = q.claim(seen, q.found(seen, filedAs(seen)))
		answer.Reason.CausedBy = q.claim(behind, q.found(behind, strongest(behind, cause)))
	}
	answer.Strength, answer.Because = q.strength(answer, best, silentTickets)
	return answer
}

// Find is Finder.Find for a single question.
func (m Map) Find(facts []Facts, context Context) result.Owner {
	return m.Finder().Find(facts, context)
}

// score is the evidence for one function.
type score struct {
	function int
	weight   int64        // summed over tickets
	sides    [sides]int64 // weight by side
	counts   []counted    // beside rules
	tickets  int          // tickets with any evidence
}

// counted is the evidence of one rule for one function.
type counted struct {
	weight  int64
	tickets []string
	values  []valueCount // in the order first seen
}

type valueCount struct {
	value string
	count int
}

func (c *counted) add(ticketID, value string, weight int64) {
	c.tickets = append(c.tickets, ticketID)
	c.weight += weight
	i := slices.IndexFunc(c.values, func(v valueCount) bool { return v.value == value })
	if i < 0 {
		i = len(c.values)
		c.values = append(c.values, valueCount{value: value})
	}
	c.values[i].count++
}

// weighed is the heaviest sign that one ticket shows of a function by one rule.
type weighed struct {
	sign
	rule   int
	weight int64
}

// tally returns the evidence for each function, and the number of tickets that show
// nothing.
func (q *question) tally() (scores []score, nothing int) {
	all := make([][][]sign, len(q.facts))
	q.all = all
	shown := map[shownValue]int{}
	for i := range q.facts {
		all[i] = make([][]sign, len(rules))
		for at := range rules {
			all[i][at] = q.signs(at, i)
			seen := map[string]bool{}
			for _, s := range all[i][at] {
				if !seen[s.value] {
					seen[s.value] = true
					shown[shownValue{at, s.value}]++
				}
			}
		}
	}
	scores = make([]score, len(q.functions))
	for i := range scores {
		scores[i] = score{function: i, counts: make([]counted, len(rules))}
	}
	of := make([]int, len(rules))
	for at := range rules {
		of[at] = q.among(at)
	}
	for i := range q.facts {
		byFunction := q.weigh(all[i], shown, of)
		own := false
		for f, found := range byFunction {
			for _, w := range found {
				scores[f].counts[w.rule].add(q.facts[i].TicketID, w.value, w.weight)
				own = own || rules[w.rule].side != history
			}
			scores[f].add(found)
		}
		if !own {
			nothing++
		}
	}
	return scores, nothing
}

// weigh returns the heaviest sign of each rule in one ticket, by function. shown
// counts the tickets of the pattern that show a value, of those that could.
func (q *question) weigh(signs [][]sign, shown map[shownValue]int, of []int) map[int][]weighed {
	byFunction := map[int][]weighed{}
	for at, r := range rules {
		if r.fallback && len(byFunction) > 0 || r.unnoted && len(signs[causeInNotes]) > 0 {
			continue
		}
		best := map[int]weighed{}
		for _, s := range signs[at] {
			w := weighed{s, at, q.weight(at, s, shown[shownValue{at, s.value}], of[at])}
			if old, ok := best[s.function]; !ok || w.weight > old.weight {
				best[s.function] = w
			}
		}
		for f, w := range best {
			byFunction[f] = append(byFunction[f], w)
		}
	}
	return byFunction
}

// add counts one ticket. Of the symptoms the heaviest counts, and the second for what
// it is worth beside it; every other kind of evidence counts by itself.
func (s *score) add(found []weighed) {
	var first, second int64
	for _, w := range found {
		switch side := rules[w.rule].side; {
		case side != symptom:
			s.sides[side] += w.weight
			s.weight += w.weight
		case w.weight > first:
			first, second = w.weight, first
		default:
			second = max(second, w.weight)
		}
	}
	symptoms := first + int64(agreeing*float64(second))
	s.sides[symptom] += symptoms
	s.weight += symptoms
	s.tickets++
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

// confidence returns the share of the best function in all evidence of other teams,
// what was not seen, and tickets that show nothing, in (0, 1). The last two weigh as
// much as a value of the map that one in twenty tickets shows elsewhere.
func (q *question) confidence(ranked []score, silentTickets int) float64 {
	best := ranked[0]
	total := float64(best.weight)
	heard := map[string]bool{q.functions[best.function].Team: q.functions[best.function].Team != ""}
	for _, other := range ranked[1:] {
		team := q.functions[other.function].Team
		if team != "" && heard[team] {
			continue
		}
		heard[team] = true
		total += float64(other.weight)
	}
	total += scale * builtIn * ratio(1, 1, anyShare) * float64(unseen+silentTickets)
	return float64(best.weight) / total
}

// splits reports whether the runner-up has almost as much evidence as the best.
func (s score) splits(best score) bool { return float64(s.weight) >= splitAt*float64(best.weight) }

// runnerUp returns the heaviest function of another team than the winner's if it
// weighs enough to be named.
func (q *question) runnerUp(ranked []score) (score, bool) {
	team := q.functions[ranked[0].function].Team
	for _, s := range ranked[1:] {
		other := q.functions[s.function].Team
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
