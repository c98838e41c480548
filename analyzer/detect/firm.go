package detect

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/text"
)

// strangersShare is the local false discovery rate above which a member is weak: of
// tickets as near as it, more than this share would be there without the pattern. It is
// the customary bound of Efron, Size, power and false discovery rates, Annals of
// Statistics 35 (2007), 1351-1377, section 2.
const strangersShare = 0.2

// firmOnly parts the members of each pattern into those that say what the pattern says
// and those that only may, and drops patterns with too few of the first.
func (s *search) firmOnly(patterns []Pattern) []Pattern {
	parallel.Each(len(patterns), func() func(int) {
		scorer := text.NewScorer(s.index, len(s.export.Texts))
		return func(i int) { s.part(&patterns[i].Finding, scorer) }
	})
	return slices.DeleteFunc(patterns, func(p Pattern) bool {
		return len(p.Perhaps) > 0 && (len(p.Tickets) < s.options.MinTickets || s.export.People > 0 && s.export.DistinctPeople(p.Tickets) < s.minPeople)
	})
}

// part moves the weak members of a finding from its tickets to those that perhaps
// belong to it. What its test counted is firm: it is as near to the others as most are,
// and an everyday issue that surges has its like in the whole export.
func (s *search) part(f *Finding, scorer *text.Scorer) {
	if len(f.counted) == len(f.Tickets) {
		return
	}
	around := s.around(f, s.centreWithout(f.Tickets, noTicket), scorer, func(int32, float64) {})
	rate := around.strangers(s.closenessToOthers(f.Tickets))
	var firm []int32
	for i, t := range f.Tickets {
		if _, counted := slices.BinarySearch(f.counted, t); counted || rate[i] <= strangersShare {
			firm = append(firm, t)
		} else {
			f.Perhaps = append(f.Perhaps, t)
		}
	}
	f.Tickets = firm
}

// surroundings say how near the tickets outside a finding's scope and window are to its
// centre.
type surroundings struct {
	near    []float64 // cosines of those that are near at all, ascending
	outside int       // all of them
	inside  int       // tickets in scope and window
}

// strangers returns, for each ticket of scope and window that is so near to the centre,
// how many as near would be there if that were like the rest of the export, for each that
// is there. Member by member from the nearest to the farthest it is the growth of
//
//	tickets elsewhere that are as near * tickets of the window / tickets elsewhere
//
// made to rise by isotonic regression (pool adjacent violators; Barlow, Bartholomew,
// Bremner and Brunk, Statistical inference under order restrictions, 1972).
func (r surroundings) strangers(closeness []float64) []float64 {
	order := make([]int, len(closeness))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Or(-cmp.Compare(closeness[a], closeness[b]), a-b) })
	growth, before := make([]float64, len(order)), 0.0
	for k, i := range order {
		at, _ := slices.BinarySearch(r.near, closeness[i])
		expected := float64(len(r.near)-at) * float64(r.inside) / float64(max(r.outside, 1))
		growth[k], before = expected-before, expected
	}
	out := make([]float64, len(order))
	for k, rate := range rising(growth) {
		out[order[k]] = rate
	}
	return out
}

// around calls inside for the tickets of a finding's scope and window that share a term
// with its centre, and returns how near all others are.
func (s *search) around(f *Finding, centre text.Vector, scorer *text.Scorer, inside func(t int32, near float64)) surroundings {
	part, whole := f.concentration.part, f.concentration.whole
	r := surroundings{inside: part, outside: whole - part}
	scorer.Similar(centre, 0, func(d int32, near float64) {
		for _, t := range s.export.Texts[d].Tickets {
			day := s.export.Day[t] - f.EndsBack
			if day >= 0 && day < f.WindowDays && f.Scope.Holds(s.export, t) {
				inside(t, near)
			} else {
				r.near = append(r.near, near)
			}
		}
	})
	slices.Sort(r.near)
	return r
}

// closenessToOthers returns the cosine of each ticket with the sum of the others; 0 for
// one without a text.
func (s *search) closenessToOthers(tickets []int32) []float64 {
	out := make([]float64, len(tickets))
	for i, t := range tickets {
		if d := s.export.TextOf[t]; d >= 0 {
			out[i] = text.Dot(s.export.Texts[d].Vector, s.centreWithout(tickets, t))
		}
	}
	return out
}

// noTicket leaves no ticket out.
const noTicket = -1

func (s *search) centreWithout(tickets []int32, out int32) text.Vector {
	var sum text.Adder
	for _, t := range tickets {
		if d := s.export.TextOf[t]; d >= 0 && t != out {
			sum.Add(s.export.Texts[d].Vector, 1)
		}
	}
	return text.Unit(sum.Sum())
}

// rising returns the rising sequence nearest to values in least squares.
func rising(values []float64) []float64 {
	type block struct {
		sum float64
		n   int
	}
	var blocks []block
	for _, v := range values {
		blocks = append(blocks, block{v, 1})
		for n := len(blocks); n > 1 && blocks[n-2].sum*float64(blocks[n-1].n) > blocks[n-1].sum*float64(blocks[n-2].n); n-- {
			blocks[n-2].sum += blocks[n-1].sum
			blocks[n-2].n += blocks[n-1].n
			blocks = blocks[:n-1]
		}
	}
	var out []float64
	for _, b := range blocks {
		for range b.n {
			out = append(out, b.sum/float64(b.n))
		}
	}
	return out
}
