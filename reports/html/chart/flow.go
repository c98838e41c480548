package chart

import (
	"ticketpatterns/analyzer/text"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const flowBands = 20 // most bands drawn; the table has all

// flowFigure shows which groups hold tickets whose cause other teams should own.
func flowFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	head := in.Text("Resolver group")
	caption := in.Text("Tickets of all findings: left the resolver group that has them, right the team that should own the cause. " +
		"Where the two differ, one team works on another's cause.")
	if a.Desk.FlowField == "category" {
		head = in.Text("Logged as")
		caption = in.Text("Tickets of all findings: left the category they were logged under, right the team that should own the cause.")
	}
	f := Figure{
		ID:      "chart-flow",
		Title:   in.Text("From the queue to the owner"),
		Caption: caption,
		Table:   Table{Head: []string{head, in.Text("Should be owned by"), in.Text("Tickets")}, Numeric: 2},
	}
	for _, w := range a.Desk.Flow {
		f.Table.Rows = append(f.Table.Rows, []string{named(in, w.LoggedAs), owner(in, w.Team), in.Int(w.Tickets)})
	}
	drawn := a.Desk.Flow[:min(len(a.Desk.Flow), flowBands)]
	if len(drawn) < 2 {
		return f, nil
	}
	var err error
	chart, ends := flowChart(in, drawn)
	f.Height = 60 + 36*ends
	f.Option, err = option(chart)
	return f, err
}

func owner(in words.Writer, team string) string {
	if team == "" {
		return in.Text("unowned")
	}
	return named(in, in.Team(team))
}

// flowChart returns the chart and the larger number of names on one side. An arrow
// marks owners, as the chart tells nodes apart by name only and a team can be on
// both sides.
func flowChart(in words.Writer, flow []result.Flow) (chart *charts.Sankey, ends int) {
	var nodes []opts.SankeyNode
	var links []opts.SankeyLink
	depth := [2]int{0, 1}
	count := [2]int{}
	known := map[string]bool{}
	node := func(name string, side int) string {
		if !known[name] {
			known[name] = true
			count[side]++
			nodes = append(nodes, opts.SankeyNode{Name: name, Depth: &depth[side]})
		}
		return name
	}
	for _, w := range flow {
		links = append(links, opts.SankeyLink{
			Source: node(text.Shorten(named(in, w.LoggedAs), 28), 0), Target: node("→ "+text.Shorten(owner(in, w.Team), 28), 1), Value: float32(w.Tickets),
		})
	}
	chart = charts.NewSankey()
	chart.SetGlobalOptions(plain("item", false, opts.Grid{})...)
	chart.AddSeries(in.Text("tickets"), nodes, links)
	return chart, max(count[0], count[1])
}
