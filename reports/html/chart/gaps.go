package chart

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// gapsFigure lists the functions that nobody owns, without a chart.
func gapsFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "chart-gaps",
		Title:   in.Text("Unowned functions"),
		Caption: in.Text("Functions without a team in the owner map, and what fell into them. Each needs a decision: who owns it from now on?"),
		Table:   Table{Head: []string{in.Text("Function"), in.Text("Patterns"), in.Text("Tickets of findings")}, Numeric: 1},
		Open:    true,
	}
	for _, g := range a.Gaps {
		f.Table.Rows = append(f.Table.Rows, []string{in.Function(g.Function), in.Int(g.Patterns), in.Int(g.Tickets)})
	}
	return f, nil
}
