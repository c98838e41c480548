// Package lifecycle tells new, growing, back, and whether a fix held, from counts by day.
//
// Days are counted back from the last day of the data: 0 is that day, 1 the day
// before. Tickets are given by their days, oldest first, so in descending order.
// life.md is the table of all rules.
package lifecycle

import (
	"math"
	"slices"
)

// None is the day of what never happened.
const None = math.MinInt

// Desk is all tickets of the help desk, which a count is seen against.
type Desk struct {
	Days int // from the first ticket to the last day, both included
	// Volume counts the tickets of the period of so many days that ends back days
	// before the last day.
	Volume func(back, days int) int
}

// exposure is the desk's tickets in a period, at least one.
func (d Desk) exposure(back, days int) float64 { return float64(max(d.Volume(back, days), 1)) }

// timeline are the days of tickets, oldest first.
type timeline []int

// countUpTo counts the tickets up to a day, that day included.
func (t timeline) countUpTo(day int) int {
	n, _ := slices.BinarySearchFunc(t, day, func(d, day int) int { return day - d - 1 })
	return n
}

// countIn counts the tickets of the period of so many days that ends back days
// before the last day.
func (t timeline) countIn(back, days int) int { return t.countUpTo(back) - t.countUpTo(back+days) }
