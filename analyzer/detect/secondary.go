package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
)

// sameTickets is the share of the smaller finding's tickets that the larger
// must hold for both to be one pattern seen twice, whatever else the larger holds.
const sameTickets = 0.5

// suppressSecondary keeps the findings that are patterns of their own; the others
// say where else a pattern was seen. Findings come strongest first; stronger are
// patterns that are already shown.
//
// A finding that holds few of a stronger one's tickets may still be its shadow,
// thinned by everyday tickets of another scope. So it is tested again without the
// tickets of all stronger patterns, as if they had never been filed, and goes with
// one of those if nothing unusual is left. This is the sequential deletion by which
// secondary clusters are told from shadows of the first (Zhang, Assunção and Kulldorff,
// Spatial scan statistics adjusted for multiple clusters, Journal of Probability
// and Statistics 2010, 642379).
func (s *search) suppressSecondary(findings []Finding, stronger []Pattern) []Pattern {
	kept := slices.Clone(stronger)
	taken := make([]bool, len(s.export.Tickets))
	for _, k := range kept {
		take(taken, k.Tickets)
	}
	others := kin{search: s}
	shownWith := func(f Finding) int {
		return slices.IndexFunc(kept, func(k Pattern) bool { return overlaps(k.Tickets, f.Tickets) })
	}
	for _, f := range findings {
		at := shownWith(f)
		if at < 0 {
			grown, enough := others.grow(f)
			if !enough {
				continue
			}
			f, at = grown, shownWith(grown)
		}
		if at < 0 && !s.standsAlone(&f, taken) {
			at = mostShared(kept, f.Tickets)
		}
		switch {
		case at < 0 && s.isMixed(&f, findings):
		case at < 0:
			f = others.whole(f)
			kept = append(kept, Pattern{Finding: f})
			take(taken, f.Tickets)
		case at >= len(stronger):
			kept[at].Also = append(kept[at].Also, f)
		}
	}
	return kept[len(stronger):]
}

func take(taken []bool, tickets []int32) {
	for _, t := range tickets {
		taken[t] = true
	}
}

// mostShared returns which pattern holds most of the tickets, the first of equals;
// -1 if none holds any.
func mostShared(patterns []Pattern, tickets []int32) int {
	at, most := -1, 0
	for i := range patterns {
		if n := dataset.Shared(patterns[i].Tickets, tickets); n > most {
			at, most = i, n
		}
	}
	return at
}

// standsAlone reports whether a finding is unusual without the taken tickets. It
// is enough that what is left has a p-value below weakestP: this is one question
// about one group that is known, not one of the thousands that the threshold of
// the search answers for, and two faults that share some tickets must stay two.
func (s *search) standsAlone(f *Finding, taken []bool) bool {
	left := slices.DeleteFunc(slices.Clone(f.counted), func(t int32) bool { return taken[t] })
	return len(left) == len(f.counted) || s.pValueWithout(f, left) < weakestP
}

// pValueWithout is the p-value of a finding of which only these counted tickets are
// left. How busy its scope was stays as it is: the tickets in question are no part
// of that.
func (s *search) pValueWithout(f *Finding, left []int32) float64 {
	reports := s.reportsOf(left)
	gone, goneReports := len(f.counted)-len(left), f.concentration.here-reports
	rest := concentration{reports, f.concentration.everywhere - goneReports, f.concentration.part - gone, f.concentration.whole - gone}
	if searches[f.Family].words {
		return f.before.p(rest)
	}
	samples := f.samples
	if samples[0].Baseline == nil {
		return rest.p()
	}
	samples[0].Count -= gone
	samples[1].Count -= goneReports
	_, p, _ := s.testBoth(samples)
	return max(rest.p(), p)
}

// reportsOf counts tickets, a person once.
func (s *search) reportsOf(tickets []int32) int {
	reports := s.export.DistinctPeople(tickets)
	for _, t := range tickets {
		if s.export.Person[t] == dataset.Nobody {
			reports++
		}
	}
	return reports
}

// nearlyAll is the share of a pattern's tickets that another scope must hold to
// stand for it.
const nearlyAll = 0.8

// preferPlaces shows patterns that are strongest in the whole desk or in a
// support team's queue where people see them, if another scope holds nearly all
// of their tickets: the desk is no place, and a queue says how tickets were
// routed, not where the trouble is.
func preferPlaces(patterns []Pattern) []Pattern {
	for i := range patterns {
		f := &patterns[i]
		if isPlace(f.Scope) {
			continue
		}
		at := slices.IndexFunc(f.Also, func(a Finding) bool {
			return isPlace(a.Scope) && float64(dataset.Shared(a.Tickets, f.Tickets)) >= nearlyAll*float64(len(f.Tickets))
		})
		if at >= 0 {
			f.Finding, f.Also[at] = f.Also[at], f.Finding
		}
	}
	return patterns
}

// preferGroups shows a pattern that is strongest by a word by the group of texts that holds
// nearly all of its tickets in the same scope, if there is one: that holds those too who
// do not use the word.
func preferGroups(patterns []Pattern) []Pattern {
	for i := range patterns {
		f := &patterns[i]
		if !searches[f.Family].words {
			continue
		}
		at := slices.IndexFunc(f.Also, func(a Finding) bool {
			return !searches[a.Family].words && a.Scope == f.Scope && len(a.Tickets) > len(f.Tickets) &&
				float64(dataset.Shared(a.Tickets, f.Tickets)) >= nearlyAll*float64(len(f.Tickets))
		})
		if at >= 0 {
			f.Finding, f.Also[at] = f.Also[at], f.Finding
		}
	}
	return patterns
}

// isPlace reports whether a scope says where people see something.
func isPlace(s dataset.Scope) bool {
	return s != (dataset.Scope{}) && s.Values[dataset.AssignmentGroup] == dataset.Unknown
}

// overlaps reports whether two ascending lists share enough of the shorter.
func overlaps(a, b []int32) bool {
	return float64(dataset.Shared(a, b)) >= sameTickets*float64(min(len(a), len(b)))
}
