package analyzer

import (
	"math"
	"slices"
	"ticketpatterns/analyzer/dataset"
)

// chance is what the search finds where nothing happened: the p-values of the
// patterns of all shuffled exports, ascending.
type chance struct {
	ps       []float64
	shuffles int
}

// threshold returns the p-value below which a shuffled export shows accepted
// patterns or fewer, on average.
func (c chance) threshold(accepted float64) float64 {
	at := int(math.Floor(accepted * float64(c.shuffles)))
	if at >= len(c.ps) {
		return weakestP
	}
	return c.ps[at]
}

// below is how many patterns a shuffled export shows below p, on average.
func (c chance) below(p float64) float64 {
	n, _ := slices.BinarySearch(c.ps, p)
	return float64(n) / float64(c.shuffles)
}

// calibrate searches shuffled exports, to learn at which p-value chance shows as
// many patterns as the user accepts false alarms.
//
// A p-value of the search cannot be taken at its word: a group of tickets is
// tested because these very tickets are alike, so it fits its window better
// than it fits the past. The same search in an export in which nothing happened
// has the same bias, so what it finds is what chance finds. In a shuffled export
// everything but the time is as it was; the time of each ticket is that of
// another ticket of its department; a department without a past of its own, whose
// tickets would stay in the window, gets those of the desk instead. In a young
// export, which has no past to be compared with, it is the place that is another
// one's. With
// p(1) <= p(2) <= ... the p-values of the patterns of all B shuffles, the
// threshold is
//
//	p(floor(A B) + 1)
//
// for A accepted false alarms, so that at most A B of them lie below it. It is
// the control of the expected number of false positives by permutation (Korn,
// Troendle, McShane and Simon, Journal of Statistical Planning and Inference 124
// (2004), 379-398, section 3).
func (s *search) calibrate() chance {
	c, isNew := chance{shuffles: s.options.Shuffles}, s.newDepartments()
	for k := range uint64(c.shuffles) {
		shuffled := *s
		shuffled.export = s.export.AtOtherTimes(k, isNew)
		if s.young {
			shuffled.export = s.export.AtOtherPlaces(k)
		}
		shuffled.bound = c.threshold(s.options.FalseAlarmsPerReport) // what is above it cannot move it
		for _, f := range shuffled.fold(shuffled.everywhere().findings, nil) {
			c.ps = append(c.ps, f.p())
		}
		slices.Sort(c.ps)
	}
	return c
}

// newDepartments tells of each department whether it has no past.
func (s *search) newDepartments() []bool {
	begin := s.export.Beginnings()[dataset.Department]
	out := make([]bool, len(begin))
	for v, b := range begin {
		out[v] = s.isNew(b)
	}
	return out
}
