package desk

import (
	"cmp"
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// unrecognised stands in the memory for "no function of the map fits".
const unrecognised = "not recognised by the owner map"

// trendDays is the number of last days over which each run measures the desk's work.
const trendDays = 28

// Run returns the totals of a run for the memory, without those of fixes.
func Run(in Input) past.Run {
	today := in.Data.Date(0)
	out := past.Run{
		Day: string(today), Tickets: len(in.Data.Tickets), Days: in.Data.Days, Patterns: len(in.Patterns), Weeks: trendDays / 7,
		Opened: in.Data.Volume(0, trendDays), Repeated: -1, HoursMedian: -1,
	}
	if repeatsKnown(in.Data, trendDays) {
		out.Repeated = repeatsWithin(in, trendDays)
	}
	if hours := hoursResolvedIn(in.Data, trendDays); len(hours) > 0 {
		out.HoursMedian = stat.Round(stat.Median(hours), 10)
	}
	for _, p := range in.Patterns {
		if p.Asked == today {
			out.Escalated++
		}
		if p.Owner.Gap {
			out.Gaps = append(out.Gaps, cmp.Or(p.Owner.Function, unrecognised))
		}
	}
	slices.Sort(out.Gaps)
	out.Gaps = slices.Compact(out.Gaps)
	return out
}

// repeatsWithin counts the repeat work of the last days days.
func repeatsWithin(in Input, days int) int {
	n := 0
	for t, repeat := range repeatWork(in.Data, issueByTicket(in)) {
		if repeat && in.Data.Day[t] < days {
			n++
		}
	}
	return n
}

// hoursResolvedIn returns the times to resolve, in hours, of tickets finished in the
// last days days before the time of AsOf.
func hoursResolvedIn(data *dataset.Dataset, days int) []float64 {
	from := data.AsOf.AddDate(0, 0, -days)
	var out []float64
	for t := range data.Tickets {
		if end, hours, resolved := resolution(data, t); resolved && end.After(from) {
			out = append(out, hours)
		}
	}
	return out
}

// Trend returns the series over the remembered runs and this one. criteria are the
// answers to escalations by criterion; the result keeps the slice.
func Trend(remembered past.Memory, now past.Run, criteria []result.Answers) result.Trend {
	out := result.Trend{Runs: []result.TrendRun{}, Criteria: criteria, Gaps: []result.OpenGap{}}
	since := ""
	open := map[string]string{} // by function: first day of the current run of reports in which it was a gap
	for _, run := range append(slices.Clone(remembered.Runs), now) {
		out.Runs = append(out.Runs, trendRun(remembered, run, since))
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

// trendRun summarises one run with the answers given after since, the day of the run
// before.
func trendRun(remembered past.Memory, run past.Run, since string) result.TrendRun {
	out := result.TrendRun{Day: result.Day(run.Day), Escalated: run.Escalated, Fixes: run.Fixes, FixesQuiet: run.FixesQuiet, Gaps: len(run.Gaps)}
	if run.Opened > 0 && run.Repeated >= 0 {
		out.Repeat = new(stat.Round(float64(run.Repeated)/float64(run.Opened), 1000))
	}
	if run.HoursMedian >= 0 {
		out.HoursMedian = new(run.HoursMedian)
	}
	asked := map[string]string{}
	for _, p := range remembered.Patterns {
		asked[p.ID] = p.Asked
	}
	var days []float64
	for _, d := range remembered.Decisions {
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
		if n, ok := daysBetween(asked[d.Pattern], d.On); ok {
			days = append(days, n)
		}
	}
	if len(days) > 0 {
		out.AnswerDays = new(stat.Median(days))
	}
	return out
}

// daysBetween returns the number of days from one day to a later one; false if one
// is not a valid day or to is before from.
func daysBetween(from, to string) (float64, bool) {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil || b.Before(a) {
		return 0, false
	}
	return b.Sub(a).Hours() / 24, true
}
