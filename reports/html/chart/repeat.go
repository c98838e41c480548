package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const trendWeeks = 4 // a month against the month before

// repeatFigure shows the share of tickets that repeat an issue others had lately.
func repeatFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "chart-repeat",
		Title:   in.Text("Repeat work"),
		Caption: repeatCaption(in, a.People),
		Height:  200,
		Table:   Table{Head: []string{in.Text("Week from"), in.Text("Tickets"), in.Text("Repeat work"), in.Text("Share")}, Numeric: 1, Days: true},
	}
	d := a.Desk
	from, to := recent(d.Weeks, d.Weekly)
	if len(d.WeeklyRepeat) < to || !slices.ContainsFunc(d.WeeklyRepeat[from:to], func(n *int) bool { return n != nil }) {
		return f, nil
	}
	weeks, all, repeated := d.Weeks[from:to], d.Weekly[from:to], d.WeeklyRepeat[from:to]
	percent := make([]any, len(weeks))
	for i := range weeks {
		percent[i] = missing
		row := []string{in.Date(weeks[i]), in.Int(all[i]), in.Text("unknown"), in.Text("unknown")}
		if repeated[i] != nil {
			row[2], row[3] = in.Int(*repeated[i]), in.Text("no tickets")
			if all[i] > 0 {
				x := float64(*repeated[i]) / float64(all[i])
				percent[i], row[3] = rounded(100*x), in.Percent(x)
			}
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	f.Caption += repeatTrend(in, all, repeated)
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", false, opts.Grid{Left: "0", Right: "12", Top: "12", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, Max: 100, AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr(in.Text("%s%%", "{value}"))}}))
	bar.SetXAxis(weekNames(in, weeks))
	bar.AddSeries(in.Text("percent"), barData(percent))
	var err error
	f.Option, err = option(bar)
	return f, err
}

func repeatCaption(in words.Writer, people int) string {
	text := in.Text("Bars are the share of a week's tickets that are repeat work: at least %d other people opened a ticket of the same issue in the "+
		"%d days before.", result.RepeatPeople, result.RepeatDays)
	if people == 0 {
		text = in.Text("Bars are the share of a week's tickets that are repeat work: at least %d other tickets of the same issue came in the %d days before.", result.RepeatPeople, result.RepeatDays)
	}
	return text + " " + in.Text("The first weeks of the export are unknown.")
}

// repeatTrend compares the share of the last weeks with that of the weeks before,
// over all their tickets, as the stored run does; "" if a week is unknown.
func repeatTrend(in words.Writer, all []int, repeated []*int) string {
	last, okLast := repeatShare(all, repeated, len(all)-trendWeeks)
	before, okBefore := repeatShare(all, repeated, len(all)-2*trendWeeks)
	switch {
	case !okLast:
		return ""
	case !okBefore:
		return " " + in.Text("Of the last four weeks it is %s.", in.Percent(last))
	}
	return " " + in.Text("Of the last four weeks it is %s, of the four before %s.", in.Percent(last), in.Percent(before))
}

// repeatShare is the share in the trendWeeks weeks that begin at from; false if it
// is unknown.
func repeatShare(all []int, repeated []*int, from int) (float64, bool) {
	if from < 0 {
		return 0, false
	}
	of, again := 0, 0
	for i := from; i < from+trendWeeks; i++ {
		if repeated[i] == nil {
			return 0, false
		}
		of, again = of+all[i], again+*repeated[i]
	}
	return float64(again) / float64(max(of, 1)), of > 0
}

// trend returns a sentence that compares the mean of the last weeks with that of
// the weeks before; "" if either is unknown.
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
