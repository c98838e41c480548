package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// runsShown is how many runs the series go back: a year of weekly runs.
const runsShown = 52

// runsFigure shows the desk's own trend over the runs that are remembered.
func runsFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:    "chart-runs",
		Title: in.Text("Answers and fixes over the runs"),
		Caption: in.Text("Bars are escalations asked for the first time, and answers since the run before. " +
			"A fix is quiet if no ticket came in the four weeks after it."),
		Height: 200,
		Table: Table{Head: []string{in.Text("Run of"), in.Text("Asked"), in.Text("Accepted"), in.Text("Declined"), in.Text("Days to answer"),
			in.Text("Quiet after a fix"), in.Text("Repeat work"), in.Text("Median time to resolve"), in.Text("Unowned functions")},
			Numeric: 1, Days: true, Note: trendNote(in, a.Trend)},
	}
	runs := a.Trend.Runs
	if len(runs) < 2 {
		return f, nil
	}
	runs = runs[max(0, len(runs)-runsShown):]
	days := make([]result.Day, len(runs))
	asked, accepted, declined := make([]any, len(runs)), make([]any, len(runs)), make([]any, len(runs))
	for i, r := range runs {
		days[i] = r.Day
		asked[i], accepted[i], declined[i] = r.Escalated, r.Accepted, r.Declined
		f.Table.Rows = append(f.Table.Rows, runRow(in, r))
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(in, days))
	bar.AddSeries(in.Text("asked"), barData(asked))
	bar.AddSeries(in.Text("accepted"), barData(accepted))
	bar.AddSeries(in.Text("declined"), barData(declined))
	var err error
	f.Option, err = option(bar)
	return f, err
}

func runRow(in words.Writer, r result.TrendRun) []string {
	return []string{
		in.Date(r.Day), in.Int(r.Escalated), in.Int(r.Accepted), in.Int(r.Declined), orNone(in, r.AnswerDays, in.Number), quietOf(in, r),
		repeatOf(in, r.Repeat), orNone(in, r.HoursMedian, in.Duration), in.Int(r.Gaps),
	}
}

// orNone formats a number that may be missing.
func orNone(in words.Writer, x *float64, format func(float64) string) string {
	if x == nil {
		return in.Text("none")
	}
	return format(*x)
}

func repeatOf(in words.Writer, share *float64) string {
	if share == nil {
		return in.Text("unknown")
	}
	return in.Percent(*share)
}

func quietOf(in words.Writer, r result.TrendRun) string {
	if r.Fixes == 0 {
		return in.Text("none")
	}
	return in.Text("%d of %d", r.FixesQuiet, r.Fixes)
}

// trendNote names the acceptance of each criterion and the gaps that stay open.
func trendNote(in words.Writer, t result.Trend) string {
	var parts []string
	for _, c := range t.Criteria {
		if c.Accepted+c.Declined > 0 {
			parts = append(parts, in.Text("Criterion %s: %d accepted, %d declined of %d asked.", c.Criterion, c.Accepted, c.Declined, c.Asked))
		}
	}
	for _, g := range t.Gaps {
		parts = append(parts, in.Text("%s: unowned since %s.", in.Function(g.Function), in.Date(g.Since)))
	}
	return strings.Join(parts, " ")
}
