package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// resolveFigure shows how long tickets take.
func resolveFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "chart-resolve",
		Title:   in.Text("Time to resolve"),
		Caption: in.Text("Bars are the median time from opened to resolved of the tickets resolved in a week."),
		Height:  200,
		Table:   Table{Head: []string{in.Text("Week from"), in.Text("Median time to resolve"), in.Text("Mean of four weeks")}, Numeric: 1, Days: true},
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
		row := []string{in.Date(weeks[i]), in.Text("none resolved"), ""}
		if hours[i] != nil {
			bars[i], row[1] = rounded(*hours[i]), in.Duration(*hours[i])
		}
		if m, ok := mean(hours[max(0, i+1-trendWeeks) : i+1]); ok && i+1 >= trendWeeks {
			line[i].Value, row[2] = rounded(m), in.Duration(m)
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	directed := slices.ContainsFunc(line, func(d opts.LineData) bool { return d.Value != missing })
	if directed {
		f.Caption += " " + in.Text("The line is the mean of four weeks.")
	}
	f.Caption += trend(in, hours, in.Duration)
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", directed, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(opts.YAxis{Type: "value", AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr(in.Text("%s h", "{value}"))}}))
	bar.SetXAxis(weekNames(in, weeks))
	bar.AddSeries(in.Text("median hours"), barData(bars))
	if directed {
		smooth := charts.NewLine()
		smooth.AddSeries(in.Text("mean of four weeks"), line, charts.WithLineChartOpts(opts.LineChart{Symbol: "none"}),
			charts.WithLineStyleOpts(opts.LineStyle{Width: 2.5}))
		bar.Overlap(smooth)
	}
	var err error
	f.Option, err = option(bar)
	return f, err
}
