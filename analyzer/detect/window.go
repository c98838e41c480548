package detect

import "ticketpatterns/analyzer/dataset"

// minBaselineWindows is the smallest number of earlier windows that make a past.
const minBaselineWindows = 3

// Window is a width of time that ends at AsOf or some days before, with the desk's
// volume in it and in the earlier windows of the same width.
type Window struct {
	Days     int
	EndsBack int   // days before AsOf at which it ends
	Past     int   // earlier windows that make the baseline; 0: no baseline yet
	Volumes  []int // the desk's tickets by window, 0 = the one tested
}

// index numbers the window that holds a day, counted back from AsOf: 0 is the one
// tested, 1 the one before it; negative for what came after.
func (w Window) index(day int) int {
	if day < w.EndsBack {
		return -1
	}
	return (day - w.EndsBack) / w.Days
}

// shortPastDays is the past that a window of less than a week needs: four weeks and a
// bit, so that each weekday and a month's end have been seen.
const shortPastDays = 30

// newShortWindow returns a window of less than a week. Its past is as long as that of
// a window of a week.
func newShortWindow(data *dataset.Dataset, days, endsBack int, o Options) Window {
	before := min(7*o.BaselineWindows, data.Days-days-endsBack)
	w := Window{Days: days, EndsBack: endsBack, Volumes: make([]int, max(before, 0)/days+1)}
	weeks := Window{Days: 7, EndsBack: endsBack, Past: max(before, 0) / 7, Volumes: make([]int, max(before, 0)/7+1)}
	for t, d := range data.Day {
		if data.TextOf[t] < 0 {
			continue
		}
		for _, v := range []*Window{&w, &weeks} {
			if k := v.index(d); k >= 0 && k < len(v.Volumes) {
				v.Volumes[k]++
			}
		}
	}
	if before = min(before, 7*weeks.usablePast()+6); before >= shortPastDays {
		w.Past = before / days
	}
	return w
}

func newWindow(data *dataset.Dataset, days int, o Options) Window {
	w := Window{Days: days, Volumes: make([]int, o.BaselineWindows+1)}
	before := data.Days - days
	if past := min(o.BaselineWindows, before/days); past >= minBaselineWindows && before >= 7*o.BaselineMinWeeks {
		w.Past = past
	}
	for t, d := range data.Day {
		if k := d / days; k < len(w.Volumes) && data.TextOf[t] >= 0 {
			w.Volumes[k]++
		}
	}
	if w.Past = w.usablePast(); w.Past < minBaselineWindows {
		w.Past = 0
	}
	return w
}

// thinHistory is the share of the window's volume below which an earlier window
// is no past to compare with. No desk grows tenfold in a few months, but an export
// seems to that was filtered by the day of the last change or of closing: of the
// months before, it holds only what stayed open for long.
const thinHistory = 0.1

// usablePast returns how many earlier windows can be compared with: the most of
// which three quarters hold a tenth of the volume of the window that ends at AsOf.
// Single quiet weeks, such as those of holidays, do no harm.
func (w Window) usablePast() int {
	for past := w.Past; past > 0; past-- {
		thin := 0
		for _, volume := range w.Volumes[1 : past+1] {
			if float64(volume) < thinHistory*float64(w.Volumes[0]) {
				thin++
			}
		}
		if 4*thin <= past {
			return past
		}
	}
	return 0
}
