package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// paceFigure shows how fast each support group resolves, now and before.
func paceFigure(in words.Writer, a *result.Analysis) (figure, error) {
	w := a.Work
	var rows [][]string
	for _, p := range w.Pace {
		before := in.Text("none")
		if p.Before != nil {
			before = resolvedIn(in, *p.Before)
		}
		rows = append(rows, []string{named(in, p.Group), paceChange(in, p), before, resolvedIn(in, p.Now), stillOpen(in, p)})
	}
	f, err := workTable(in, "chart-pace", in.Text("Which groups became slower or faster?"), paceCaption(in, w),
		[]string{in.Text("Group"), in.Text("Slower or faster"), in.Text("%d days before", w.Days), in.Text("Last %d days", w.Days), in.Text("Still open")}, 2, rows)
	if w.PaceFewer > 0 && len(rows) > 0 {
		if f.Table.Note != "" {
			f.Table.Note += " "
		}
		f.Table.Note += in.Count(w.PaceFewer, "%d group with fewer than %d resolved tickets left out.", "%d groups with fewer than %d resolved tickets left out.", 6)
	}
	shown := w.Pace[:min(len(w.Pace), workRows)]
	if err != nil || len(shown) < 2 || w.PaceLeadDays == nil {
		return f, err
	}
	f.Height = 48 + 40*len(shown)
	f.Option, err = option(paceChart(in, shown, w.Days))
	return f, err
}

func paceCaption(in words.Writer, w result.Work) string {
	if w.PaceLeadDays == nil {
		return in.Text("Middle time from opened to resolved of the tickets that a group resolved in the last %d days; the export does not reach "+
			"back far enough to compare. In brackets what the middle may be with as many tickets (95%% sure).", w.Days)
	}
	text := in.Text("Middle time from opened to resolved of the tickets that a group resolved in the last %d days and in the same time before. "+
		"In brackets what the middle may be with as many tickets (95%% sure); slower or faster is said only "+
		"where the two do not overlap. Bars without such a word may differ by chance.", w.Days)
	if lead := *w.PaceLeadDays; lead < w.Days {
		text += " " + in.Count(lead, "Tickets opened more than %d day before a span count in neither, as the export does not reach further back.",
			"Tickets opened more than %d days before a span count in neither, as the export does not reach further back.")
	}
	return text
}

// resolvedIn writes a median with its interval and how many tickets it is of.
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
		names[i], before[i], now[i] = named(in, p.Group), missing, rounded(p.Now.Hours)
		if p.Change == result.PaceSlower || p.Change == result.PaceFaster {
			names[i] = words.Short(p.Group, 24) + ": " + paceChange(in, p)
		}
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
