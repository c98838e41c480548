package html

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// paceFigure shows how fast each support group resolves, now and before.
func paceFigure(a *result.Analysis) (figure, error) {
	w := a.Work
	var rows [][]string
	for _, p := range w.Pace {
		before := "none"
		if p.Before != nil {
			before = resolvedIn(*p.Before)
		}
		rows = append(rows, []string{named(p.Group), paceChange(p), before, resolvedIn(p.Now), stillOpen(p)})
	}
	f, err := workTable("chart-pace", "Which groups became slower or faster?", paceCaption(w),
		[]string{"Group", "Change", fmt.Sprintf("%d days before", w.Days), fmt.Sprintf("Last %d days", w.Days), "Still open"}, 2, rows)
	if w.PaceFewer > 0 && len(rows) > 0 {
		if f.Table.Note != "" {
			f.Table.Note += " "
		}
		f.Table.Note += words.Count(w.PaceFewer, "group", "groups") + " with fewer than 6 resolved tickets left out."
	}
	shown := w.Pace[:min(len(w.Pace), workRows)]
	if err != nil || len(shown) < 2 || w.PaceLeadDays == nil {
		return f, err
	}
	f.Height = 48 + 40*len(shown)
	f.Option, err = option(paceChart(shown, w.Days))
	return f, err
}

func paceCaption(w result.Work) string {
	text := fmt.Sprintf("Middle time from opened to resolved of the tickets that a group resolved in the last %d days", w.Days)
	if w.PaceLeadDays == nil {
		return text + "; the export does not reach back far enough to compare. In brackets what the middle may be with as many tickets (95% sure)."
	}
	text += " and in the same time before. In brackets what the middle may be with as many tickets (95% sure); slower or faster is said only " +
		"where the two do not overlap. Bars without such a word may differ by chance."
	if lead := *w.PaceLeadDays; lead < w.Days {
		text += fmt.Sprintf(" Tickets opened more than %s before a span count in neither, as the export does not reach further back.", words.Count(lead, "day", "days"))
	}
	return text
}

// resolvedIn writes a median with its interval and how many tickets it is of.
func resolvedIn(r result.Resolved) string {
	text := words.Duration(r.Hours)
	if r.HoursLow != nil && r.HoursHigh != nil {
		text += " (" + words.Duration(*r.HoursLow) + " to " + words.Duration(*r.HoursHigh) + ")"
	}
	return text + ", " + words.Tickets(r.Tickets)
}

func stillOpen(p result.Pace) string {
	if p.Opened == 0 {
		return "none opened"
	}
	return fmt.Sprintf("%s of %s (%s)", words.Int(p.Open), words.Int(p.Opened), words.Percent(float64(p.Open)/float64(p.Opened)))
}

func paceChange(p result.Pace) string {
	switch {
	case p.Change == result.PaceSlower || p.Change == result.PaceFaster:
		return string(p.Change)
	case p.Before == nil:
		return "nothing to compare"
	case p.Change == result.PaceUnknown:
		return "too few tickets before"
	}
	return "no clear change"
}

func paceChart(pace []result.Pace, days int) *charts.Bar {
	names, before, now := make([]string, len(pace)), make([]any, len(pace)), make([]any, len(pace))
	for i, p := range pace {
		names[i], before[i], now[i] = named(p.Group), missing, rounded(p.Now.Hours)
		if p.Change == result.PaceSlower || p.Change == result.PaceFaster {
			names[i] = words.Short(p.Group, 24) + ": " + paceChange(p)
		}
		if p.Before != nil {
			before[i] = rounded(p.Before.Hours)
		}
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "40", Top: "30", Bottom: "4"})...)
	bar.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", AxisLabel: &opts.AxisLabel{Formatter: "{value} h"}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{
			Interval: "0", Width: 200, Overflow: "truncate", ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true),
		}}))
	bar.SetXAxis(names)
	label := charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right"})
	bar.AddSeries(fmt.Sprintf("hours, %d days before", days), barData(before), label)
	bar.AddSeries(fmt.Sprintf("hours, last %d days", days), barData(now), label)
	bar.XYReversal()
	return bar
}
