package cause

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/result"
)

const (
	// leastTickets and leastShare are the smallest number and share of tickets with
	// direct evidence for a hypothesis.
	leastTickets = 2
	leastShare   = 0.25
	// unseen is the strength assumed for other causes: that of one ticket, because
	// the sample is never complete.
	unseen = 1
	// most is the upper bound of the confidence.
	most = 0.9
	// alternativeAt is the share of the winner's strength from which a second kind
	// is worth naming.
	alternativeAt = 0.5
)

// Find weighs the evidence (see rules) and returns the likeliest kind of cause.
//
// A ticket speaks for a kind with the strength
//
//	s = 1 - product over the rules it shows of (1 - weight)
//
// as if each rule were wrong independently with probability 1 - weight (noisy-or).
// Rules that only support, such as a sudden onset, count only for tickets with
// direct evidence of that kind: the shape of a pattern alone proves nothing. The
// kind with the highest sum S of strengths wins. Its confidence is
//
//	C = min(0.9, S / (n + 1) * S / (sum of S over the kinds))
//
// so it is high only if most of the n tickets speak, and for one kind. It is
// cautious and not calibrated against known causes: read 0.5 as "worth asking
// first", not as "half of them are right". With direct evidence in fewer than two
// tickets, or in less than a quarter, the kind is Unknown.
func Find(facts []Facts, signs []Sign) result.Cause {
	var ranked []tally
	total := 0.0
	for i, k := range kinds {
		t := weigh(k, facts, signs)
		t.order = i
		total += t.strength
		if t.direct >= leastTickets && float64(t.direct) >= leastShare*float64(len(facts)) {
			ranked = append(ranked, t)
		}
	}
	if len(ranked) == 0 {
		return result.Cause{Kind: result.CauseUnknown, Evidence: []result.Evidence{}, Check: checks[result.CauseUnknown]}
	}
	slices.SortFunc(ranked, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.order, b.order))
	})
	best := ranked[0]
	answer := result.Cause{Kind: best.kind, Evidence: best.evidence, Check: checks[best.kind]}
	answer.Confidence = min(most, best.strength/float64(len(facts)+unseen)*best.strength/total)
	if len(ranked) > 1 && ranked[1].strength >= alternativeAt*best.strength {
		answer.Alternative = ranked[1].kind
	}
	return answer
}

// Names reports whether the words of a ticket speak for a kind.
func Names(k result.CauseKind, ticket Facts) bool {
	return slices.ContainsFunc(rules, func(r rule) bool { return r.kind == k && r.words != nil && r.hits(ticket) })
}

// tally is the evidence for one kind.
type tally struct {
	kind     result.CauseKind
	order    int
	strength float64 // sum over the tickets
	direct   int     // tickets with direct evidence
	evidence []result.Evidence
}

func weigh(k result.CauseKind, facts []Facts, signs []Sign) tally {
	t := tally{kind: k}
	wrong := make([]float64, len(facts)) // probability that all evidence of a ticket is wrong
	direct := make([]bool, len(facts))
	for i := range wrong {
		wrong[i] = 1
	}
	for pass, supports := range []bool{false, true} {
		for _, r := range rules {
			if r.kind != k || r.supports != supports {
				continue
			}
			for _, found := range r.find(facts, signs) {
				var ids []string
				for i, f := range facts {
					if !found.shows[i] || pass == 1 && !direct[i] {
						continue
					}
					wrong[i] *= 1 - found.weight
					direct[i] = true
					ids = append(ids, f.TicketID)
				}
				if len(ids) > 0 {
					e := found.evidence
					e.Count, e.Tickets = len(ids), ids
					t.evidence = append(t.evidence, e)
				}
			}
		}
	}
	for i := range wrong {
		t.strength += 1 - wrong[i]
		if direct[i] {
			t.direct++
		}
	}
	t.strength = math.Round(t.strength*1e9) / 1e9 // the order of tickets must not break ties
	return t
}
