package volume

import (
	"math"
	"math/rand/v2"
	"slices"

	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/stat"
)

// Null is what the search finds where nothing happened: the scores of the findings
// of all exports with permuted days.
type Null struct {
	scores       []float64 // ascending
	permutations int
}

// threshold returns the score below which an export with permuted days shows accepted
// findings or fewer, on average.
func (n Null) threshold(accepted float64) float64 {
	at := int(math.Floor(accepted * float64(n.permutations)))
	if at >= len(n.scores) {
		return weakestScore
	}
	return n.scores[at]
}

// Below is how many findings an export with permuted days shows with a score below
// score, on average.
func (n Null) Below(score float64) float64 {
	at, _ := slices.BinarySearch(n.scores, score)
	return float64(at) / float64(max(n.permutations, 1))
}

// null searches exports in which whole days have traded places with days of the
// same weekday.
//
// A day keeps its tickets, so that scopes are as like each other, as bursty and as
// busy against the desk as they are; what is gone is that anything happened lately.
// It is the block permutation by which a test of a series keeps what belongs
// together (Davison and Hinkley, Bootstrap Methods and their Application, 1997,
// section 8.2.3, blocks of one day within strata of weekdays), and the threshold
// controls the expected number of false findings as in Korn, Troendle, McShane and
// Simon, Journal of Statistical Planning and Inference 124 (2004), 379-398.
//
// Outages of the past, and the one of today, would be found in the permuted exports
// too, and taken for noise. So the tickets of days that stand out beyond doubt are
// left out first.
func (s *search) null(all *table) Null {
	quiet := newTable(s.data, s.options.MinTickets, s.beyondDoubt(all))
	n := Null{permutations: s.options.Permutations}
	bound := weakestScore
	for k := range n.permutations {
		o := quiet.permuted(uint64(k))
		found, _ := s.findings(quiet, o, bound)
		for _, p := range s.suppressShadows(quiet, o, found, bound) {
			n.scores = append(n.scores, p.Score)
		}
		slices.Sort(n.scores)
		bound = n.threshold(s.options.FalseAlarms) // what is above it cannot move it
	}
	return n
}

// permuted returns an order in which days traded places with days of their weekday.
func (t *table) permuted(seed uint64) order {
	random := rand.New(rand.NewPCG(seed, 14))
	var places [7][]int
	for day := range t.days {
		places[t.weekday[day]] = append(places[t.weekday[day]], day)
	}
	out := make(order, t.days)
	for _, here := range places {
		for i, j := range random.Perm(len(here)) {
			out[here[i]] = here[j]
		}
	}
	return out
}

// certain is the chance of one ticket or more being left out of an export in which
// nothing ever happened.
const certain = 0.05

// beyondDoubt returns the tickets of those days and threes of days, of any time, in
// which a scope holds more than all its other days explain, even after all the
// questions asked.
func (s *search) beyondDoubt(t *table) map[int32]bool {
	parts := make([][]int32, len(t.scopes))
	parallel.Each(len(t.scopes), func() func(int) {
		m := newMeter(s, t, t.asItWas())
		return func(i int) {
			m.use(&t.scopes[i])
			p := certain / float64(len(t.scopes)*t.days)
			for _, days := range []int{1, 3, 7} {
				for back := 0; back+days <= m.scope.days; back++ {
					parts[i] = append(parts[i], m.surplusOf(window{days, back}, p)...)
				}
			}
		}
	})
	out := map[int32]bool{}
	for _, part := range parts {
		for _, ticket := range part {
			out[ticket] = true
		}
	}
	return out
}

// surplusOf returns the tickets of a window beyond the expected ones if its p-value
// against all other days is below p.
func (m *meter) surplusOf(w window, p float64) []int32 {
	whole := window{m.scope.days, 0}
	count, exposure := between(m.own, w), m.exposure(w)
	others := between(m.own, whole) - count
	share := float64(others) / max(m.exposure(whole)-exposure, 1)
	if count < m.options.MinTickets || stat.PoissonTail(count, share*exposure) >= p {
		return nil
	}
	var sample stat.Sample
	for back := w.back % w.days; back+w.days <= m.scope.days; back += w.days {
		if other := (window{w.days, back}); other != w {
			sample.Baseline = append(sample.Baseline, between(m.own, other))
			sample.BaselineExposure = append(sample.BaselineExposure, m.exposure(other))
		}
	}
	sample.Count, sample.Exposure = count, exposure
	found := m.options.Test.Compare(sample)
	if found.P >= p {
		return nil
	}
	return m.tickets(w)[min(count, int(found.Expected)):]
}

func sorted(tickets []int32) []int32 {
	slices.Sort(tickets)
	return tickets
}
