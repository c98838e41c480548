package analyzer

import (
	"math"
	"math/rand/v2"
	"slices"
)

// calibrate returns the p-value below which a shuffled export shows as many
// patterns as the user accepts false alarms, on average over the shuffles, and
// how many it shows.
//
// A p-value of the search cannot be taken at its word: a group of tickets is
// tested because these very tickets are alike, so it fits its window better
// than it fits the past. The same search in an export in which nothing happened
// has the same bias, so what it finds is what chance finds. In a shuffled export
// everything but the time is as it was; the time of each ticket is that of
// another ticket of its department. With p(1) <= p(2) <= ... the p-values of the
// patterns of all B shuffles, the threshold is
//
//	p(floor(A B) + 1)
//
// for A accepted false alarms, so that at most A B of them lie below it. It is
// the control of the expected number of false positives by permutation (Korn,
// Troendle, McShane and Simon, Journal of Statistical Planning and Inference 124
// (2004), 379-398, section 3).
func (s *search) calibrate() (threshold, falseAlarms float64) {
	var chance []float64
	for k := range s.options.Shuffles {
		shuffled := *s
		shuffled.export = s.export.shuffled(uint64(k))
		for _, f := range foldOverlaps(shuffled.everywhere().findings) {
			chance = append(chance, f.p())
		}
	}
	slices.Sort(chance)
	accepted := int(math.Floor(s.options.FalseAlarmsPerReport * float64(s.options.Shuffles)))
	threshold = weakestP
	if accepted < len(chance) {
		threshold = chance[accepted]
	}
	below, _ := slices.BinarySearch(chance, threshold)
	return threshold, float64(below) / float64(s.options.Shuffles)
}

// shuffled returns the export with each ticket at the time of another one of
// its department. The same number gives the same shuffle.
func (e *export) shuffled(number uint64) *export {
	from := e.swapTimes(rand.New(rand.NewPCG(number, 0)))
	out := *e
	out.person = pick(e.person, from)
	out.docOf = pick(e.docOf, from)
	for f := range e.fields {
		out.fields[f].value = pick(e.fields[f].value, from)
	}
	out.docs = slices.Clone(e.docs)
	for d := range out.docs {
		out.docs[d].tickets = nil
	}
	for t, d := range out.docOf {
		if d >= 0 {
			out.docs[d].tickets = append(out.docs[d].tickets, int32(t))
		}
	}
	return &out
}

// swapTimes returns for each place in time the ticket that is put there.
func (e *export) swapTimes(random *rand.Rand) []int32 {
	places := make([][]int32, len(e.fields[department].name))
	for t, d := range e.fields[department].value {
		places[d] = append(places[d], int32(t))
	}
	from := make([]int32, len(e.tickets))
	for _, here := range places {
		for i, j := range random.Perm(len(here)) {
			from[here[i]] = here[j]
		}
	}
	return from
}

func pick(values []int32, from []int32) []int32 {
	out := make([]int32, len(values))
	for i, f := range from {
		out[i] = values[f]
	}
	return out
}
