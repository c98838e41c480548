package html

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/reports/words"
)

// runsShown is how many runs the series go back: a year of weekly runs.
const runsShown = 52

// runsFigure shows the desk's own trend over the runs that are remembered.
func runsFigure(in words.Writer, a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "chart-runs",
		Title: in.Text("Are escalations answered, and do fixes hold?"),
		Caption: in.Text("Bars are escalations asked for the first time in a run, and the answers since the run before. " +
			"A fix counts as quiet if no ticket came in the four weeks after it."),
		Height: 200,
		Table: table{Head: []string{in.Text("Run of"), in.Text("Asked"), in.Text("Accepted"), in.Text("Declined"), in.Text("Days to answer"),
			in.Text("Quiet after a fix"), in.Text("Repeat work"), in.Text("Middle time to resolve"), in.Text("Gaps")},
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
		in.Date(r.Day), in.Int(r.Escalated), in.Int(r.Accepted), in.Int(r.Declined), written(in, r.AnswerDays, in.Number), quietOf(in, r),
		written(in, r.Repeat, in.Percent), written(in, r.HoursMedian, in.Duration), in.Int(r.Gaps),
	}
}

// written formats a number that may be missing.
func written(in words.Writer, x *float64, format func(float64) string) string {
	if x == nil {
		return in.Text("none")
	}
	return format(*x)
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
		parts = append(parts, in.Text("Nobody owns %s, since %s.", g.Function, in.Date(g.Since)))
	}
	return strings.Join(parts, " ")
}

// fixesFigure shows what became of issues after their fixes and after declared
// changes.
func fixesFigure(in words.Writer, a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "table-fixes",
		Title: in.Text("Did the fixes hold?"),
		Caption: in.Text("Tickets since the day of a fix against what the four weeks before it would have gone on to. " +
			"The interval holds the true share with 95%% confidence. A declared change need not be the cause of what came after it."),
		Table: table{Head: []string{in.Text("Issue"), in.Text("Fix or change"), in.Text("Since"), in.Text("Verdict"), in.Text("Seen"), in.Text("Expected"),
			in.Text("Seen of expected"), in.Text("Tickets prevented"), in.Text("Hours prevented")}, Numeric: 4},
	}
	for _, x := range a.Fixes {
		f.Table.Rows = append(f.Table.Rows, []string{words.Short(x.Label, 70), fixName(in, x), in.Date(x.On), verdict(in, x.Verdict), in.Int(x.Seen),
			in.Number(x.Expected), shareInterval(in, x), prevented(in, x), written(in, x.Hours, in.Number)})
	}
	f.Open = true
	return f, nil
}

var verdictNames = map[result.Verdict]say.English{
	result.VerdictHolds: "holds",
	result.VerdictEarly: "too early to say",
	result.VerdictNot:   "does not hold",
	result.VerdictBack:  "came back",
	result.VerdictWorse: "more than before",
}

func verdict(in words.Writer, v result.Verdict) string {
	if name, ok := verdictNames[v]; ok {
		return in.Text(name)
	}
	return string(v)
}

func fixName(in words.Writer, x result.FixCheck) string {
	if x.Change != "" {
		return in.Text("change %s", x.Change)
	}
	return in.Text("fix, %s", words.Short(x.Where, 60))
}

func shareInterval(in words.Writer, x result.FixCheck) string {
	if x.High == nil {
		return in.Text("%s or more", in.Percent(x.Low))
	}
	return in.Text("%s to %s", in.Percent(x.Low), in.Percent(*x.High))
}

func prevented(in words.Writer, x result.FixCheck) string {
	if x.Prevented <= 0 {
		return in.Text("none")
	}
	return in.Text("%s (%s to %s)", in.Number(x.Prevented), in.Number(max(x.PreventedLow, 0)), in.Number(x.PreventedHigh))
}
