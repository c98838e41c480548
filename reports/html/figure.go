package html

import (
	"encoding/json"
	"fmt"
	"html/template"
	"regexp"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// figure is one chart with its table. The title is the question that it
// answers, the caption says how to read it, and the table holds the same
// numbers for readers who see no chart.
type figure struct {
	ID      string
	Title   string
	Caption string
	Option  template.JS // ECharts option as JSON; "" for the table alone
	Framed  bool        // Option lacks what the page's frame of time lines has
	Height  int         // of the chart, in CSS pixels
	Table   table
	Open    bool // the table stands open under the chart
}

// table is what a reader without charts sees. Head and every row have the
// same length; columns from Numeric on hold numbers.
type table struct {
	Head    []string
	Rows    [][]string
	Numeric int
	Days    bool   // the first column holds days and not foreign text
	Note    string // what the table leaves out; "" for nothing
}

// maker makes a figure in one language.
type maker func(words.Writer, *result.Analysis) (figure, error)

// The figures of the page, in their order: what the findings are seen against,
// and what the desk's work is made of. A figure whose table has no row is left
// out. To add one, write chart_NAME.go and put it here.
var (
	overviewFigures = []maker{
		heatmapFigure,
		flowFigure,
		volumeFigure,
		calendarFigure,
		loadFigure,
		gapsFigure,
	}
	deskFigures = []maker{
		repeatFigure,
		resolveFigure,
		paceFigure,
		functionsFigure,
		keptFigure,
		bouncedFigure,
		themesFigure,
		askedFigure,
		issuesFigure,
		runsFigure,
		fixesFigure,
		changesFigure,
	}
)

// withoutChart returns f as an open table, for a page without chart runtime.
func (f figure) withoutChart() figure {
	if f.Option != "" {
		f.Option, f.Open = "", true
	}
	return f
}

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

// bare finds data that hold a number only, which ECharts takes as well without
// the braces. No text can hold it, as JSON escapes the quotes.
var bare = regexp.MustCompile(`\{"value":(-?[0-9.eE+-]+|"-")\}`)

// share takes what the time lines of a page have in common, all but the series,
// out of each and returns it, so that a page holds it once.
func share(findings []*finding) (template.JS, error) {
	var common string
	for _, f := range findings {
		if f.Timeline.Option == "" {
			continue
		}
		var parts map[string]json.RawMessage
		if err := json.Unmarshal([]byte(f.Timeline.Option), &parts); err != nil {
			return "", fmt.Errorf("sharing chart options: %w", err)
		}
		series := parts["series"]
		delete(parts, "series")
		frame, err := json.Marshal(parts)
		if err != nil {
			return "", fmt.Errorf("sharing chart options: %w", err)
		}
		if common == "" {
			common = string(frame)
		}
		if string(frame) == common {
			f.Timeline.Option, f.Timeline.Framed = template.JS(`{"series":`+string(series)+`}`), true
		}
	}
	return template.JS(common), nil
}

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

// recent returns the positions of the weeks that time lines show, of those for
// which there are both a first day and a count.
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
