// Package chart makes the figures of the page: ECharts options, a caption and a table of the same numbers.
//
// A figure is pure data: the page lays it out, dresses it in its colours and
// draws it. go-echarts is only used to build options; its renderer is not, as it
// puts foreign text into a script unescaped.
//
// To add a figure, write one file with its Maker and put it into the table
// below.
package chart

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// Maker makes one figure of an analysis in one language. A figure whose table
// has no row has nothing to show. An error means that options cannot be encoded.
type Maker func(words.Writer, *result.Analysis) (Figure, error)

// The figures of the appendix, in the order in which the page shows them.
var appendix = []Maker{
	gapsFigure,
	loadFigure,
	flowFigure,
	heatmapFigure,
	calendarFigure,
	repeatFigure,
	resolveFigure,
	paceFigure,
	functionsFigure,
	deskResolvedFigure,
	bouncedFigure,
	themesFigure,
	unlistedAppsFigure,
	issuesFigure,
	runsFigure,
	fixesFigure,
	changesFigure,
}

// Weeks returns the figure of the desk's weeks, which stands before all others; none
// if no week is known.
func Weeks(in words.Writer, a *result.Analysis) ([]Figure, error) {
	return made([]Maker{weeksFigure}, in, a)
}

// Appendix returns the figures of the whole desk, those with nothing to show left
// out.
func Appendix(in words.Writer, a *result.Analysis) ([]Figure, error) {
	return made(appendix, in, a)
}

func made(makers []Maker, in words.Writer, a *result.Analysis) ([]Figure, error) {
	var out []Figure
	for _, maker := range makers {
		f, err := maker(in, a)
		if err != nil {
			return nil, err
		}
		if len(f.Table.Rows) > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}
