package html

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const missing = "-" // what ECharts takes for no value

// timeline is what a pattern's weeks hold, cut to those that are shown.
type timeline struct {
	weeks    []result.Day
	seen     []int
	expected []*float64 // beside weeks; nil where nothing is expected
	window   result.Span
	earlier  int // weeks left out before the first
}

func newTimeline(p *result.Pattern, weeks []result.Day) timeline {
	from, to := recent(weeks, p.Weekly)
	l := timeline{weeks: weeks[from:to], seen: p.Weekly[from:to], expected: make([]*float64, to-from), window: p.Window, earlier: from}
	if from < len(p.ExpectedWeekly) {
		copy(l.expected, p.ExpectedWeekly[from:])
	}
	return l
}

// timelineFigure shows the weeks of one pattern: seen, expected and the window.
func timelineFigure(p *result.Pattern, desk *result.Desk, id string) (figure, error) {
	l := newTimeline(p, desk.Weeks)
	f := figure{
		ID:      id,
		Title:   "When did it come in?",
		Caption: timelineCaption(p, l),
		Height:  220,
		Table:   timelineTable(l),
	}
	if len(l.weeks) == 0 {
		return f, nil
	}
	before, window := l.split()
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(l.weeks))
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "seen"})
	bar.AddSeries("seen before", barData(before), stacked)
	bar.AddSeries("seen in the window", barData(window), stacked)
	if hasValue(l.expected) {
		bar.Overlap(expectedLine(l.expected))
	}
	var err error
	f.Option, err = option(bar)
	return f, err
}

func timelineCaption(p *result.Pattern, l timeline) string {
	text := "Bars are tickets per week, named by the week's first day. The dark bars are the window of this pattern (" + words.Span(p.Window) + ")."
	switch {
	case p.Expected == nil:
		return text + " There is no baseline yet, so nothing can be called expected."
	case !hasValue(l.expected):
		return text
	}
	return text + " The dashed line is what would be expected; bars well above it are the news."
}

func timelineTable(l timeline) table {
	t := table{Head: []string{"Week from", "Seen", "Expected"}, Numeric: 1, Days: true}
	for i, week := range l.weeks {
		expected := "none"
		if e := l.expected[i]; e != nil {
			expected = words.Number(*e)
		}
		t.Rows = append(t.Rows, []string{words.Date(week), words.Int(l.seen[i]), expected})
	}
	if l.earlier > 0 {
		t.Note = words.Count(l.earlier, "earlier week is", "earlier weeks are") + " not shown."
	}
	return t
}

func expectedLine(expected []*float64) *charts.Line {
	data := make([]opts.LineData, len(expected))
	for i, e := range expected {
		data[i].Value = missing
		if e != nil {
			data[i].Value = rounded(*e)
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

// split puts each week's count into one of two series, so that the pattern's
// window differs in colour and, in print, in grey.
func (l timeline) split() (before, window []any) {
	first, last := windowWeeks(l.window, l.weeks)
	before, window = make([]any, len(l.weeks)), make([]any, len(l.weeks))
	for i, n := range l.seen {
		before[i], window[i] = n, missing
		if first >= 0 && i >= first && i <= last {
			before[i], window[i] = missing, n
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
