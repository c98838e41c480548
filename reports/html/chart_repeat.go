package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const trendWeeks = 4 // a month against the month before

// repeatFigure shows how much of the desk's work has come in before.
func repeatFigure(in words.Writer, a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "chart-repeat",
		Title: in.Text("How much of the work is repeat work?"),
		Caption: in.Text("Bars are the share of a week's tickets that belong to a recurring issue: others said the same before or after. " +
			"The higher they are, the more is worth removing at its cause."),
		Height: 200,
		Table:  table{Head: []string{in.Text("Week from"), in.Text("Tickets"), in.Text("In recurring issues"), in.Text("Share")}, Numeric: 1, Days: true},
	}
	d := a.Desk
	from, to := recent(d.Weeks, d.Weekly)
	if len(d.WeeklyInIssues) < to || from == to {
		return f, nil
	}
	weeks, all, repeated := d.Weeks[from:to], d.Weekly[from:to], d.WeeklyInIssues[from:to]
	shares := make([]*float64, len(weeks))
	percent := make([]any, len(weeks))
	for i := range weeks {
		share := in.Percent(0)
		percent[i] = missing
		if all[i] > 0 {
			x := float64(repeated[i]) / float64(all[i])
			shares[i], percent[i], share = &x, rounded(100*x), in.Percent(x)
		}
		f.Table.Rows = append(f.Table.Rows, []string{in.Date(weeks[i]), in.Int(all[i]), in.Int(repeated[i]), share})
	}
	f.Caption += trend(in, shares, in.Percent)
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", false, opts.Grid{Left: "0", Right: "12", Top: "12", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, Max: 100, AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr(in.Text("%s%%", "{value}"))}}))
	bar.SetXAxis(weekNames(in, weeks))
	bar.AddSeries(in.Text("percent"), barData(percent))
	var err error
	f.Option, err = option(bar)
	return f, err
}

// trend adds a sentence that compares the mean of the last weeks with that of the weeks before; ""
// if either holds nothing.
func trend(in words.Writer, weekly []*float64, write func(float64) string) string {
	if len(weekly) < 2*trendWeeks {
		return ""
	}
	last, okLast := mean(weekly[len(weekly)-trendWeeks:])
	before, okBefore := mean(weekly[len(weekly)-2*trendWeeks : len(weekly)-trendWeeks])
	if !okLast || !okBefore {
		return ""
	}
	return " " + in.Text("The last four weeks had %s on average, the four before %s.", write(last), write(before))
}

func mean(values []*float64) (float64, bool) {
	sum, n := 0.0, 0
	for _, v := range values {
		if v != nil {
			sum += *v
			n++
		}
	}
	return sum / float64(max(n, 1)), n > 0
}
