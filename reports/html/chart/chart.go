// Package chart makes the figures of the page: ECharts options, a caption and a table of the same numbers.
//
// A figure is pure data: the page lays it out, dresses it in its colours and
// draws it. go-echarts is only used to build options; its renderer is not, as it
// puts foreign text into a script unescaped.
//
// To add a figure, write one file with its Maker and put it into one of the
// tables below.
package chart

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// Maker makes one figure of an analysis in one language. A figure whose table
// has no row has nothing to show. An error means that options cannot be encoded.
type Maker func(words.Writer, *result.Analysis) (Figure, error)

// The figures in the order in which the page shows them.
var (
	overview = []Maker{
		heatmapFigure,
		flowFigure,
		volumeFigure,
		calendarFigure,
		loadFigure,
		gapsFigure,
	}
	desk = []Maker{
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
)

// Overview returns the figures that findings are seen against, those with
// nothing to show left out.
func Overview(in words.Writer, a *result.Analysis) ([]Figure, error) {
	return made(overview, in, a)
}

// Desk returns the figures of the desk's own work, those with nothing to show
// left out.
func Desk(in words.Writer, a *result.Analysis) ([]Figure, error) {
	return made(desk, in, a)
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
