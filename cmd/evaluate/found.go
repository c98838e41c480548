package main

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
)

// topPatterns is how many escalated patterns a reader is taken to look at.
const topPatterns = 10

// alarms says what a report tells of the plants in its export.
type alarms struct {
	found  []bool // by plant
	strict []bool // by plant: found by a pattern that holds 70 % of it
	shown  int    // patterns that hold no plant, without chronic ones
	wrong  int    // of these, those that are escalated
	busy   int    // of shown, major incidents: scopes told by their number of tickets
	twice  int    // plants that two or more emerging patterns show
	said   said   // of the patterns that find plants
}

// check holds patterns against plants.
//
// A plant is found if one of the first topPatterns escalated patterns holds at
// least half of the plant's tickets and at least half of that pattern's tickets
// are the plant's. The strict reading asks for 70 % of the plant's tickets. A
// false alarm is a pattern that is not chronic without any planted ticket; each counts as
// shown, the escalated ones once more on their own.
func check(patterns []result.Pattern, plants []plant) alarms {
	a := alarms{found: make([]bool, len(plants)), strict: make([]bool, len(plants))}
	for i, p := range plants {
		a.found[i] = holder(patterns, p, 50) != nil
		a.strict[i] = holder(patterns, p, 70) != nil
		if showing(patterns, p) > 1 {
			a.twice++
		}
	}
	for _, q := range patterns {
		if q.Kind != result.Chronic && !slices.ContainsFunc(plants, func(p plant) bool { return shared(q, p) > 0 }) {
			a.shown++
			if q.Kind == result.MajorIncident {
				a.busy++
			}
			if q.Escalate {
				a.wrong++
			}
		}
	}
	return a
}

// showing counts the emerging patterns in which a reader sees the plant: they hold
// four of its tickets, or three tenths of them.
func showing(patterns []result.Pattern, p plant) int {
	count := 0
	for _, q := range patterns {
		if n := shared(q, p); q.Kind != result.Chronic && n > 0 && (n >= 4 || 10*n >= 3*len(p.ids)) {
			count++
		}
	}
	return count
}

// holder returns the pattern that finds the plant by holding at least percent
// of it, or nil.
func holder(patterns []result.Pattern, p plant, percent int) *result.Pattern {
	for _, q := range top(patterns) {
		n := shared(*q, p)
		if 100*n >= percent*len(p.ids) && 2*n >= len(q.Tickets) {
			return q
		}
	}
	return nil
}

// top returns the first topPatterns escalated patterns by rank.
func top(patterns []result.Pattern) []*result.Pattern {
	var escalated []*result.Pattern
	for i := range patterns {
		if patterns[i].Escalate {
			escalated = append(escalated, &patterns[i])
		}
	}
	slices.SortStableFunc(escalated, func(a, b *result.Pattern) int { return cmp.Compare(a.Rank, b.Rank) })
	return escalated[:min(topPatterns, len(escalated))]
}

// shared counts the plant's tickets in a pattern.
func shared(q result.Pattern, p plant) int {
	n := 0
	for _, id := range q.Tickets {
		if p.ids[id] {
			n++
		}
	}
	return n
}
