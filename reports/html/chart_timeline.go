package html

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const missing = "-" // what ECharts takes for no value

// timelineFigure shows the weeks of one pattern: seen, expected and the window.
func timelineFigure(p *result.Pattern, desk *result.Desk, id string) (figure, error) {
	n := min(len(p.Weekly), len(desk.Weeks))
	f := figure{
		ID:      id,
		Title:   "When did it come in?",
		Caption: timelineCaption(p),
		Height:  220,
		Table:   timelineTable(p, desk, n),
	}
	if n == 0 {
		return f, nil
	}
	before, window := splitAtWindow(p, desk.Weeks[:n])
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(desk.Weeks[:n]))
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "seen"})
	bar.AddSeries("seen before", barData(before), stacked)
	bar.AddSeries("seen in the window", barData(window), stacked)
	if hasValue(p.ExpectedWeekly) {
		bar.Overlap(expectedLine(p, n))
	}
	var err error
	f.Option, err = option(bar)
	return f, err
}

func timelineCaption(p *result.Pattern) string {
	text := "Bars are tickets per week, named by the week's first day. The dark bars are the window of this pattern (" + words.Span(p.Window) + ")."
	switch {
	case p.Expected == nil:
		return text + " There is no baseline yet, so nothing can be called expected."
	case !hasValue(p.ExpectedWeekly):
		return text
	}
	return text + " The dashed line is what would be expected; bars well above it are the news."
}

func timelineTable(p *result.Pattern, desk *result.Desk, n int) table {
	t := table{Head: []string{"Week from", "Seen", "Expected"}, Numeric: 1, Days: true}
	for i := range n {
		expected := "none"
		if i < len(p.ExpectedWeekly) && p.ExpectedWeekly[i] != nil {
			expected = words.Number(*p.ExpectedWeekly[i])
		}
		t.Rows = append(t.Rows, []string{words.Date(desk.Weeks[i]), words.Int(p.Weekly[i]), expected})
	}
	return t
}

func expectedLine(p *result.Pattern, n int) *charts.Line {
	data := make([]opts.LineData, n)
	for i := range data {
		data[i].Value = missing
		if i < len(p.ExpectedWeekly) && p.ExpectedWeekly[i] != nil {
			data[i].Value = rounded(*p.ExpectedWeekly[i])
		}
	}
	line := charts.NewLine()
	line.AddSeries("expected", data,
		charts.WithLineChartOpts(opts.LineChart{Step: "middle", ShowSymbol: opts.Bool(false)}),
		charts.WithLineStyleOpts(opts.LineStyle{Type: "dashed", Width: 2}))
	return line
}

// rounded keeps three significant digits, so that the page stays small.
func rounded(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	return y
}

func hasValue(values []*float64) bool {
	for _, v := range values {
		if v != nil {
			return true
		}
	}
	return false
}

func weekNames(weeks []result.Day) []string {
	names := make([]string, len(weeks))
	for i, w := range weeks {
		names[i] = words.DayMonth(w)
	}
	return names
}

// splitAtWindow puts each week's count into one of two series, so that the
// pattern's window differs in colour and, in print, in grey.
func splitAtWindow(p *result.Pattern, weeks []result.Day) (before, window []any) {
	first, last := windowWeeks(p.Window, weeks)
	before, window = make([]any, len(weeks)), make([]any, len(weeks))
	for i := range weeks {
		before[i], window[i] = p.Weekly[i], missing
		if first >= 0 && i >= first && i <= last {
			before[i], window[i] = missing, p.Weekly[i]
		}
	}
	return before, window
}

// windowWeeks returns the positions of the first and last week that window
// touches, -1 if it touches none. A week reaches to the day before the next.
func windowWeeks(window result.Span, weeks []result.Day) (first, last int) {
	first, last = -1, -1
	for i, w := range weeks {
		ends := i+1 == len(weeks) || weeks[i+1] > window.From
		if w > window.To || !ends {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}
