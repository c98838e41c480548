package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
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
		return func(i int) { s.part(&patterns[i].Finding) }
	})
	return slices.DeleteFunc(patterns, func(p Pattern) bool {
		return len(p.Perhaps) > 0 && (len(p.Tickets) < s.options.MinTickets || s.export.People > 0 && s.export.DistinctPeople(p.Tickets) < s.minPeople)
	})
}

// part moves the weak members of a finding from its tickets to those that perhaps
// belong to it. What its test counted is firm: it is as near to the others as most are,
// and an everyday issue that surges has its like in the whole export.
func (s *search) part(f *Finding) {
	if len(f.counted) == len(f.Tickets) {
		return
	}
	rate := s.strangers(f)
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

// strangers returns, for each ticket of a finding, how many tickets as near to the
// centre of the others would be in its scope and window if that were like the rest of
// the export, for each that is there. Member by member from the nearest to the
// farthest it is the growth of
//
//	tickets elsewhere that are as near * tickets of the window / tickets elsewhere
//
// made to rise by isotonic regression (pool adjacent violators; Barlow, Bartholomew,
// Bremner and Brunk, Statistical inference under order restrictions, 1972).
func (s *search) strangers(f *Finding) []float64 {
	closeness := s.closenessToOthers(f.Tickets)
	elsewhere, here := s.closenessElsewhere(f)
	order := make([]int, len(f.Tickets))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case closeness[a] > closeness[b]:
			return -1
		case closeness[a] < closeness[b]:
			return 1
		}
		return a - b
	})
	growth, before := make([]float64, len(order)), 0.0
	for k, i := range order {
		at, _ := slices.BinarySearch(elsewhere, closeness[i])
		expected := float64(len(elsewhere)-at) * float64(here) / float64(max(len(elsewhere), 1))
		growth[k], before = expected-before, expected
	}
	out := make([]float64, len(order))
	for k, rate := range rising(growth) {
		out[order[k]] = rate
	}
	return out
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

// closenessElsewhere returns the cosine with a finding's centre of every ticket outside
// its scope and window, ascending, and the number of tickets inside.
func (s *search) closenessElsewhere(f *Finding) (elsewhere []float64, here int) {
	centre := s.centreWithout(f.Tickets, noTicket)
	of := make([]float64, len(s.export.Texts))
	for d := range of {
		of[d] = text.Dot(s.export.Texts[d].Vector, centre)
	}
	for t, d := range s.export.TextOf {
		day := s.export.Day[t] - f.EndsBack
		switch {
		case d < 0:
		case day >= 0 && day < f.WindowDays && inScope(s.export, f.Scope, int32(t)):
			here++
		default:
			elsewhere = append(elsewhere, of[d])
		}
	}
	slices.Sort(elsewhere)
	return elsewhere, here
}

func inScope(data *dataset.Dataset, scope dataset.Scope, t int32) bool {
	for f := range dataset.FieldCount {
		if v := scope.Values[f]; v != dataset.Unknown && data.Fields[f].Value[t] != v {
			return false
		}
	}
	return true
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
