package analyzer

import "slices"

// window is a width of time that ends at AsOf, with the desk's volume in it and
// in the earlier windows of the same width.
type window struct {
	days  int
	past  int   // earlier windows that make the baseline; 0: no baseline yet
	desks []int // the desk's tickets by window, 0 = the one that ends at AsOf
}

// thinHistory is the share of the window's volume below which earlier windows
// are no past to compare with. No desk grows tenfold in a few months; an export
// does that was filtered by the day of the last change or of closing, and holds
// of the months before only what stayed open for long.
const thinHistory = 0.1

// comparable returns how many earlier windows can be compared with: the most of
// which three quarters hold a tenth of the volume of the window that ends at AsOf.
// Single quiet weeks, such as those of holidays, do no harm.
func (w window) comparable() int {
	for past := w.past; past > 0; past-- {
		thin := 0
		for _, volume := range w.desks[1 : past+1] {
			if float64(volume) < thinHistory*float64(w.desks[0]) {
				thin++
			}
		}
		if 4*thin <= past {
			return past
		}
	}
	return 0
}

// whyYoung says why nothing can be expected yet.
func (s *search) whyYoung() string {
	l := s.options.Language
	if s.export.Days >= 7*s.options.BaselineMinWeeks+2*slices.Min(s.options.WindowDays) {
		return l.Text("the weeks before the last hold less than a tenth of its tickets, as in an export that is filtered by the day of the last change " +
			"or of closing; export by the day of opening to see what is usual")
	}
	return l.Count(s.export.Days, "the export covers %d day; %d weeks before the window are needed to say what is usual",
		"the export covers %d days; %d weeks before the window are needed to say what is usual", s.options.BaselineMinWeeks)
}
