package owner

import "ticketpatterns/analyzer/result"

const (
	// strongAt and fairAt are the confidences from which an answer is strong, if
	// kinds of evidence agree that do not depend on each other, and fair. From three
	// fifths of the evidence on, all others together have less than two thirds as
	// much.
	strongAt = 0.6
	fairAt   = 0.4
	// clearTickets and clearShare are the earlier tickets like these, and the share of
	// them that one group resolved, from which they alone make an answer strong: they
	// are as many cases, each looked into by itself.
	clearTickets = 10
	clearShare   = 0.9
	// agreeingKinds is how many independent kinds make an answer strong.
	agreeingKinds = 2
)

// source is where a kind of evidence comes from. Evidence of one source fails
// together: a desk that files wrongly also routes wrongly by what it filed.
type source int

const (
	filing  source = iota // category, service
	words                 // what people wrote
	holding               // who has the tickets
	solving               // what was found out: notes, codes, earlier tickets, who resolved them
	record                // items, changes, places: what machines and plans record
)

// sources are those of the rules.
var sources = map[result.EvidenceCode]source{
	result.EvidenceCategory: filing, result.EvidenceBroadCategory: filing, result.EvidenceService: filing,
	result.EvidenceSubject: words, result.EvidenceText: words, result.EvidenceCauseInText: words,
	result.EvidenceHeldBy: holding, result.EvidenceUsualGroup: holding,
	result.EvidenceCauseInNotes: solving, result.EvidenceCauseInCode: solving, result.EvidencePassedOn: solving, result.EvidenceEarlier: solving,
	result.EvidenceItem: record, result.EvidenceChangedBy: record, result.EvidenceSeveralSymptoms: record, result.EvidenceLocation: record,
}

// strength says how sure an answer is, and why. Silent tickets show nothing.
func (q *question) strength(answer result.Owner, best score, silentTickets int) (result.Strength, []result.StrengthReason) {
	agree := map[source]bool{}
	for _, at := range best.order() {
		if 3*best.shown(at) >= q.among(at) {
			agree[sources[rules[at].code]] = true
		}
	}
	because := []result.StrengthReason{}
	clear := q.clear(best)
	switch {
	case clear:
		because = append(because, result.HistoryClear)
	case len(agree) >= agreeingKinds:
		because = append(because, result.KindsAgree)
	default:
		because = append(because, result.OneKind)
	}
	if answer.Split {
		because = append(because, result.RivalNear)
	}
	if 2*silentTickets > len(q.facts) {
		because = append(because, result.MostSilent)
	}
	if len(q.facts) < unseen+1 {
		because = append(because, result.FewTickets)
	}
	switch {
	case answer.Split || answer.Confidence < fairAt:
		return result.Weak, because
	case answer.Confidence >= strongAt && (clear || len(agree) >= agreeingKinds && 2*silentTickets <= len(q.facts)):
		return result.Strong, because
	}
	return result.Fair, because
}

// clear reports whether earlier tickets like these nearly all ended with the groups
// of a function.
func (q *question) clear(best score) bool {
	e := q.context.Earlier
	if e == nil || e.Of < clearTickets {
		return false
	}
	n := 0
	for at, r := range rules {
		if r.code == result.EvidenceEarlier {
			for _, v := range best.counts[at].values {
				n += len(q.earlierOf(v.value).Tickets)
			}
		}
	}
	return float64(n) >= clearShare*float64(e.Of)
}
