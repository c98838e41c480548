package owner

import (
	"math"
	"sync"

	"ticketpatterns/analyzer/result"
)

const (
	// anyShare is the share of tickets that shows a value of one function where
	// nothing is known of the export: that of one function among twenty.
	anyShare = 0.05
	// anyTickets is how many tickets of the export that assumption weighs.
	anyTickets = 20
	// unseen is how many tickets of the pattern are assumed not to have been seen,
	// and to be like all others: a sample is never complete.
	unseen = 2
	// slip is the share of tickets in which a value stands for something else than
	// the map means by it, however rare it is: one in a hundred.
	slip = 0.01
	// least is the weight of what tells nothing because all tickets show it: enough
	// to be the answer where nothing else is known.
	least = 0.1
	// builtIn is the worth of what is built in beside what the site itself wrote.
	builtIn = 0.5
	// agreeing is the worth of the second kind of symptom of a ticket. Category,
	// service, group and words are not independent, as tickets are routed by them.
	agreeing = 0.5
	// scale makes weights whole numbers, so that sums do not depend on their order.
	scale = 1 << 20
)

// ratio returns the shrunk log likelihood ratio of a value; see the package comment.
// k of m tickets of the pattern show it, and elsewhere the share rate.
func ratio(k, m int, rate float64) float64 {
	return max(least, math.Log((shrunk(k, m, rate)+slip)/(rate+slip)))
}

// shrunk returns the share of k in m if the unseen are like all others.
func shrunk(k, m int, rate float64) float64 {
	return (float64(k) + unseen*rate) / (float64(m) + unseen)
}

// rate returns the share of tickets of the export that show something, shrunk towards
// anyShare.
func rate(shown, of int) float64 {
	return (float64(shown) + anyTickets*anyShare) / float64(of+anyTickets)
}

// shownValue is a value that a rule found.
type shownValue struct {
	rule  int
	value string
}

// export is what the tickets of an export show, by ticket.
type export struct {
	tickets []shownTicket
	among   []int // by rule: tickets that could show it
	shown   map[shownValue]int
	at      map[string]int        // by ticket id
	kinds   func() map[string]int // tickets by kind of symptom, counted when first asked for
}

type shownTicket struct {
	facts Facts
	shown []shownValue
}

// Learn counts how often the tickets of an export, or an even sample of them, show
// each value of the map and each group, so that what tickets of all kinds share tells
// little.
func (f *Finder) Learn(sample []Facts) {
	x := export{among: make([]int, len(rules)), shown: map[shownValue]int{}, at: map[string]int{}}
	for i, facts := range sample {
		t := shownTicket{facts: facts, shown: f.shows(facts)}
		for at, r := range rules {
			if r.among == nil || r.among(facts) {
				x.among[at]++
			}
		}
		for _, v := range t.shown {
			x.shown[v]++
		}
		x.at[facts.TicketID] = i
		x.tickets = append(x.tickets, t)
	}
	x.kinds = sync.OnceValue(func() map[string]int { return f.kindsOf(x.tickets) })
	f.export = x
}

// kindsOf counts tickets by their kind.
func (f *Finder) kindsOf(tickets []shownTicket) map[string]int {
	kinds := map[string]int{}
	for _, t := range tickets {
		kinds[f.kind(t.facts)]++
	}
	return kinds
}

// shows returns what a ticket shows by itself, each value once.
func (f *Finder) shows(facts Facts) []shownValue {
	var shown []shownValue
	for at, r := range rules {
		switch {
		case r.raw != nil:
			if v := r.raw(facts); v != "" {
				shown = append(shown, shownValue{at, key(v)})
			}
		case r.values != nil:
			seen := map[string]bool{}
			for _, h := range r.hits(f.indexes[at], facts) {
				if !seen[h.value] {
					seen[h.value] = true
					shown = append(shown, shownValue{at, h.value})
				}
			}
		}
	}
	return shown
}

// elsewhere returns the share of the tickets of the export that are not of the
// pattern that show a value.
func (q *question) elsewhere(rule int, value string) float64 {
	if rule >= len(q.export.among) {
		return anyShare
	}
	of, shown := q.export.among[rule], q.export.shown[shownValue{rule, value}]
	for _, t := range q.inside {
		if rules[rule].among == nil || rules[rule].among(t.facts) {
			of--
		}
		for _, v := range t.shown {
			if v == (shownValue{rule, value}) {
				shown--
			}
		}
	}
	return rate(shown, of)
}

// weight returns what one ticket weighs that shows a value by a rule.
func (q *question) weight(rule int, s sign, k, m int) int64 {
	r := rules[rule]
	among, value := rule, s.value
	switch {
	case r.past != nil:
		h := q.heard[rule]
		k, m, among = len(h.by[s.value].Tickets), h.of, r.told
		if h.groups != nil {
			value = key(s.value)
		}
	case r.raw != nil:
		value = key(s.value)
	case r.code == result.EvidenceUsualGroup:
		among, value = heldBy, key(s.value)
	case r.code == result.EvidenceSeveralSymptoms:
		return int64(math.Round(scale * r.trust * ratio(k, m, q.dependentShare(s.function))))
	case r.around != nil:
		return int64(math.Round(scale * r.trust * ratio(k, m, anyShare)))
	}
	rate := q.elsewhere(among, value)
	l := r.trust * ratio(k, m, rate)
	if r.past != nil { // it speaks in every ticket, but with no more voices than it has
		l *= shrunk(k, m, rate) * min(1, float64(m)/float64(len(q.facts)))
	}
	if !s.site {
		l *= builtIn
	}
	return int64(math.Round(scale * l))
}

// share returns the share of the export's tickets that show a value.
func (f *Finder) share(rule int, value string) float64 {
	if rule >= len(f.export.among) {
		return anyShare
	}
	return rate(f.export.shown[shownValue{rule, value}], f.export.among[rule])
}
