package html

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
func runsFigure(a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "chart-runs",
		Title: "Are escalations answered, and do fixes hold?",
		Caption: "Bars are escalations asked for the first time in a run, and the answers since the run before. " +
			"A fix counts as quiet if no ticket came in the four weeks after it.",
		Height: 200,
		Table: table{Head: []string{"Run of", "Asked", "Accepted", "Declined", "Days to answer", "Quiet after a fix", "Repeat work", "Middle time to resolve", "Gaps"},
			Numeric: 1, Days: true, Note: trendNote(a.Trend)},
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
		f.Table.Rows = append(f.Table.Rows, []string{words.Date(r.Day), words.Int(r.Escalated), words.Int(r.Accepted), words.Int(r.Declined),
			written(r.AnswerDays, words.Number), quietOf(r), written(r.Repeat, words.Percent), written(r.HoursMedian, words.Duration), words.Int(r.Gaps)})
	}
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(days))
	bar.AddSeries("asked", barData(asked))
	bar.AddSeries("accepted", barData(accepted))
	bar.AddSeries("declined", barData(declined))
	var err error
	f.Option, err = option(bar)
	return f, err
}

// written formats a number that may be missing.
func written(x *float64, format func(float64) string) string {
	if x == nil {
		return "none"
	}
	return format(*x)
}

func quietOf(r result.TrendRun) string {
	if r.Fixes == 0 {
		return "none"
	}
	return words.Int(r.FixesQuiet) + " of " + words.Int(r.Fixes)
}

// trendNote names the acceptance of each criterion and the gaps that stay open.
func trendNote(t result.Trend) string {
	var parts []string
	for _, c := range t.Criteria {
		if c.Accepted+c.Declined > 0 {
			parts = append(parts, "Criterion "+c.Criterion+": "+words.Int(c.Accepted)+" accepted, "+words.Int(c.Declined)+" declined of "+words.Int(c.Asked)+" asked.")
		}
	}
	for _, g := range t.Gaps {
		parts = append(parts, "Nobody owns "+g.Function+", since "+words.Date(g.Since)+".")
	}
	return strings.Join(parts, " ")
}

// fixesFigure shows what became of issues after their fixes and after declared
// changes.
func fixesFigure(a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "table-fixes",
		Title: "Did the fixes hold?",
		Caption: "Tickets since the day of a fix against what the four weeks before it would have gone on to. " +
			"The interval holds the true share with 95 % confidence. A declared change need not be the cause of what came after it.",
		Table: table{Head: []string{"Issue", "Fix or change", "Since", "Verdict", "Seen", "Expected", "Seen of expected", "Tickets prevented", "Hours prevented"}, Numeric: 4},
	}
	for _, x := range a.Fixes {
		f.Table.Rows = append(f.Table.Rows, []string{words.Short(x.Label, 70), fixName(x), words.Date(x.On), string(x.Verdict), words.Int(x.Seen),
			words.Number(x.Expected), shareInterval(x), prevented(x), written(x.Hours, words.Number)})
	}
	f.Open = true
	return f, nil
}

func fixName(x result.FixCheck) string {
	if x.Change != "" {
		return "change " + x.Change
	}
	return "fix, " + words.Short(x.Where, 60)
}

func shareInterval(x result.FixCheck) string {
	if x.High == nil {
		return words.Percent(x.Low) + " or more"
	}
	return words.Percent(x.Low) + " to " + words.Percent(*x.High)
}

func prevented(x result.FixCheck) string {
	if x.Prevented <= 0 {
		return "none"
	}
	return words.Number(x.Prevented) + " (" + words.Number(max(x.PreventedLow, 0)) + " to " + words.Number(x.PreventedHigh) + ")"
}
