package chart

import (
	"slices"
	"strconv"
	"strings"
	"ticketpatterns/analyzer/text"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const missing = "-" // what ECharts takes for no value

// timeline holds the weeks of a pattern that are shown.
type timeline struct {
	*result.Pattern
	in       words.Writer
	weeks    []result.Day
	seen     []int
	expected []*float64 // beside weeks; nil where nothing is expected
}

func newTimeline(in words.Writer, p *result.Pattern, weeks []result.Day) timeline {
	from, to := recent(weeks, p.Weekly)
	l := timeline{Pattern: p, in: in, weeks: weeks[from:to], seen: p.Weekly[from:to], expected: make([]*float64, to-from)}
	if from < len(p.ExpectedWeekly) {
		copy(l.expected, p.ExpectedWeekly[from:])
	}
	return l
}

// Timeline returns the maker of the figure, with that id, of the weeks of p: seen
// and expected, the window, its first ticket and the changes that concern it.
func Timeline(p *result.Pattern, id string) Maker {
	return func(in words.Writer, a *result.Analysis) (Figure, error) {
		return timelineFigure(newTimeline(in, p, a.Desk.Weeks), id)
	}
}

func timelineFigure(l timeline, id string) (Figure, error) {
	in := l.in
	f := Figure{
		ID:      id,
		Title:   in.Text("When it came in"),
		Caption: l.caption(),
		Height:  156,
		Table:   l.table(),
	}
	if len(l.weeks) == 0 {
		return f, nil
	}
	before, window := l.split()
	bar := charts.NewBar()
	bar.SetGlobalOptions(plain("axis", true, opts.Grid{Left: "0", Right: "12", Top: "36", Bottom: "4"})...)
	bar.SetGlobalOptions(charts.WithYAxisOpts(countAxis("")))
	bar.SetXAxis(weekNames(in, l.weeks))
	stacked := charts.WithBarChartOpts(opts.BarChart{Stack: "seen"})
	bar.AddSeries(in.Text("before"), barData(before), stacked)
	bar.AddSeries(in.Text("in these weeks"), barData(window), append(l.marks(), stacked)...)
	if hasValue(l.expected) {
		bar.Overlap(l.expectedLine())
	}
	var err error
	f.Option, err = option(bar)
	return f, err
}

func (l timeline) caption() string {
	text := l.in.Text("Tickets by week, strong bars %s.", l.in.Span(l.Window))
	switch band := l.band(); {
	case l.Expected == nil:
		text += " " + l.in.Text("There is no baseline yet, so nothing can be called usual.")
	case band != "":
		text += " " + band
	}
	return text
}

// band says in words what the shaded band shows; "" without one.
func (l timeline) band() string {
	switch {
	case l.WeekLow == nil || l.WeekHigh == nil:
		return ""
	case *l.WeekHigh == 0:
		return l.in.Text("Usually none.")
	}
	return l.in.Text("Usually %d to %d (shaded).", *l.WeekLow, *l.WeekHigh)
}

// steady reports whether the same is expected in every week.
func (l timeline) steady() bool {
	if len(l.expected) == 0 || l.expected[0] == nil {
		return false
	}
	for _, e := range l.expected {
		if e == nil || *e != *l.expected[0] {
			return false
		}
	}
	return true
}

// table leaves out the weeks without a ticket, with a note, if no number is lost.
func (l timeline) table() Table {
	t := Table{Head: []string{l.in.Text("Week from"), l.in.Text("Tickets"), l.in.Text("Usual")}, Numeric: 1, Days: true}
	same := l.steady()
	empty := 0
	for i, week := range l.weeks {
		if l.seen[i] == 0 && (same || !hasValue(l.expected)) {
			empty++
			continue
		}
		expected := l.in.Text("unknown")
		if e := l.expected[i]; e != nil {
			expected = l.in.Usual(*e)
		}
		t.Rows = append(t.Rows, []string{l.in.Date(week), l.in.Int(l.seen[i]), expected})
	}
	if empty > 0 {
		t.Note = l.in.Count(empty, "In %d more week since %s there was none in this place.", "In %d more weeks since %s there was none in this place.", l.in.Date(l.weeks[0]))
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
	mark(l.FirstTicket, l.in.Text("first ticket %s", l.in.DayMonth(l.FirstTicket)))
	for _, c := range l.Changes {
		mark(c.Day, text.Shorten(c.ID, 24)+" "+l.in.DayMonth(c.Day))
	}
	var lines []opts.MarkLineNameXAxisItem
	for i, n := range names {
		if len(n) > 0 {
			lines = append(lines, opts.MarkLineNameXAxisItem{Name: strings.Join(n[:min(len(n), 3)], ", "), XAxis: i})
		}
	}
	return upright(lines)
}

// upright draws upright lines with their names.
func upright(lines []opts.MarkLineNameXAxisItem) []charts.SeriesOpts {
	return []charts.SeriesOpts{
		charts.WithMarkLineNameXAxisItemOpts(lines...),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none"}, Label: &opts.Label{Formatter: "{b}", Position: "end"}, LineStyle: &opts.LineStyle{Type: "dotted", Width: 1.5},
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
	line.AddSeries(l.in.Text("usual"), data,
		charts.WithLineChartOpts(opts.LineChart{Step: "middle", Symbol: "none"}),
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

func weekNames(in words.Writer, weeks []result.Day) []string {
	names := make([]string, len(weeks))
	for i, w := range weeks {
		names[i] = in.DayMonth(w)
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
