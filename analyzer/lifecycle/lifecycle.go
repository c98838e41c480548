// Package lifecycle determines the status of issues and whether fixes hold, from counts by day.
//
// Days are counted backwards from the last day of the data: 0 is that day, 1 the day
// before. Tickets are given by their days, oldest first, so in descending order.
// life.md lists all rules.
package lifecycle

import (
	"math"
	"slices"
)

// None is the day of an event that never happened.
const None = math.MinInt

// Desk holds the volume of the whole help desk, the exposure of all counts.
type Desk struct {
	Days int // from the first ticket to the last day, both included
	// Volume counts the tickets of the period of the given number of days that ends
	// back days before the last day.
	Volume func(back, days int) int
}

// exposure returns the desk's tickets in a period, at least one.
func (d Desk) exposure(back, days int) float64 { return float64(max(d.Volume(back, days), 1)) }

// timeline holds the days of tickets, oldest first.
type timeline []int

// countUpTo counts the tickets up to and including a day.
func (t timeline) countUpTo(day int) int {
	n, _ := slices.BinarySearchFunc(t, day, func(d, day int) int { return day - d - 1 })
	return n
}

// countIn counts the tickets of the period of the given number of days that ends
// back days before the last day.
func (t timeline) countIn(back, days int) int { return t.countUpTo(back) - t.countUpTo(back+days) }
