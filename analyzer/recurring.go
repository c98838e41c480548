package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/calendar"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/volume"
)

// mostRecurring bounds the list: what comes each month is no news.
const mostRecurring = 10

// recurring lists what would stand out were it not a wave of the calendar. A scope is
// left out if most of its tickets belong to a pattern or to an issue of the list.
func (f profiler) recurring(issues []detect.Finding, scopes []volume.Finding, told []pattern) []result.Recurring {
	out := []result.Recurring{}
	var known [][]int32
	for _, p := range told {
		known = append(known, p.tickets)
	}
	for _, w := range issues {
		w, whole := f.wholeWave(w)
		out = append(out, result.Recurring{
			Label: f.describer.Wording(whole).Label,
			Scope: w.Scope.FieldValues(f.data), Span: f.data.Span(w.WindowDays, w.EndsBack), Tickets: len(whole), Wave: *wave(w.Wave),
		})
		known = append(known, whole)
	}
	for _, w := range scopes {
		if dataset.MostlyIn(w.Tickets, known...) {
			continue
		}
		out = append(out, result.Recurring{
			Scope: w.Scope.FieldValues(f.data), Span: f.data.Span(w.WindowDays, w.EndsBack), Tickets: len(w.Tickets), Wave: *wave(w.Wave),
		})
	}
	slices.SortStableFunc(out, func(a, b result.Recurring) int { return -cmp.Compare(a.Tickets, b.Tickets) })
	return out[:min(len(out), mostRecurring)]
}

// aWeek is the width of the window in which a shorter wave is told: it is strongest on
// its busiest days, and people take the others for part of it.
const aWeek = 7

// wholeWave returns a wave with the tickets of its issue, scope and time. One of a few
// days is widened to a week, if that recurs as well.
func (f profiler) wholeWave(w detect.Finding) (detect.Finding, []int32) {
	i := f.issues.Majority(w.Tickets)
	if i == noIssue || w.WindowDays >= aWeek {
		return w, w.Tickets
	}
	tickets := f.data.InScope(f.issues.Issues[i].Tickets, w.Scope)
	in := func(v calendar.Window) []int32 {
		return f.data.Filter(tickets, func(t int32) bool { return f.data.Day[t] >= v.Back && f.data.Day[t] < v.Back+v.Days })
	}
	week := calendar.Window{Days: aWeek, Back: max(0, w.EndsBack-(aWeek-w.WindowDays)/2)}
	count := func(v calendar.Window) int { return len(in(v)) }
	whole, ok := calendar.Find(f.data.AsOf, f.data.Days, week, count, f.options.test())
	if !ok || count(week) < len(w.Tickets) {
		return w, w.Tickets
	}
	w.Wave, w.WindowDays, w.EndsBack = &whole, week.Days, week.Back
	return w, in(week)
}

// wave renders a wave; nil if there is none.
func wave(w *calendar.Wave) *result.Wave {
	if w == nil {
		return nil
	}
	return &result.Wave{Period: result.Period(w.Period), Earlier: w.Earlier, Usual: stat.Round(w.Expected, 10)}
}
