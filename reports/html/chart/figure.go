package chart

import (
	"encoding/json"
	"fmt"
	"html/template"
)

// Figure is one chart with its table. The title is the question that it
// answers, the caption says how to read it, and the table holds the same
// numbers for readers who see no chart.
type Figure struct {
	ID      string
	Title   string
	Caption string
	Option  template.JS // ECharts option as JSON; "" for the table alone
	Framed  bool        // Option lacks what the page's frame of time lines has
	Height  int         // of the chart, in CSS pixels
	Table   Table
	Open    bool // the table stands open under the chart
}

// Table is what a reader without charts sees. Head and every row have the
// same length; columns from Numeric on hold numbers.
type Table struct {
	Head    []string
	Rows    [][]string
	Numeric int
	Days    bool   // the first column holds days and not foreign text
	Note    string // what the table leaves out; "" for nothing
}

// WithoutChart returns f as an open table, for a page without the chart runtime.
func (f Figure) WithoutChart() Figure {
	if f.Option != "" {
		f.Option, f.Open = "", true
	}
	return f
}

// Share takes out of each time line what all have in common, everything but the
// series, and returns it as JSON, so that a page holds it once. A time line that
// differs, or has no chart, stays as it is; "" if none has a chart.
func Share(timelines []*Figure) (template.JS, error) {
	var common string
	for _, f := range timelines {
		if f.Option == "" {
			continue
		}
		var parts map[string]json.RawMessage
		if err := json.Unmarshal([]byte(f.Option), &parts); err != nil {
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
			f.Option, f.Framed = template.JS(`{"series":`+string(series)+`}`), true
		}
	}
	return template.JS(common), nil
}
