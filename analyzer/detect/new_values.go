package detect

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
)

// mayBeRare is the chance below which a value that is seen late counts as new: one
// that is only rare would have been seen before.
const mayBeRare = 0.001

// NewValue is a value of a field that came into use too late to have a past.
type NewValue struct {
	Value   int32 // number in the field
	Tickets int   // since it is in use
	Days    int   // from its first ticket to AsOf, both included
}

// scopeWindow returns the window with only those earlier ones in which the scope
// was in use, for at least half of each; with none if they are too few.
func (s *search) scopeWindow(b dataset.FirstSeen, w Window) Window {
	if b.PNotNew() >= mayBeRare {
		return w
	}
	before := b.Days - w.EndsBack - w.Days + w.Days/2
	w.Past = min(w.Past, before/w.Days)
	if enough := 7 * s.options.BaselineMinWeeks; w.Past < minBaselineWindows || before < enough && (w.Days >= 7 || before < shortPastDays) {
		w.Past = 0
	}
	return w
}

// isNew reports whether what began there has no past in any window, while the desk
// has one.
func (s *search) isNew(b dataset.FirstSeen) bool {
	for _, w := range s.windows {
		if w.Past == 0 || s.scopeWindow(b, w).Past > 0 {
			return false
		}
	}
	return len(s.windows) > 0
}

// newValues lists the new values of each field that hold enough tickets to be
// searched, most tickets first.
func (s *search) newValues() [dataset.FieldCount][]NewValue {
	var out [dataset.FieldCount][]NewValue
	for f, values := range s.export.FirstSeen {
		for v, b := range values {
			if b.Tickets >= s.options.MinTickets && s.isNew(b) {
				out[f] = append(out[f], NewValue{Value: int32(v), Tickets: b.Tickets, Days: b.Days})
			}
		}
		slices.SortFunc(out[f], func(a, b NewValue) int {
			return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.Value, b.Value))
		})
	}
	return out
}

// newDepartments tells of each department whether it is new.
func (s *search) newDepartments() []bool {
	begin := s.export.FirstSeen[dataset.Department]
	out := make([]bool, len(begin))
	for v, b := range begin {
		out[v] = s.isNew(b)
	}
	return out
}
