package analyzer

import "ticketpatterns/analyzer/dataset"

// mayBeRare is the chance below which a value that is seen late is taken for one
// that began late: one that is only rare would have been seen before.
const mayBeRare = 0.001

// pastOf returns the window with those earlier ones only in which the scope was
// there, for at least half of each; none if they are too few.
func (s *search) pastOf(b dataset.Beginning, w window) window {
	if b.Chance() >= mayBeRare {
		return w
	}
	before := b.Days - w.days + w.days/2
	w.past = min(w.past, before/w.days)
	if w.past < minBaselineWindows || before < 7*s.options.BaselineMinWeeks {
		w.past = 0
	}
	return w
}

// isNew tells whether what began there has no past in any window, while the desk
// has one.
func (s *search) isNew(b dataset.Beginning) bool {
	for _, w := range s.windows {
		if w.past == 0 || s.pastOf(b, w).past > 0 {
			return false
		}
	}
	return len(s.windows) > 0
}
