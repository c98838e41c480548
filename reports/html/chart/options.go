package chart

import (
	"encoding/json"
	"fmt"
	"html/template"
	"regexp"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
)

// chart is the part of a go-echarts chart that is used here: its options, and
// never its renderer.
type chart interface {
	Validate()
	JSON() map[string]any
}

// option returns the options of c as JSON that is safe inside a script
// element: encoding/json escapes <, > and &.
func option(c chart) (template.JS, error) {
	c.Validate()
	b, err := json.Marshal(c.JSON())
	if err != nil {
		return "", fmt.Errorf("encoding chart options: %w", err)
	}
	return template.JS(bare.ReplaceAll(b, []byte("$1"))), nil
}

// bare matches data that hold only a number, which ECharts reads without the braces
// as well. No text can match, as JSON escapes its quotes.
var bare = regexp.MustCompile(`\{"value":(-?[0-9.eE+-]+|"-")\}`)

// plain are the options that all charts share. Colours are not among them:
// the page sets them for light, dark and paper.
func plain(trigger string, legend bool, grid opts.Grid) []charts.GlobalOpts {
	grid.ContainLabel = opts.Bool(true)
	return []charts.GlobalOpts{
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: trigger}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(legend), Top: "0", Left: "0"}),
		charts.WithGridOpts(grid),
	}
}

// weeksShown is how many weeks time lines go back: a year shows each season
// once, and more would make bars too thin to read.
const weeksShown = 52

// recent returns the range of weeks that time lines show, as positions in weeks
// and counts: from is the first, to is after the last.
func recent(weeks []result.Day, counts []int) (from, to int) {
	to = min(len(weeks), len(counts))
	return max(0, to-weeksShown), to
}

// countAxis is a y axis for whole numbers.
func countAxis(name string) opts.YAxis {
	return opts.YAxis{Type: "value", Name: name, MinInterval: 1}
}

func barData[T any](values []T) []opts.BarData {
	out := make([]opts.BarData, len(values))
	for i, v := range values {
		out[i] = opts.BarData{Value: v}
	}
	return out
}
