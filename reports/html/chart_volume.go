package html

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const surge = 4.0 / 3 // of the middle week

// volumeFigure shows how many tickets the whole desk got.
func volumeFigure(a *result.Analysis) (figure, error) {
	from, to := recent(a.Desk.Weeks, a.Desk.Weekly)
	weeks, counts := a.Desk.Weeks[from:to], a.Desk.Weekly[from:to]
	f := figure{
		ID:    "chart-volume",
		Title: "Was the whole desk busier than usual?",
		Caption: "Bars are all tickets per week, named by the week's first day; strong ones are a surge, a third or more above the " +
			"middle week. A week in which everything rose makes no pattern: what is expected of each issue rises with it.",
		Height: 200,
		Table:  table{Head: []string{"Week from", "Tickets", "Against the middle week"}, Numeric: 1, Days: true},
	}
	if from > 0 {
		f.Table.Note = words.Count(from, "earlier week is", "earlier weeks are") + " not shown."
	}
	if len(weeks) == 0 {
		return f, nil
	}
	middle := middleOf(counts)
	usual, surges := make([]any, len(weeks)), make([]any, len(weeks))
	for i, n := range counts {
		against := words.Percent(float64(n) / max(middle, 1))
		usual[i], surges[i] = n, missing
		if float64(n) >= surge*middle && n > 0 {
			usual[i], surges[i] = missing, n
			against += ", a surge"
		}
		f.Table.Rows = append(f.Table.Rows, []string{words.Date(weeks[i]), words.Int(n), against})
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", false, opts.Grid{Left: "0", Right: "12", Top: "12", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(weeks))
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "tickets"})
	bar.AddSeries("tickets", barData(usual), stacked)
	bar.AddSeries("tickets, a surge", barData(surges), stacked)
	var err error
	f.Option, err = option(bar)
	return f, err
}

// middleOf is the upper median.
func middleOf(counts []int) float64 {
	sorted := slices.Sorted(slices.Values(counts))
	return float64(sorted[len(sorted)/2])
}
