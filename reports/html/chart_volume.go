package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// volumeFigure shows how many tickets the whole desk got.
func volumeFigure(a *result.Analysis) (figure, error) {
	from, to := recent(a.Desk.Weeks, a.Desk.Weekly)
	weeks, counts := a.Desk.Weeks[from:to], a.Desk.Weekly[from:to]
	f := figure{
		ID:    "chart-volume",
		Title: "Was the whole desk busier than usual?",
		Caption: "Bars are all tickets per week, named by the week's first day. A week in which everything rose makes " +
			"no pattern: what is expected of each issue rises with it.",
		Height: 200,
		Table:  table{Head: []string{"Week from", "Tickets"}, Numeric: 1, Days: true},
	}
	if from > 0 {
		f.Table.Note = words.Count(from, "earlier week is", "earlier weeks are") + " not shown."
	}
	for i := range weeks {
		f.Table.Rows = append(f.Table.Rows, []string{words.Date(weeks[i]), words.Int(counts[i])})
	}
	if len(weeks) == 0 {
		return f, nil
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", false, opts.Grid{Left: "0", Right: "12", Top: "12", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(weeks))
	bar.AddSeries("tickets", barData(counts))
	var err error
	f.Option, err = option(bar)
	return f, err
}
