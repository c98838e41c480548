package chart

import (
	"fmt"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const (
	sparkWidth  = 104.0 // of the drawing, in its own units
	sparkHeight = 22.0
	sparkGap    = 0.25 // of a bar's place
	sparkSpoken = 6    // weeks read out to those who do not see it
)

// Spark is a chart of a pattern's weeks the size of a word: bars for seen, darker
// inside the window, and a line for expected.
type Spark struct {
	Before, Window, Expected string // SVG path data; "" for nothing to draw
	Label                    string // the same for those who do not see it
}

// NewSpark draws the weeks of p, of which weeks are the first days.
func NewSpark(in words.Writer, p *result.Pattern, weeks []result.Day) Spark {
	l := newTimeline(in, p, weeks)
	if len(l.weeks) == 0 {
		return Spark{}
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
	return Spark{Before: before.String(), Window: window.String(), Expected: expected.String(), Label: sparkLabel(in, l.seen)}
}

func bar(b *strings.Builder, x, width, share float64) {
	if share <= 0 {
		return
	}
	fmt.Fprintf(b, "M%s %sh%sV%sh-%sz", short(x), short(sparkHeight), short(width), short(sparkHeight*(1-share)), short(width))
}

// short writes a length with at most one decimal, to keep the page small.
func short(x float64) string { return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0") }

// line draws a step for each run of weeks in which the same is expected.
func line(b *strings.Builder, expected []*float64, step, top float64) {
	pen := "M"
	for i := 0; i < len(expected); {
		e := expected[i]
		if e == nil {
			pen = "M"
			i++
			continue
		}
		from := i
		for i < len(expected) && expected[i] != nil && *expected[i] == *e {
			i++
		}
		fmt.Fprintf(b, "%s%s %sh%s", pen, short(float64(from)*step), short(sparkHeight*(1-*e/top)), short(float64(i-from)*step))
		pen = "L"
	}
}

func sparkLabel(in words.Writer, seen []int) string {
	last := seen[max(0, len(seen)-sparkSpoken):]
	numbers := make([]string, len(last))
	for i, n := range last {
		numbers[i] = in.Int(n)
	}
	return in.Count(len(last), "tickets in the last %d week: %s", "tickets in the last %d weeks: %s", strings.Join(numbers, " "))
}
