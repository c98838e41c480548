package owner

import (
	"math"

	"ticketpatterns/analyzer/result"
)

const (
	// strongAt and fairAt are the confidences from which an answer is strong, if
	// kinds of evidence agree that do not depend on each other, and fair. From three
	// fifths of the evidence on, all others together have less than two thirds as
	// much.
	strongAt = 0.6
	fairAt   = 0.4
	// rightAt is how often strong answers have to be right. Earlier tickets alone make
	// one if they were that in the export itself, at the least that the trials allow.
	rightAt = 0.9
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
	result.EvidenceHeldBy:       holding,
	result.EvidenceCauseInNotes: solving, result.EvidenceCauseInCode: solving, result.EvidencePassedOn: solving, result.EvidenceEarlier: solving, result.EvidenceUsualGroup: solving,
	result.EvidenceProblem: solving, result.EvidenceEarlierNotes: solving, result.EvidenceEarlierCode: solving,
	result.EvidenceItem: record, result.EvidenceChangedBy: record, result.EvidenceSeveralSymptoms: record, result.EvidenceLocation: record,
}

// learned are the kinds of evidence that come from other tickets. They are sure only
// as far as the history kept what it said.
var learned = map[result.EvidenceCode]bool{
	result.EvidenceEarlier: true, result.EvidenceUsualGroup: true, result.EvidenceProblem: true, result.EvidenceEarlierNotes: true, result.EvidenceEarlierCode: true,
}

// strength says how sure an answer is, and why. Silent tickets show nothing.
func (q *question) strength(answer result.Owner, best score, silentTickets int) (result.Strength, []result.StrengthReason) {
	agree, own := map[source]bool{}, false
	for _, at := range best.order() {
		if code := rules[at].code; 3*best.shown(at) >= q.among(at) && (!learned[code] || !q.context.Earlier.doubtful()) {
			agree[sources[code]] = true
			own = own || !learned[code]
		}
	}
	clear := q.clear(best)
	because := []result.StrengthReason{}
	switch {
	case clear:
		because = append(because, result.HistoryClear)
	case len(agree) >= agreeingKinds:
		because = append(because, result.KindsAgree)
	case !own && q.context.Earlier.doubtful():
		because = append(because, result.HistoryDoubtful)
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
	case answer.Split || !own && q.context.Earlier.doubtful():
		return result.Weak, because
	case clear && (!own || answer.Confidence >= strongAt):
		return result.Strong, because
	case answer.Confidence >= strongAt && len(agree) >= agreeingKinds && 2*silentTickets <= len(q.facts):
		return result.Strong, because
	case answer.Confidence >= fairAt || !own && q.context.Earlier.tried():
		return result.Fair, because
	}
	return result.Weak, because
}

// clear reports whether most earlier tickets like these ended with the groups of a
// function, and such a majority was right on the export itself.
func (q *question) clear(best score) bool {
	e := q.context.Earlier
	if !e.tried() || leastShare(e.Right, e.Tried) < rightAt {
		return false
	}
	n := 0
	for at, r := range rules {
		if r.code == result.EvidenceEarlier {
			for _, v := range best.counts[at].values {
				n += len(q.heard[at].by[v.value].Tickets)
			}
		}
	}
	return 2*n > e.Of
}

func (e *Earlier) tried() bool { return e != nil && e.Tried > 0 }

// doubtful reports whether such answers were wrong as often as right.
func (e *Earlier) doubtful() bool { return e.tried() && 2*e.Right <= e.Tried }

// leastShare returns the smallest share that right of tried may stand for: the lower
// end of the interval of one standard error (E. B. Wilson, Probable Inference, the Law
// of Succession, and Statistical Inference, 1927).
func leastShare(right, tried int) float64 {
	n := float64(tried)
	p := float64(right) / n
	return (p + 1/(2*n) - math.Sqrt(p*(1-p)/n+1/(4*n*n))) / (1 + 1/n)
}
