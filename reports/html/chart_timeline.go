package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const missing = "-" // what ECharts takes for no value

// timeline is what a pattern's weeks hold, cut to those that are shown.
type timeline struct {
	*result.Pattern
	weeks    []result.Day
	seen     []int
	expected []*float64 // beside weeks; nil where nothing is expected
}

func newTimeline(p *result.Pattern, weeks []result.Day) timeline {
	from, to := recent(weeks, p.Weekly)
	l := timeline{Pattern: p, weeks: weeks[from:to], seen: p.Weekly[from:to], expected: make([]*float64, to-from)}
	if from < len(p.ExpectedWeekly) {
		copy(l.expected, p.ExpectedWeekly[from:])
	}
	return l
}

// timelineFigure shows the weeks of one pattern: seen and expected, the window,
// its first ticket and the changes that concern it.
func timelineFigure(p *result.Pattern, desk *result.Desk, id string) (figure, error) {
	l := newTimeline(p, desk.Weeks)
	f := figure{
		ID:      id,
		Title:   "When did it come in?",
		Caption: l.caption(),
		Height:  220,
		Table:   l.table(),
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
	bar.AddSeries("seen in the window", barData(window), append(l.marks(), stacked)...)
	if hasValue(l.expected) {
		bar.Overlap(l.expectedLine())
	}
	var err error
	f.Option, err = option(bar)
	return f, err
}

func (l timeline) caption() string {
	text := "Bars are tickets per week, named by the week's first day; the strong ones are the window of this pattern (" + words.Span(l.Window) + ")."
	switch perWeek, same := l.perWeek(); {
	case l.Expected == nil:
		text += " There is no baseline yet, so nothing can be called expected."
	case hasValue(l.expected):
		text += " The dashed line is what would be expected"
		if same {
			text += ", " + words.Number(perWeek) + " a week"
		}
		text += "." + l.band()
	}
	if len(l.Changes) > 0 {
		text += " Upright lines are its first ticket and the changes that concern these tickets: one just before the first ticket is worth a question."
	}
	return text
}

// band says in words what the shaded band shows.
func (l timeline) band() string {
	switch {
	case l.WeekLow == nil || l.WeekHigh == nil:
		return ""
	case *l.WeekHigh == 0:
		return " Nine usual weeks in ten have no such ticket at all."
	}
	return " Nine usual weeks in ten stay in the shaded band, " + words.Int(*l.WeekLow) + " to " + words.Int(*l.WeekHigh) + "."
}

// perWeek returns what is expected in every week, if that is the same in all.
func (l timeline) perWeek() (expected float64, same bool) {
	if len(l.expected) == 0 || l.expected[0] == nil {
		return 0, false
	}
	for _, e := range l.expected {
		if e == nil || *e != *l.expected[0] {
			return 0, false
		}
	}
	return *l.expected[0], true
}

// table leaves out the weeks without a ticket, and says so, if that loses no
// number.
func (l timeline) table() table {
	t := table{Head: []string{"Week from", "Seen", "Expected"}, Numeric: 1, Days: true}
	perWeek, same := l.perWeek()
	empty := 0
	for i, week := range l.weeks {
		if l.seen[i] == 0 && (same || !hasValue(l.expected)) {
			empty++
			continue
		}
		expected := "none"
		if e := l.expected[i]; e != nil {
			expected = words.Number(*e)
		}
		t.Rows = append(t.Rows, []string{words.Date(week), words.Int(l.seen[i]), expected})
	}
	if empty > 0 {
		t.Note = "In " + words.Count(empty, "more week", "more weeks") + " since " + words.Date(l.weeks[0]) + " no such ticket came in"
		if same {
			t.Note += "; " + words.Number(perWeek) + " were expected in each"
		}
		t.Note += "."
	}
	return t
}

// marks are the upright lines: the first ticket of the window and the changes,
// those of one week together.
func (l timeline) marks() []charts.SeriesOpts {
	names := make([][]string, len(l.weeks))
	mark := func(day result.Day, name string) {
		if i := weekOf(day, l.weeks); i >= 0 {
			names[i] = append(names[i], name)
		}
	}
	mark(l.FirstTicket, "first ticket "+words.DayMonth(l.FirstTicket))
	for _, c := range l.Changes {
		mark(c.Day, words.Short(c.ID, 24)+" "+words.DayMonth(c.Day))
	}
	var lines []opts.MarkLineNameXAxisItem
	for i, n := range names {
		if len(n) > 0 {
			lines = append(lines, opts.MarkLineNameXAxisItem{Name: strings.Join(n[:min(len(n), 3)], ", "), XAxis: i})
		}
	}
	return []charts.SeriesOpts{
		charts.WithMarkLineNameXAxisItemOpts(lines...),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none"}, Label: &opts.Label{Formatter: "{b}", Position: "insideEndTop"}, LineStyle: &opts.LineStyle{Type: "dotted", Width: 1.5},
		}),
	}
}

// weekOf returns the position of the week that holds day, -1 for none.
func weekOf(day result.Day, weeks []result.Day) int {
	first, _ := windowWeeks(result.Span{From: day, To: day}, weeks)
	return first
}

func (l timeline) expectedLine() *charts.Line {
	data := make([]opts.LineData, len(l.expected))
	for i, e := range l.expected {
		data[i].Value = missing
		if e != nil {
			data[i].Value = rounded(*e)
		}
	}
	line := charts.NewLine()
	line.AddSeries("expected", data,
		charts.WithLineChartOpts(opts.LineChart{Step: "middle", ShowSymbol: opts.Bool(false)}),
		charts.WithLineStyleOpts(opts.LineStyle{Type: "dashed", Width: 2}), l.shade)
	return line
}

// shade fills the band of usual weeks.
func (l timeline) shade(s *charts.SingleSeries) {
	if l.WeekLow == nil || l.WeekHigh == nil || *l.WeekHigh == 0 {
		return
	}
	s.MarkAreas = &opts.MarkAreas{Data: []any{[]opts.MarkAreaNameYAxisItem{{YAxis: *l.WeekLow}, {YAxis: *l.WeekHigh}}}}
}

// rounded keeps three significant digits, so that the page stays small.
func rounded(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	return y
}

func hasValue(values []*float64) bool {
	return slices.ContainsFunc(values, func(v *float64) bool { return v != nil })
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
	first, last := windowWeeks(l.Window, l.weeks)
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
