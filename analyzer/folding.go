package analyzer

import "slices"

// sameTickets is the share of the smaller finding's tickets that the larger
// must hold for both to be one pattern seen twice.
const sameTickets = 0.5

// foldOverlaps keeps of findings that share their tickets the strongest, and remembers
// where else it was seen. Findings come strongest first.
func foldOverlaps(findings []finding) []folded {
	var kept []folded
	for _, f := range findings {
		at := slices.IndexFunc(kept, func(k folded) bool { return overlaps(k.tickets, f.tickets) })
		if at < 0 {
			kept = append(kept, folded{finding: f})
			continue
		}
		kept[at].also = append(kept[at].also, f)
	}
	return kept
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
		if f.scope.isPlace() {
			continue
		}
		at := slices.IndexFunc(f.also, func(a finding) bool {
			return a.scope.isPlace() && float64(shared(a.tickets, f.tickets)) >= nearlyAll*float64(len(f.tickets))
		})
		if at >= 0 {
			f.finding, f.also[at] = f.also[at], f.finding
		}
	}
	return patterns
}

// isPlace reports whether a scope says where people see something.
func (s scope) isPlace() bool { return s != (scope{}) && s.values[group] == unknown }

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
