package detect

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// isMixed reports whether a finding holds two matters that two places tell at the same
// time. Of its tickets at least half are those of two other findings, each of a
// department or a location of its own, and people of the one place say something else
// than those of the other. One matter that both places tell stays one.
func (s *search) isMixed(f *Finding, findings []Finding) bool {
	for _, field := range []dataset.Field{dataset.Department, dataset.Location} {
		parts := s.partsBy(field, f, findings)
		for i, a := range parts {
			for _, b := range parts[:i] {
				if 2*(dataset.Shared(a, f.Tickets)+dataset.Shared(b, f.Tickets)) >= len(f.Tickets) && s.sayDifferent(a, b) {
					return true
				}
			}
		}
	}
	return false
}

// partsBy returns, of a finding that leaves a field open, for each value of the field the
// tickets of the finding that holds most of it, the strongest of equals. Those that it
// overlaps with count.
func (s *search) partsBy(field dataset.Field, f *Finding, findings []Finding) [][]int32 {
	if f.Scope.Values[field] != dataset.Unknown {
		return nil
	}
	var parts [][]int32
	place, most := map[int32]int{}, map[int32]int{}
	for _, g := range findings {
		v, n := g.Scope.Values[field], dataset.Shared(g.Tickets, f.Tickets)
		if v == dataset.Unknown || n <= most[v] || !overlaps(g.Tickets, f.Tickets) {
			continue
		}
		if most[v] == 0 {
			place[v] = len(parts)
			parts = append(parts, nil)
		}
		parts[place[v]], most[v] = g.Tickets, n
	}
	return parts
}

// sayDifferent reports whether two groups of tickets that share none say different things.
// If they said the same, each ticket would be as likely near to those of the other group
// as to those of its own: that is the sign test. Besides, as many tickets as a pattern
// must have firm ones have to be nearer to their own, in either group.
func (s *search) sayDifferent(a, b []int32) bool {
	nearA, nearB := s.nearerToOwn(a, b), s.nearerToOwn(b, a)
	for _, n := range [][2]int{{nearA, len(a)}, {nearB, len(b)}} {
		if float64(n[1]-n[0]) > strangersShare*float64(n[1]) {
			return false
		}
	}
	near := nearA + nearB
	_, p, _ := stat.RateRatio(near, 1, len(a)+len(b)-near, 1)
	return p < weakestP
}

// nearerToOwn counts the tickets of a list that are nearer to the others of it than to
// those of another, by the mean cosine.
func (s *search) nearerToOwn(own, other []int32) int {
	near := 0
	for _, t := range own {
		if d := s.export.TextOf[t]; d >= 0 {
			v := s.export.Texts[d].Vector
			if len(own) > 1 && s.sumOfCosines(v, own, t)/float64(len(own)-1) > s.sumOfCosines(v, other, noTicket)/float64(len(other)) {
				near++
			}
		}
	}
	return near
}

func (s *search) sumOfCosines(v text.Vector, tickets []int32, out int32) float64 {
	sum := 0.0
	for _, t := range tickets {
		if d := s.export.TextOf[t]; d >= 0 && t != out {
			sum += text.Dot(v, s.export.Texts[d].Vector)
		}
	}
	return sum
}
