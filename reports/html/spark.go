package html

import (
	"fmt"
	"strings"

	"ticketpatterns/analyzer/result"
)

const (
	sparkWidth  = 104.0 // of the drawing, in its own units
	sparkHeight = 22.0
	sparkGap    = 0.25 // of a bar's place
	sparkSpoken = 6    // weeks read out to those who do not see it
)

// spark is a picture of a pattern's weeks the size of a word: bars for seen,
// darker inside the window, and a line for expected.
type spark struct {
	Before, Window, Expected string // SVG path data; "" for nothing to draw
	Label                    string // the same for those who do not see it
}

func newSpark(p *result.Pattern, weeks []result.Day) spark {
	l := newTimeline(p, weeks)
	if len(l.weeks) == 0 {
		return spark{}
	}
	top := 1.0
	for i, n := range l.seen {
		top = max(top, float64(n))
		if e := l.expected[i]; e != nil {
			top = max(top, *e)
		}
	}
	first, last := windowWeeks(l.Window, l.weeks)
	var before, window, expected strings.Builder
	step := sparkWidth / float64(len(l.weeks))
	for i, n := range l.seen {
		to := &before
		if first >= 0 && i >= first && i <= last {
			to = &window
		}
		bar(to, float64(i)*step, step*(1-sparkGap), float64(n)/top)
	}
	line(&expected, l.expected, step, top)
	return spark{Before: before.String(), Window: window.String(), Expected: expected.String(), Label: sparkLabel(l.seen)}
}

func bar(b *strings.Builder, x, width, share float64) {
	if share <= 0 {
		return
	}
	fmt.Fprintf(b, "M%.1f %.1fh%.1fV%.1fh-%.1fz", x, sparkHeight, width, sparkHeight*(1-share), width)
}

func line(b *strings.Builder, expected []*float64, step, top float64) {
	pen := "M"
	for i, e := range expected {
		if e == nil {
			pen = "M"
			continue
		}
		fmt.Fprintf(b, "%s%.1f %.1fh%.1f", pen, float64(i)*step, sparkHeight*(1-*e/top), step)
		pen = "L"
	}
}

func sparkLabel(seen []int) string {
	last := seen[max(0, len(seen)-sparkSpoken):]
	return fmt.Sprintf("tickets in the last %d weeks: %s", len(last), strings.Trim(fmt.Sprint(last), "[]"))
}
