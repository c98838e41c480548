package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const loadBars = 15 // most teams drawn; the table has all

// loadFigure shows what each team is asked to own.
func loadFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "chart-load",
		Title:   in.Text("What each team is asked to own"),
		Caption: in.Text("Bars are the tickets of the patterns that point to a team. The table says whether the team can carry them."),
		Table: Table{Head: []string{in.Text("Team"), in.Text("Contact"), in.Text("Can it carry them?"), in.Text("People in the team"),
			in.Text("Functions"), in.Text("Patterns"), in.Text("Tickets"), in.Text("Hours lost")}, Numeric: 3},
		Open: true,
	}
	idle := 0
	for _, l := range a.Load {
		if l.Patterns == 0 && !l.Overloaded {
			idle++
			continue
		}
		f.Table.Rows = append(f.Table.Rows, []string{
			named(in, in.Team(l.Team)), l.Contact, carries(in, &l), size(in, l.Size), in.Int(l.Functions),
			in.Int(l.Patterns), in.Int(l.Tickets), in.Number(l.PersonHours),
		})
	}
	if idle > 0 {
		f.Table.Note = in.Count(idle, "%d more team is asked for nothing this time.", "%d more teams are asked for nothing this time.")
	}
	drawn := slices.DeleteFunc(slices.Clone(a.Load), func(l result.Load) bool { return l.Tickets == 0 })
	drawn = drawn[:min(len(drawn), loadBars)]
	if len(drawn) < 2 {
		return f, nil
	}
	f.Height = 40 + 28*len(drawn)
	var err error
	f.Option, err = option(loadChart(in, drawn))
	return f, err
}

func loadChart(in words.Writer, load []result.Load) *charts.Bar {
	names, tickets := make([]string, len(load)), make([]int, len(load))
	for i, l := range load {
		names[i], tickets[i] = named(in, in.Team(l.Team)), l.Tickets
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("item", false, opts.Grid{Left: "0", Right: "40", Top: "0", Bottom: "4"})...)
	bar.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", MinInterval: 1}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{
			Interval: "0", Width: 160, Overflow: "truncate", ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true),
		}}))
	bar.SetXAxis(names)
	bar.AddSeries(in.Text("tickets"), barData(tickets), charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right"}))
	bar.XYReversal()
	return bar
}

func carries(in words.Writer, l *result.Load) string {
	answer := in.Text("yes")
	if l.Overloaded {
		answer = in.Text("too much")
	}
	return answer + ": " + in.LoadReason(l)
}

func size(in words.Writer, n int) string {
	if n == 0 {
		return in.Text("not configured")
	}
	return in.Int(n)
}
