package html

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
)

const (
	sparkWidth  = 104.0 // of the drawing, in its own units
	sparkHeight = 22.0
	sparkGap    = 0.25 // of a bar's place
)

// spark is a picture of a pattern's weeks the size of a word: bars for seen,
// darker inside the window, and a line for expected.
type spark struct {
	Before, Window, Expected string // SVG path data; "" for nothing to draw
	Label                    string // the same for those who do not see it
}

func newSpark(p *result.Pattern, weeks []result.Day) spark {
	n := min(len(p.Weekly), len(weeks))
	if n == 0 {
		return spark{}
	}
	top := 1.0
	for i := range n {
		top = max(top, float64(p.Weekly[i]))
		if i < len(p.ExpectedWeekly) && p.ExpectedWeekly[i] != nil {
			top = max(top, *p.ExpectedWeekly[i])
		}
	}
	first, last := windowWeeks(p.Window, weeks[:n])
	var before, window, expected strings.Builder
	step := sparkWidth / float64(n)
	for i := range n {
		to := &before
		if first >= 0 && i >= first && i <= last {
			to = &window
		}
		bar(to, float64(i)*step, step*(1-sparkGap), float64(p.Weekly[i])/top)
	}
	line(&expected, p.ExpectedWeekly, n, step, top)
	return spark{Before: before.String(), Window: window.String(), Expected: expected.String(), Label: sparkLabel(p, n)}
}

func bar(b *strings.Builder, x, width, share float64) {
	if share <= 0 {
		return
	}
	fmt.Fprintf(b, "M%.1f %.1fh%.1fV%.1fh-%.1fz", x, sparkHeight, width, sparkHeight*(1-share), width)
}

func line(b *strings.Builder, expected []*float64, n int, step, top float64) {
	pen := "M"
	for i, e := range expected[:min(n, len(expected))] {
		if e == nil {
			pen = "M"
			continue
		}
		fmt.Fprintf(b, "%s%.1f %.1fh%.1f", pen, float64(i)*step, sparkHeight*(1-*e/top), step)
		pen = "L"
	}
}

func sparkLabel(p *result.Pattern, n int) string {
	recent := slices.Clone(p.Weekly[max(0, n-6):n])
	return fmt.Sprintf("tickets in the last %d weeks: %s", len(recent), strings.Trim(fmt.Sprint(recent), "[]"))
}
