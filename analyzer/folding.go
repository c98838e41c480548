package analyzer

import (
	"slices"
	"ticketpatterns/analyzer/dataset"
)

// sameTickets is the share of the smaller finding's tickets that the larger
// must hold for both to be one pattern seen twice, whatever else the larger holds.
const sameTickets = 0.5

// fold keeps the findings that are patterns of their own, and remembers with the
// others where else a pattern was seen. Findings come strongest first; stronger
// are patterns already told.
//
// A finding that holds few of a stronger one's tickets may still be its shadow,
// thinned by everyday tickets of another scope. So it is asked again without the
// tickets of all stronger patterns, as if they had never been filed, and is folded
// if nothing unusual is left. This is the sequential deletion by which secondary
// clusters are told from shadows of the first (Zhang, Assunção and Kulldorff,
// Spatial scan statistics adjusted for multiple clusters, Journal of Probability
// and Statistics 2010, 642379).
func (s *search) fold(findings []finding, stronger []folded) []folded {
	kept := slices.Clone(stronger)
	taken := make([]bool, len(s.export.Tickets))
	for _, k := range kept {
		take(taken, k.tickets)
	}
	for _, f := range findings {
		at := slices.IndexFunc(kept, func(k folded) bool { return overlaps(k.tickets, f.tickets) })
		if at < 0 && !s.standsAlone(&f, taken) {
			at = holder(kept, f.tickets)
		}
		switch {
		case at < 0:
			kept = append(kept, folded{finding: f})
			take(taken, f.tickets)
		case at >= len(stronger):
			kept[at].also = append(kept[at].also, f)
		}
	}
	return kept[len(stronger):]
}

func take(taken []bool, tickets []int32) {
	for _, t := range tickets {
		taken[t] = true
	}
}

// holder returns which pattern holds most of the tickets, the first of equals;
// -1 if none holds any.
func holder(patterns []folded, tickets []int32) int {
	at, most := -1, 0
	for i := range patterns {
		if n := shared(patterns[i].tickets, tickets); n > most {
			at, most = i, n
		}
	}
	return at
}

// standsAlone reports whether a finding is unusual without the taken tickets. It
// is enough that what is left has a p-value below weakestP: this is one question
// about one group that is known, not one of the thousands that the threshold of
// the search answers for, and two faults that share some tickets must stay two.
func (s *search) standsAlone(f *finding, taken []bool) bool {
	left := slices.DeleteFunc(slices.Clone(f.counted), func(t int32) bool { return taken[t] })
	return len(left) == len(f.counted) || s.again(f, left) < weakestP
}

// again is the p-value of a finding of which these counted tickets are left. How
// busy its scope was stays as it is: the tickets in question are no part of that.
func (s *search) again(f *finding, left []int32) float64 {
	reports := s.export.DistinctPeople(left)
	for _, t := range left {
		if s.export.Person[t] == dataset.Nobody {
			reports++
		}
	}
	gone, goneReports := len(f.counted)-len(left), f.place.here-reports
	place := concentration{reports, f.place.everywhere - goneReports, f.place.part - gone, f.place.whole - gone}
	past := f.past
	if past[0].Baseline == nil {
		return place.p()
	}
	past[0].Count -= gone
	past[1].Count -= goneReports
	_, p, _ := s.unusual(past)
	return max(place.p(), p)
}

// nearlyAll is the share of a pattern's tickets that another scope must hold to
// stand for it.
const nearlyAll = 0.8

// preferPlaces shows patterns that are strongest in the whole desk or in a
// support team's queue where people see them, if another scope holds nearly all
// of their tickets: the desk is no place, and a queue says how tickets were
// routed, not where the trouble is.
func preferPlaces(patterns []folded) []folded {
	for i := range patterns {
		f := &patterns[i]
		if isPlace(f.scope) {
			continue
		}
		at := slices.IndexFunc(f.also, func(a finding) bool {
			return isPlace(a.scope) && float64(shared(a.tickets, f.tickets)) >= nearlyAll*float64(len(f.tickets))
		})
		if at >= 0 {
			f.finding, f.also[at] = f.also[at], f.finding
		}
	}
	return patterns
}

// isPlace reports whether a scope says where people see something.
func isPlace(s dataset.Scope) bool {
	return s != (dataset.Scope{}) && s.Values[dataset.AssignmentGroup] == dataset.Unknown
}

// folded is the strongest of several findings of the same tickets.
type folded struct {
	finding
	also []finding // strongest first
}

// overlaps reports whether two ascending lists share enough of the shorter.
func overlaps(a, b []int32) bool {
	return float64(shared(a, b)) >= sameTickets*float64(min(len(a), len(b)))
}

// shared counts the common elements of two ascending lists.
func shared(a, b []int32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}
