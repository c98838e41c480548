package html

import (
	"cmp"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const (
	heatmapSide     = 16 // most departments and most categories shown
	heatmapRow      = 26 // CSS pixels
	surpriseCeiling = 6  // a p-value of one in a million; more is as dark
)

// heatmapFigure shows where the last window was surprising, not where it was
// merely busy.
func heatmapFigure(in words.Writer, a *result.Analysis) (figure, error) {
	f := figure{
		ID:    "chart-heatmap",
		Title: in.Text("Where were there more tickets than usual?"),
		Caption: in.Text("Each field is one department and one category in the last %d days. "+
			"The number is how many tickets came in. The stronger the colour, the harder it is to put down to chance: "+
			"full colour is less than 1 in %d. A busy field that is always busy stays pale.", a.Desk.WindowDays, 1_000_000),
	}
	cells := surprising(a.Desk.Cells)
	departments := strongest(cells, func(c *result.Cell) string { return c.Department })
	categories := strongest(cells, func(c *result.Cell) string { return c.Category })
	shown := slices.DeleteFunc(slices.Clone(cells), func(c result.Cell) bool {
		return !slices.Contains(departments, c.Department) || !slices.Contains(categories, c.Category)
	})
	f.Table = heatmapTable(in, shown, len(a.Desk.Cells)-len(shown))
	f.Height = 110 + heatmapRow*len(departments)
	if !slices.ContainsFunc(shown, func(c result.Cell) bool { return c.PValue != nil }) {
		f.Caption = in.Text("Each line is one department and one category in the last days. Nothing can be called unusual, as there is no baseline yet.")
		return f, nil
	}
	var err error
	f.Option, err = option(heatmap(in, shown, departments, categories))
	return f, err
}

// surprising returns the cells with tickets, most surprising first, and among
// equals the larger and then by name.
func surprising(cells []result.Cell) []result.Cell {
	out := slices.DeleteFunc(slices.Clone(cells), func(c result.Cell) bool { return c.Tickets == 0 })
	slices.SortFunc(out, func(a, b result.Cell) int {
		return cmp.Or(cmp.Compare(surprise(&b), surprise(&a)), cmp.Compare(b.Tickets, a.Tickets),
			cmp.Compare(a.Department, b.Department), cmp.Compare(a.Category, b.Category))
	})
	return out
}

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

func heatmap(in words.Writer, cells []result.Cell, departments, categories []string) *charts.HeatMap {
	data := make([]opts.HeatMapData, len(cells))
	for i, c := range cells {
		data[i] = opts.HeatMapData{
			Name:  named(in, c.Department) + ", " + named(in, c.Category) + ": " + in.Text("%s, %s expected", in.Tickets(c.Tickets), in.Optional(c.Expected)),
			Value: []any{slices.Index(categories, c.Category), slices.Index(departments, c.Department), rounded(surprise(&c)), c.Tickets},
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
			Orient: "horizontal", Left: "0", Bottom: "0", Text: []string{in.Text("hard to put down to chance"), in.Text("usual")},
		}))
	m.AddSeries(in.Text("tickets"), data, charts.WithLabelOpts(opts.Label{Show: opts.Bool(true)}))
	return m
}

func heatmapTable(in words.Writer, cells []result.Cell, hidden int) table {
	t := table{Head: []string{in.Text("Department"), in.Text("Category"), in.Text("Tickets"), in.Text("Expected"), in.Text("By chance")}, Numeric: 2}
	for _, c := range cells {
		chance := in.Text("no baseline")
		if c.PValue != nil {
			chance = in.Odds(*c.PValue)
		}
		t.Rows = append(t.Rows, []string{named(in, c.Department), named(in, c.Category), in.Int(c.Tickets), in.Optional(c.Expected), chance})
	}
	if hidden > 0 {
		t.Note = in.Count(hidden, "%d more pair is less unusual and only in %s.", "%d more pairs are less unusual and only in %s.", "patterns.json")
	}
	return t
}

func allNamed(in words.Writer, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = named(in, n)
	}
	return out
}

// named writes a name of a chart's axis: one line, not endless, never empty.
func named(in words.Writer, s string) string {
	if s == "" {
		return in.Text("(not given)")
	}
	return words.Short(s, 60)
}
