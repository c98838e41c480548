package desk

import (
	"math"
	"time"

	waves "ticketpatterns/analyzer/calendar"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// SurgeShare is the share of the accepted false alarms that the desk as a whole gets;
	// the search for scopes with more tickets than usual gives it from its own.
	SurgeShare = 0.025
	// surgeWeeks earlier windows on the same weekdays are the past, surgeMinWeeks the
	// fewest that make one.
	surgeWeeks, surgeMinWeeks = 13, 4
	// far is how many times as many tickets as usual, or as few, are worth the first
	// sentence of the report.
	far = 1.5
	// fewestUsual is the usual number of tickets from which fewer say anything.
	fewestUsual = 20
	// catchUp is for how many days after a day off people report what waited.
	catchUp = 3
)

// surgeWidths are the widths of the windows looked at, in days: the last week, and
// shorter ones that end in it.
var surgeWidths = []int{7, 1, 2, 3}

// surgeTests counts the windows asked whether they hold more. That the week holds fewer
// is one question, and gets half of the false alarms.
const surgeTests = 1 + 3*7

// span is a number of days that ends some days before the last.
type span struct{ days, back int }

// surgeSearch compares windows of the whole desk with its past.
type surgeSearch struct {
	Input
	middle [7]float64 // by days back modulo 7: median of that weekday in the past
	off    map[int]bool
	alpha  float64 // p-value below which a window holds more, or the week fewer
	low    float64
}

// tested is a window with its test.
type tested struct {
	span
	tickets int
	usual   float64
	p       float64
}

func (t tested) surplus() float64 { return float64(t.tickets) - t.usual }

// Surge tells whether the desk as a whole received far more or fewer tickets than
// usual; nil if it did not. Where the export seems to lack tickets at its end, that is
// told instead of fewer; where it lacks those of some states, its weeks do not compare.
//
// Windows on the same weekdays of the weeks before are the past; exposures are the
// medians of the weekdays, days off left out, so that the rhythm of the week and
// holidays explain what they can. What comes at that time of each month, quarter or year
// is usual then.
func Surge(in Input, daysOff []result.DayOff) *result.Surge {
	if in.StatesMissing {
		return nil
	}
	s := newSurgeSearch(in, daysOff)
	found, ok := s.more()
	if !ok && !in.EndMissing {
		found, ok = s.fewer()
	}
	if !ok {
		return nil
	}
	out := &result.Surge{
		Span: in.Data.Span(found.days, found.back), Tickets: found.tickets, Usual: stat.Round(found.usual, 10), PValue: found.p,
	}
	out.Parts, out.Alone = s.parts(found)
	return out
}

func newSurgeSearch(in Input, daysOff []result.DayOff) *surgeSearch {
	s := &surgeSearch{Input: in, off: map[int]bool{}, alpha: SurgeShare / 2 * in.FalseAlarms / surgeTests, low: SurgeShare / 2 * in.FalseAlarms}
	for _, d := range daysOff {
		if back, ok := in.Data.DaysBack(string(d.Day)); ok {
			s.off[back] = true
		}
	}
	for k := range s.middle {
		var counts []float64
		for back := k + 7; back < min(in.Data.Days, 7*(surgeWeeks+1)); back += 7 {
			if !s.off[back] {
				counts = append(counts, float64(in.Data.Volume(back, 1)))
			}
		}
		if len(counts) > 0 {
			s.middle[k] = stat.Median(counts)
		}
	}
	return s
}

// more finds a surge: of the windows that stand out, the shortest that holds most of what
// is too much in the week; without a week, the strongest.
func (s *surgeSearch) more() (tested, bool) {
	var best tested
	found := false
	for _, days := range surgeWidths {
		for back := range 7 {
			w := span{days, back}
			if days == 7 && back > 0 || days < 7 && s.catchesUp(w) {
				continue
			}
			t, ok := s.test(w)
			if !ok || float64(t.tickets) < far*t.usual || t.p >= s.alpha {
				continue
			}
			if !found || best.days == 7 && t.surplus() >= nearlyAll*best.surplus() || best.days < 7 && t.p < best.p {
				best, found = t, true
			}
		}
	}
	return best, found
}

// catchesUp reports whether a day off lies shortly before a window.
func (s *surgeSearch) catchesUp(w span) bool {
	for back := w.back + w.days; back < w.back+w.days+catchUp; back++ {
		if s.off[back] {
			return true
		}
	}
	return false
}

// fewer finds a last week with far fewer tickets than usual.
func (s *surgeSearch) fewer() (tested, bool) {
	week := span{7, 0}
	sample, ok := s.sample(week)
	if sample.Exposure == 0 {
		ok = len(sample.Baseline) >= surgeMinWeeks
	}
	if !ok || s.betweenTheYears(week) {
		return tested{}, false
	}
	if s.thinThroughout(week) {
		sample.Exposure = s.middleOf(week)
	}
	found := s.Test.Compare(sample)
	if !(found.Expected >= fewestUsual) || float64(sample.Count)*far > found.Expected {
		return tested{}, false
	}
	p := 1 - stat.NegativeBinomialTail(sample.Count+1, found.Expected, found.Size)
	return tested{week, sample.Count, found.Expected, max(p, 0)}, p < s.low
}

// thinThroughout reports whether the days that are no days off are thin as well: what is
// missing then are no holidays.
func (s *surgeSearch) thinThroughout(w span) bool {
	worked := 0
	for back := w.back; back < w.back+w.days; back++ {
		if !s.off[back] {
			worked += s.Data.Volume(back, 1)
		}
	}
	return far*float64(worked) <= s.exposure(w)
}

// betweenTheYears reports whether a window touches the days from Christmas Eve to New
// Year, in which most desks are thin, wherever they are.
func (s *surgeSearch) betweenTheYears(w span) bool {
	for back := w.back; back < w.back+w.days; back++ {
		day := s.Data.Date(back).Time()
		if day.Month() == time.December && day.Day() >= 24 || day.Month() == time.January && day.Day() == 1 {
			return true
		}
	}
	return false
}

// test asks whether a window holds more than its past and its calendar explain.
func (s *surgeSearch) test(w span) (tested, bool) {
	sample, ok := s.sample(w)
	if !ok {
		return tested{}, false
	}
	found := s.Test.Compare(sample)
	t := tested{w, sample.Count, found.Expected, found.P}
	count := func(v waves.Window) int { return s.Data.Volume(v.Back, v.Days) }
	if t.p < s.alpha {
		window := waves.Window{Days: w.days, Back: w.back}
		if wave, ok := waves.Find(s.Data.AsOf, s.Data.Days, window, count, s.Test); ok && wave.P > t.p {
			t.p, t.usual = wave.P, max(t.usual, wave.Expected)
		}
	}
	return t, !math.IsNaN(found.Expected)
}

// sample is the count of a window with those of the same weekdays before.
func (s *surgeSearch) sample(w span) (stat.Sample, bool) {
	out := stat.Sample{Count: s.Data.Volume(w.back, w.days), Exposure: s.exposure(w)}
	for _, e := range s.earlier(w) {
		if exposure := s.exposure(e); exposure > 0 {
			out.Baseline = append(out.Baseline, s.Data.Volume(e.back, e.days))
			out.BaselineExposure = append(out.BaselineExposure, exposure)
		}
	}
	return out, len(out.Baseline) >= surgeMinWeeks && out.Exposure > 0
}

// earlier lists the windows on the same weekdays before, oldest first.
func (s *surgeSearch) earlier(w span) []span {
	var out []span
	for k := surgeWeeks; k > 0; k-- {
		if e := (span{w.days, w.back + 7*k}); e.back+e.days <= s.Data.Days {
			out = append(out, e)
		}
	}
	return out
}

// exposure is what is usual on the days of a window that are no days off.
func (s *surgeSearch) exposure(w span) float64 {
	sum := 0.0
	for back := w.back; back < w.back+w.days; back++ {
		if !s.off[back] {
			sum += s.middle[back%7]
		}
	}
	return sum
}

// middleOf is what is usual on all days of a window.
func (s *surgeSearch) middleOf(w span) float64 {
	sum := 0.0
	for back := w.back; back < w.back+w.days; back++ {
		sum += s.middle[back%7]
	}
	return sum
}

// holds reports whether a ticket lies in a window.
func (s *surgeSearch) holds(w span, t int32) bool {
	day := s.Data.Day[t]
	return day >= w.back && day < w.back+w.days
}

// surgeFields are the fields whose values are named, those that say most about what
// to do first.
var surgeFields = []dataset.Field{
	dataset.AssignmentGroup, dataset.Category, dataset.Service, dataset.ConfigurationItem, dataset.Location, dataset.Department,
}
