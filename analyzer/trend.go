package analyzer

import (
	"cmp"
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/lifecycle"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// trendDays are the last days that each run counts the desk's work over.
const trendDays = 28

// run counts what this run will be remembered for.
func (r *reporter) run(patterns []result.Pattern) past.Run {
	out := past.Run{Day: string(r.export.Date(0)), Tickets: len(r.export.Tickets), Weeks: trendDays / 7, Repeated: -1, HoursMedian: -1, Patterns: len(patterns)}
	repeated := 0
	for t, again := range r.repeats() {
		if r.export.Day[t] < trendDays {
			out.Opened++
			if again {
				repeated++
			}
		}
	}
	if r.repeatsKnown(trendDays) {
		out.Repeated = repeated
	}
	if hours := r.hoursFinishedIn(trendDays); len(hours) > 0 {
		out.HoursMedian = stat.Round(stat.Median(hours), 10)
	}
	gaps := map[string]bool{}
	for _, p := range patterns {
		if p.Standing.Asked == r.export.Date(0) {
			out.Escalated++
		}
		if p.Owner.Gap {
			gaps[cmp.Or(p.Owner.Function, unrecognised)] = true
		}
	}
	for g := range gaps {
		out.Gaps = append(out.Gaps, g)
	}
	slices.Sort(out.Gaps)
	out.Fixes, out.FixesQuiet = r.quietFixes()
	return out
}

// hoursFinishedIn lists the times to resolve of tickets finished in the last days.
func (r *reporter) hoursFinishedIn(days int) []float64 {
	from := r.export.AsOf.AddDate(0, 0, -days)
	var hours []float64
	for i := range r.export.Tickets {
		t := &r.export.Tickets[i]
		if end := t.Finished(); end.After(from) && !end.After(r.export.AsOf) && !end.Before(t.Opened) {
			hours = append(hours, end.Sub(t.Opened).Hours())
		}
	}
	return hours
}

// quietFixes counts the fixes made four weeks ago or earlier that the export can
// judge, and those after which no ticket came for four weeks.
func (r *reporter) quietFixes() (made, quiet int) {
	for _, d := range r.overlay.Memory.Decisions {
		back, ok := r.export.DaysBack(d.Day)
		if d.Kind != past.Fixed || d.Undone != "" || !ok || back < lifecycle.BeforeFix || back >= r.export.Days || r.outdated(d) {
			continue
		}
		made++
		if !slices.ContainsFunc(r.ofDecision(d), func(t int32) bool {
			return r.export.Day[t] < back && r.export.Day[t] >= back-lifecycle.BeforeFix
		}) {
			quiet++
		}
	}
	return made, quiet
}

// ofDecision lists the tickets that a decision is about.
func (r *reporter) ofDecision(d past.Decision) []int32 {
	id, s := d.Issue, dataset.Scope{}
	for _, p := range r.overlay.Memory.Patterns {
		if p.ID == d.Pattern {
			id, s = p.Issue, r.scopeWhere(p.Where)
		}
	}
	id = r.overlay.Current(id)
	n := r.issues.Number(id)
	if n < 0 {
		return nil
	}
	return r.inScope(n, s)
}

// trend makes the series over the remembered runs and this one.
func (r *reporter) trend(now past.Run) result.Trend {
	out := result.Trend{Runs: []result.TrendRun{}, Criteria: r.criteriaAnswers(), Gaps: []result.OpenGap{}}
	runs := append(slices.Clone(r.overlay.Memory.Runs), now)
	since := ""
	open := map[string]string{}
	for _, run := range runs {
		out.Runs = append(out.Runs, r.trendRun(run, since))
		still := map[string]string{}
		for _, g := range run.Gaps {
			still[g] = cmp.Or(open[g], run.Day)
		}
		open, since = still, run.Day
	}
	for function, day := range open {
		if function == unrecognised {
			function = ""
		}
		out.Gaps = append(out.Gaps, result.OpenGap{Function: function, Since: result.Day(day)})
	}
	slices.SortFunc(out.Gaps, func(a, b result.OpenGap) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), compareFunctions(a.Function, b.Function))
	})
	return out
}

// trendRun counts one run, with the answers given since the run before.
func (r *reporter) trendRun(run past.Run, since string) result.TrendRun {
	out := result.TrendRun{Day: result.Day(run.Day), Escalated: run.Escalated, Fixes: run.Fixes, FixesQuiet: run.FixesQuiet, Gaps: len(run.Gaps)}
	if run.Opened > 0 && run.Repeated >= 0 {
		out.Repeat = pointer(stat.Round(float64(run.Repeated)/float64(run.Opened), 1000))
	}
	if run.HoursMedian >= 0 {
		out.HoursMedian = pointer(run.HoursMedian)
	}
	asked := map[string]string{}
	for _, p := range r.overlay.Memory.Patterns {
		asked[p.ID] = p.Asked
	}
	var days []float64
	for _, d := range r.overlay.Memory.Decisions {
		if d.Undone != "" || d.On <= since || d.On > run.Day {
			continue
		}
		switch d.Kind {
		case past.Accept, past.Fixed:
			out.Accepted++
		case past.Decline, past.NotAPattern:
			out.Declined++
		default:
			continue
		}
		if n, ok := between(asked[d.Pattern], d.On); ok {
			days = append(days, n)
		}
	}
	if len(days) > 0 {
		out.AnswerDays = pointer(stat.Median(days))
	}
	return out
}

// between is the number of days from one day to a later one.
func between(from, to string) (float64, bool) {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil || b.Before(a) {
		return 0, false
	}
	return b.Sub(a).Hours() / 24, true
}
