package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const (
	heatmapSide     = 16 // most departments and most categories shown
	heatmapRow      = 26 // CSS pixels
	surpriseCeiling = 6  // a p-value of one in a million; more is as dark
	findingMark     = "◆"
)

// heatmapFigure shows where the last window differs from what is expected, not
// where it was busiest.
func heatmapFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	h := newHeatmap(in, a)
	f := Figure{ID: "chart-heatmap", Title: in.Text("Where more people report something than usual"), Caption: h.caption(a.Desk.WindowDays)}
	if !h.people {
		f.Title = in.Text("Where more tickets come in than usual")
	}
	cells := surprising(a.Desk.Cells)
	departments := strongest(cells, func(c *result.Cell) string { return c.Department })
	categories := strongest(cells, func(c *result.Cell) string { return c.Category })
	shown := slices.DeleteFunc(slices.Clone(cells), func(c result.Cell) bool {
		return !slices.Contains(departments, c.Department) || !slices.Contains(categories, c.Category)
	})
	f.Table = h.table(shown, len(a.Desk.Cells)-len(shown))
	f.Height = 110 + heatmapRow*len(departments)
	if !slices.ContainsFunc(shown, func(c result.Cell) bool { return c.PValue != nil }) {
		f.Caption = in.Text("Each line is one place and one category in the last days. There is no baseline yet, so nothing can be called unusual.")
		return f, nil
	}
	var err error
	f.Option, err = option(h.chart(shown, departments, categories))
	return f, err
}

// heatmap counts in one unit: people, as patterns do, or tickets if the export
// names no requesters.
type heatmap struct {
	in     words.Writer
	people bool
	labels map[string]string // of emerging patterns, by id
	marked int               // how many of them lie in a field
}

func newHeatmap(in words.Writer, a *result.Analysis) heatmap {
	h := heatmap{in: in, people: a.People > 0, labels: map[string]string{}}
	for i := range a.Patterns {
		if p := &a.Patterns[i]; p.Kind == result.Emerging {
			h.labels[p.ID] = p.Label
		}
	}
	for id := range h.labels {
		if slices.ContainsFunc(a.Desk.Cells, func(c result.Cell) bool { return slices.Contains(c.PatternIDs, id) }) {
			h.marked++
		}
	}
	return h
}

func (h heatmap) caption(days int) string {
	text := h.in.Text("Each field is a %s and a category in the last %d days, with the number of people who opened tickets.", h.in.Field("department"), days)
	if !h.people {
		text = h.in.Text("Each field is a %s and a category in the last %d days, with the number of tickets.", h.in.Field("department"), days)
	}
	return text + " " + h.in.Text("The stronger the colour, the less chance explains it: full colour is less than 1 in %d. A field that is always busy stays pale.", 1_000_000) + h.findingsIn()
}

// findingsIn says which fields are marked, and how many findings mark none.
func (h heatmap) findingsIn() string {
	if len(h.labels) == 0 {
		return ""
	}
	text := " " + h.in.Text("A frame and %s mark a finding.", findingMark)
	if more := len(h.labels) - h.marked; more > 0 {
		text += " " + h.in.Count(more, "%d finding is spread too thinly to mark a field.", "%d findings are spread too thinly to mark a field.")
	}
	return text
}

// reports writes a number of people, or of tickets.
func (h heatmap) reports(n int) string {
	if h.people {
		return h.in.People(n)
	}
	return h.in.Tickets(n)
}

// usual writes what is usual in a cell.
func (h heatmap) usual(c result.Cell) string {
	if c.Expected == nil {
		return h.in.Text("unknown")
	}
	return h.in.Usual(*c.Expected)
}

// seen compares a cell with what is usual there.
func (h heatmap) seen(c result.Cell) string {
	return h.in.Text("%s, usually %s", h.reports(c.Reports), h.usual(c))
}

// surprising returns the cells with tickets, sorted: those that hold findings
// first, then by surprise, number and name.
func surprising(cells []result.Cell) []result.Cell {
	out := slices.DeleteFunc(slices.Clone(cells), func(c result.Cell) bool { return c.Tickets == 0 })
	slices.SortFunc(out, func(a, b result.Cell) int {
		return cmp.Or(cmp.Compare(marked(b), marked(a)), cmp.Compare(surprise(&b), surprise(&a)), cmp.Compare(b.Reports, a.Reports),
			cmp.Compare(a.Department, b.Department), cmp.Compare(a.Category, b.Category))
	})
	return out
}

// marked is 1 for a cell that holds a finding, and 0 for others.
func marked(c result.Cell) int { return min(len(c.PatternIDs), 1) }

// surprise is -log10 of the p-value, between 0 and surpriseCeiling.
func surprise(c *result.Cell) float64 {
	switch {
	case c.PValue == nil:
		return 0
	case *c.PValue <= 0:
		return surpriseCeiling
	}
	return min(surpriseCeiling, max(0, -math.Log10(*c.PValue)))
}

// strongest returns the first names that occur in cells, at most heatmapSide.
func strongest(cells []result.Cell, name func(*result.Cell) string) []string {
	var out []string
	for i := range cells {
		if n := name(&cells[i]); len(out) < heatmapSide && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// chart draws the fields that hold findings last, so that their frames lie on top.
func (h heatmap) chart(cells []result.Cell, departments, categories []string) *charts.HeatMap {
	in := h.in
	cells = slices.Clone(cells)
	slices.SortStableFunc(cells, func(a, b result.Cell) int { return cmp.Compare(marked(a), marked(b)) })
	data := make([]opts.HeatMapData, len(cells))
	for i, c := range cells {
		mark := ""
		if len(c.PatternIDs) > 0 {
			mark = " " + findingMark
		}
		data[i] = opts.HeatMapData{
			Name:  named(in, c.Department) + ", " + named(in, c.Category) + ": " + h.seen(c),
			Value: []any{slices.Index(categories, c.Category), slices.Index(departments, c.Department), rounded(surprise(&c)), c.Reports, mark},
		}
	}
	m := charts.NewHeatMap()
	m.SetGlobalOptions(plain("item", false, opts.Grid{Left: "0", Right: "8", Top: "0", Bottom: "48"})...)
	m.SetGlobalOptions(
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: "{b}"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: allNamed(in, categories), AxisLabel: &opts.AxisLabel{
			Interval: "0", Rotate: 35, Width: 110, Overflow: "truncate", ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true),
		}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Data: allNamed(in, departments), Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{
			Interval: "0", Width: 130, Overflow: "truncate", ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true),
		}}),
		charts.WithVisualMapOpts(opts.VisualMap{
			Type: "continuous", Min: 0, Max: surpriseCeiling, Dimension: "2", Calculable: opts.Bool(false),
			Orient: "horizontal", Left: "0", Bottom: "0", Text: []string{in.Text("unusual"), in.Text("usual")},
		}))
	m.AddSeries(in.Text("tickets"), data, charts.WithLabelOpts(opts.Label{Show: opts.Bool(true)}))
	return m
}

func (h heatmap) table(cells []result.Cell, hidden int) Table {
	in := h.in
	t := Table{Head: []string{words.Capital(in.Field("department")), in.Text("Category"), in.Text("Findings"), in.Text("People"), in.Text("Usual"), in.Text("By chance"), in.Text("Tickets")}, Numeric: 3}
	if !h.people {
		t.Head = slices.Delete(t.Head, 3, 4)
	}
	for _, c := range cells {
		chance := in.Text("no baseline")
		if c.PValue != nil {
			chance = in.Odds(*c.PValue)
		}
		row := []string{named(in, c.Department), named(in, c.Category), h.findings(c.PatternIDs), in.Int(c.Reports), h.usual(c), chance, in.Int(c.Tickets)}
		if !h.people {
			row = slices.Delete(row, 3, 4)
		}
		t.Rows = append(t.Rows, row)
	}
	if hidden > 0 {
		t.Note = in.Count(hidden, "%d more pair is less unusual and only in %s.", "%d more pairs are less unusual and only in %s.", "patterns.json")
	}
	return t
}

// findings names patterns as the list does, with their ids.
func (h heatmap) findings(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		if label := h.labels[id]; label != "" {
			out[i] = text.Shorten(label, 40) + " (" + id + ")"
		}
	}
	return strings.Join(out, "; ")
}

func allNamed(in words.Writer, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = named(in, n)
	}
	return out
}

// named writes a name for an axis or a table: one line, shortened, never empty.
func named(in words.Writer, s string) string {
	if s == "" {
		return in.Text("(not given)")
	}
	return text.Shorten(s, 60)
}
