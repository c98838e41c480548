package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// resolveFigure shows how long tickets take.
func resolveFigure(a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "chart-resolve",
		Title: "Are tickets resolved faster or slower than before?",
		Caption: "Bars are the middle time from opened to resolved of the tickets that were resolved in a week: half took less, " +
			"half took more. The line is the mean of four weeks, which shows the direction.",
		Height: 200,
		Table:  table{Head: []string{"Week from", "Middle time to resolve", "Mean of four weeks"}, Numeric: 1, Days: true},
	}
	d := a.Desk
	from, to := recent(d.Weeks, d.Weekly)
	if len(d.WeeklyHours) < to || !hasValue(d.WeeklyHours) {
		return f, nil
	}
	weeks, hours := d.Weeks[from:to], d.WeeklyHours[from:to]
	bars, line := make([]any, len(weeks)), make([]opts.LineData, len(weeks))
	for i := range weeks {
		bars[i], line[i].Value = missing, missing
		row := []string{words.Date(weeks[i]), "none resolved", ""}
		if hours[i] != nil {
			bars[i], row[1] = rounded(*hours[i]), words.Duration(*hours[i])
		}
		if m, ok := mean(hours[max(0, i+1-trendWeeks) : i+1]); ok && i+1 >= trendWeeks {
			line[i].Value, row[2] = rounded(m), words.Duration(m)
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	f.Caption += trend(hours, words.Duration)
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(opts.YAxis{Type: "value", AxisLabel: &opts.AxisLabel{Formatter: "{value} h"}}))
	bar.SetXAxis(weekNames(weeks))
	bar.AddSeries("hours, middle of the week", barData(bars))
	smooth := charts.NewLine()
	smooth.AddSeries("mean of four weeks", line, charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(false)}),
		charts.WithLineStyleOpts(opts.LineStyle{Width: 2.5}))
	bar.Overlap(smooth)
	var err error
	f.Option, err = option(bar)
	return f, err
}
