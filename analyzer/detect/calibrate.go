package detect

import (
	"math"
	"slices"
)

// NullDistribution is what the search finds where nothing happened: the p-values
// of the patterns of all shuffled exports.
type NullDistribution struct {
	ps       []float64 // ascending
	shuffles int
}

// threshold returns the p-value below which a shuffled export shows accepted
// patterns or fewer, on average.
func (n NullDistribution) threshold(accepted float64) float64 {
	at := int(math.Floor(accepted * float64(n.shuffles)))
	if at >= len(n.ps) {
		return weakestP
	}
	return n.ps[at]
}

// Below is how many patterns a shuffled export shows with a p-value below p, on
// average.
func (n NullDistribution) Below(p float64) float64 {
	at, _ := slices.BinarySearch(n.ps, p)
	return float64(at) / float64(n.shuffles)
}

// nullDistribution searches shuffled exports, to learn at which p-value chance
// shows as many patterns as the user accepts false alarms.
//
// A p-value of the search cannot be taken at its word: a group of tickets is
// tested because these very tickets are alike, so it fits its window better
// than it fits the past. The same search in an export in which nothing happened
// has the same bias, so what it finds is what chance finds. In a shuffled export
// everything but the time is as it was: each ticket gets the time of another
// ticket of its department. The tickets of a new department would stay in the
// window; they get times of the whole desk instead. A young export has no past to
// be compared with; there each ticket gets the place of another. With
// p(1) <= p(2) <= ... the p-values of the patterns of all B shuffles, the
// threshold is
//
//	p(floor(A B) + 1)
//
// for A accepted false alarms, so that at most A B of them lie below it. It is
// the control of the expected number of false positives by permutation (Korn,
// Troendle, McShane and Simon, Journal of Statistical Planning and Inference 124
// (2004), 379-398, section 3).
func (s *search) nullDistribution() NullDistribution {
	n, isNew := NullDistribution{shuffles: s.options.Shuffles}, s.newDepartments()
	for k := range uint64(n.shuffles) {
		shuffled := *s
		shuffled.export = s.export.ShuffleTimes(k, isNew)
		if s.young {
			shuffled.export = s.export.ShuffleTexts(k)
		}
		shuffled.bound = n.threshold(s.options.FalseAlarmsPerReport) // what is above it cannot move it
		for _, p := range shuffled.suppressSecondary(shuffled.searchAllScopes(Shuffles, n.shuffles).findings, nil) {
			n.ps = append(n.ps, p.P())
		}
		slices.Sort(n.ps)
	}
	return n
}
