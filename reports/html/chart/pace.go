package chart

import (
	"cmp"
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// namesSaid is the largest number of groups that the answer names.
const namesSaid = 5

// paceFigure shows how fast each support group resolves, now and before. Only
// groups that clearly changed are drawn: a bar looks like an answer.
func paceFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	w := a.Work
	pace := slices.Clone(w.Pace)
	slices.SortStableFunc(pace, func(a, b result.Pace) int { return cmp.Compare(unchanged(a), unchanged(b)) })
	var rows [][]string
	var changed []result.Pace
	for _, p := range pace {
		before := in.Text("none")
		if p.Before != nil {
			before = resolvedIn(in, *p.Before)
		}
		if unchanged(p) == 0 {
			changed = append(changed, p)
		}
		rows = append(rows, []string{named(in, p.Group), paceChange(in, p), before, resolvedIn(in, p.Now), stillOpen(in, p)})
	}
	f, err := listFigure(in, "chart-pace", in.Text("Groups that became slower or faster"), paceCaption(in, w, changed),
		[]string{in.Text("Group"), in.Text("Slower or faster"), in.Text("%d days before", w.Days), in.Text("Last %d days", w.Days), in.Text("Still open")}, 2, rows)
	if w.PaceFewer > 0 && len(rows) > 0 {
		if f.Table.Note != "" {
			f.Table.Note += " "
		}
		f.Table.Note += in.Count(w.PaceFewer, "%d group with fewer than %d resolved tickets left out.", "%d groups with fewer than %d resolved tickets left out.", 6)
	}
	drawn := changed[:min(len(changed), workRows)]
	if err != nil || len(drawn) == 0 || w.PaceLeadDays == nil {
		return f, err
	}
	f.Height = 60 + 44*len(drawn)
	f.Option, err = option(paceChart(in, drawn, w.Days))
	return f, err
}

// unchanged is 0 for a group that became slower or faster, and 1 for others.
func unchanged(p result.Pace) int {
	if p.Change == result.PaceSlower || p.Change == result.PaceFaster {
		return 0
	}
	return 1
}

// paceAnswer answers the question of the title in one sentence for each direction.
func paceAnswer(in words.Writer, pace, changed []result.Pace) string {
	of := 0
	for _, p := range pace {
		if p.Change != result.PaceUnknown {
			of++
		}
	}
	if of == 0 {
		return in.Text("No group had enough tickets before to compare.")
	}
	names := map[result.PaceChange][]string{}
	for _, p := range changed {
		names[p.Change] = append(names[p.Change], named(in, p.Group))
	}
	var said []string
	for _, c := range []result.PaceChange{result.PaceSlower, result.PaceFaster} {
		all := names[c]
		if len(all) == 0 {
			continue
		}
		list := all
		if len(all) > namesSaid {
			list = append(slices.Clone(all[:namesSaid]), in.Count(len(all)-namesSaid, "%d more", "%d more"))
		}
		if c == result.PaceSlower {
			said = append(said, in.Count(len(all), "%d group of %d became slower: %s.", "%d groups of %d became slower: %s.", of, in.List(list)))
		} else {
			said = append(said, in.Count(len(all), "%d group of %d became faster: %s.", "%d groups of %d became faster: %s.", of, in.List(list)))
		}
	}
	if len(said) == 0 {
		return in.Count(of, "The %d group that can be compared did not change clearly.", "None of %d groups changed clearly.")
	}
	return strings.Join(said, " ")
}

func paceCaption(in words.Writer, w result.Work, changed []result.Pace) string {
	if w.PaceLeadDays == nil {
		return in.Text("Median time to resolve of the tickets that a group resolved in the last %d days. The export does not reach back far enough to compare. "+
			"In brackets the 95%% confidence interval of the median.", w.Days)
	}
	text := paceAnswer(in, w.Pace, changed) + " " +
		in.Text("Median time to resolve of the tickets that a group resolved in the last %d days and in as many days before, in brackets the 95%% "+
			"confidence interval. Only groups whose intervals do not overlap are called slower or faster.", w.Days)
	if lead := *w.PaceLeadDays; lead < w.Days {
		text += " " + in.Count(lead, "Tickets opened more than %d day before each span are left out, as the export does not reach further back.",
			"Tickets opened more than %d days before each span are left out, as the export does not reach further back.")
	}
	return text
}

// resolvedIn writes a median with its interval and the number of tickets.
func resolvedIn(in words.Writer, r result.Resolved) string {
	if r.HoursLow == nil || r.HoursHigh == nil {
		return in.Duration(r.Hours) + ", " + in.Tickets(r.Tickets)
	}
	return in.Text("%s (%s to %s), %s", in.Duration(r.Hours), in.Duration(*r.HoursLow), in.Duration(*r.HoursHigh), in.Tickets(r.Tickets))
}

func stillOpen(in words.Writer, p result.Pace) string {
	if p.Opened == 0 {
		return in.Text("none opened")
	}
	return in.Text("%d of %d (%s)", p.Open, p.Opened, in.Percent(float64(p.Open)/float64(p.Opened)))
}

func paceChange(in words.Writer, p result.Pace) string {
	switch {
	case p.Change == result.PaceSlower:
		return in.Text("slower")
	case p.Change == result.PaceFaster:
		return in.Text("faster")
	case p.Before == nil:
		return in.Text("nothing to compare")
	case p.Change == result.PaceUnknown:
		return in.Text("too few tickets before")
	}
	return in.Text("no clear change")
}

func paceChart(in words.Writer, pace []result.Pace, days int) *charts.Bar {
	names, before, now := make([]string, len(pace)), make([]any, len(pace)), make([]any, len(pace))
	for i, p := range pace {
		names[i], before[i], now[i] = text.Shorten(p.Group, 24)+": "+paceChange(in, p), missing, rounded(p.Now.Hours)
		if p.Before != nil {
			before[i] = rounded(p.Before.Hours)
		}
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "40", Top: "30", Bottom: "4"})...)
	bar.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr(in.Text("%s h", "{value}"))}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{
			Interval: "0", Width: 200, Overflow: "truncate", ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true),
		}}))
	bar.SetXAxis(names)
	label := charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right"})
	bar.AddSeries(in.Text("hours, %d days before", days), barData(before), label)
	bar.AddSeries(in.Text("hours, last %d days", days), barData(now), label)
	bar.XYReversal()
	return bar
}
