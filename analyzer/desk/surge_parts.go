package desk

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// nearlyAll is the share of a difference from which one part alone explains it, and
	// halfOfDesk the share of all usual tickets above which that says nothing.
	nearlyAll, halfOfDesk = 0.8, 0.5
	// largePart is the share of a difference from which a part is named, aboveShare how
	// many times as much as its usual share of the desk that has to be.
	largePart, aboveShare = 0.15, 1.5
	// surgeNamed is how many parts are named.
	surgeNamed = 3
)

// part is what some tickets of a surge have in common.
type part struct {
	result.SurgePart
	tickets []int32 // in the window
	usual   float64
}

// differs is how far a part is above what is usual or, where there are fewer tickets
// than usual, below.
func (p part) differs(sign float64) float64 { return sign * (float64(p.Tickets) - p.usual) }

// parts names what a window has more of than usual, or less; alone is true if one part
// explains it.
func (s *surgeSearch) parts(t tested) (named []result.SurgePart, alone bool) {
	sign, all := 1.0, t.surplus()
	if all < 0 {
		sign, all = -1, -all
	}
	candidates := s.candidates(t)
	slices.SortStableFunc(candidates, func(a, b part) int {
		return cmp.Or(-cmp.Compare(a.differs(sign), b.differs(sign)), cmp.Compare(a.usual, b.usual))
	})
	if p, ok := alonePart(candidates, t, sign, all); ok {
		return []result.SurgePart{p.SurgePart}, true
	}
	chosen := chooseParts(candidates, func(p part) bool {
		d := p.differs(sign)
		return d >= largePart*all && d/all >= aboveShare*p.usual/max(t.usual, 1)
	})
	if len(chosen) == 0 { // everything is busier alike: the largest values of one field
		field := ""
		chosen = chooseParts(candidates, func(p part) bool {
			if field == "" && p.Field != result.SurgeIssue {
				field = p.Field
			}
			return p.Field == field && p.differs(sign) >= largePart*all
		})
	}
	named = []result.SurgePart{}
	for _, p := range chosen {
		named = append(named, p.SurgePart)
	}
	return named, false
}

// alonePart returns the narrowest part that explains nearly all of a difference.
func alonePart(candidates []part, t tested, sign, all float64) (part, bool) {
	var best part
	found := false
	for _, p := range candidates {
		if p.differs(sign) >= nearlyAll*all && p.usual <= halfOfDesk*t.usual && (!found || p.usual < best.usual) {
			best, found = p, true
		}
	}
	return best, found
}

// chooseParts takes the first parts that are wanted and do not tell of the same
// tickets.
func chooseParts(candidates []part, want func(part) bool) []part {
	var out []part
	for _, p := range candidates {
		same := func(q part) bool {
			return 2*dataset.Shared(p.tickets, q.tickets) >= max(min(len(p.tickets), len(q.tickets)), 1)
		}
		if len(out) < surgeNamed && want(p) && !slices.ContainsFunc(out, same) {
			out = append(out, p)
		}
	}
	return out
}

// candidates counts what the tickets of a window have in common: who wrote them, what
// they say and where they belong.
func (s *surgeSearch) candidates(t tested) []part {
	lately := s.lately()
	var out []part
	add := func(p result.SurgePart, tickets []int32) {
		out = append(out, s.count(p, tickets, t))
	}
	person := func(k int32) int32 { return s.Data.Person[k] }
	for n, tickets := range s.by(lately, person) {
		if int32(n) != dataset.Nobody && len(tickets) > 0 {
			add(result.SurgePart{Field: result.SurgeRequester}, tickets)
		}
	}
	machine := slices.DeleteFunc(slices.Clone(lately), func(k int32) bool { return s.Data.Excluded[k] != dataset.Machine })
	add(result.SurgePart{Field: result.SurgeMachine}, machine)
	for _, i := range s.Issues {
		add(result.SurgePart{Field: result.SurgeIssue, Value: i.Label, IssueID: i.ID}, i.Tickets)
	}
	for _, f := range surgeFields {
		column := s.Data.Fields[f]
		for v, tickets := range s.by(lately, func(k int32) int32 { return column.Value[k] }) {
			if v != dataset.Unknown && len(tickets) > 0 {
				add(result.SurgePart{Field: dataset.FieldNames[f], Value: text.Plain(column.Name[v])}, tickets)
			}
		}
	}
	return out
}

// lately returns the tickets of the last weeks that are compared, ascending.
func (s *surgeSearch) lately() []int32 {
	var out []int32
	for t := range s.Data.Tickets {
		if s.Data.Day[t] < 7*(surgeWeeks+2) {
			out = append(out, int32(t))
		}
	}
	return out
}

// by groups tickets by a number.
func (s *surgeSearch) by(tickets []int32, number func(int32) int32) [][]int32 {
	var out [][]int32
	for _, t := range tickets {
		n := number(t)
		if n < 0 {
			continue
		}
		for int(n) >= len(out) {
			out = append(out, nil)
		}
		out[n] = append(out[n], t)
	}
	return out
}

// count completes a part: its tickets in the window, and those of a median earlier
// window.
func (s *surgeSearch) count(p result.SurgePart, tickets []int32, t tested) part {
	out := part{SurgePart: p}
	for _, k := range tickets {
		if s.holds(t.span, k) {
			out.tickets = append(out.tickets, k)
		}
	}
	var before []float64
	for _, e := range s.earlier(t.span) {
		n := 0
		for _, k := range tickets {
			if s.holds(e, k) {
				n++
			}
		}
		before = append(before, float64(n))
	}
	out.Tickets, out.usual = len(out.tickets), mean(before)
	out.Usual = stat.Round(out.usual, 10)
	return out
}

func mean(counts []float64) float64 {
	sum := 0.0
	for _, n := range counts {
		sum += n
	}
	return sum / math.Max(float64(len(counts)), 1)
}
