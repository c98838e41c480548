package analyzer

import (
	"math"
	"math/rand/v2"
	"slices"
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
		shuffled.export = s.export.atOtherTimes(k, isNew)
		if s.young {
			shuffled.export = s.export.atOtherPlaces(k)
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
	begin := s.export.beginnings()[department]
	out := make([]bool, len(begin))
	for v, b := range begin {
		out[v] = s.isNew(b)
	}
	return out
}

// atOtherTimes returns the export with each ticket at the time of another one of
// its department, and with those of new departments anywhere: what is said there
// is said by anybody then. The same number gives the same shuffle.
func (e *export) atOtherTimes(number uint64, isNew []bool) *export {
	departments := e.fields[department]
	random := rand.New(rand.NewPCG(number, 0))
	from := swap(departments.value, len(departments.name), random)
	for t, v := range departments.value {
		if isNew[v] {
			other := random.IntN(len(from))
			from[t], from[other] = from[other], from[t]
		}
	}
	out := e.saying(from)
	out.person = pick(e.person, from)
	for f := range e.fields {
		if field(f) != department {
			out.fields[f].value = pick(e.fields[f].value, from)
		}
	}
	return out
}

// atOtherPlaces returns the export with each ticket's text at the time and place
// of another one.
func (e *export) atOtherPlaces(number uint64) *export {
	return e.saying(swap(make([]int32, len(e.tickets)), 1, rand.New(rand.NewPCG(number, 0))))
}

// swap returns, for each place, the place whose content it gets: at random
// within groups of equal value.
func swap(value []int32, values int, random *rand.Rand) []int32 {
	places := make([][]int32, values)
	for t, v := range value {
		places[v] = append(places[v], int32(t))
	}
	from := make([]int32, len(value))
	for _, here := range places {
		for i, j := range random.Perm(len(here)) {
			from[here[i]] = here[j]
		}
	}
	return from
}
