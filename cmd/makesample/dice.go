package main

import "math/rand/v2"

// seed makes the sample what it is. Another seed gives other tickets around the
// same plants. It is one whose background has no rise by chance in the last
// weeks, which TestBackgroundIsCalm looks for, so that what a report shows
// beyond the plants is the report's own.
const seed = 20260702

// dice is a source of chance that draws whole numbers only, so that the sample
// is the same on every machine.
type dice struct{ *rand.Rand }

// newDice returns the dice of one part of the sample. Each part has its own, so
// that a change in one part leaves the others as they were.
func newDice(part uint64) dice { return dice{rand.New(rand.NewPCG(seed, part))} }

// The parts.
const (
	dicePeople = iota + 1
	diceBackground
	diceMachines
	dicePlants
	diceFlaws
	diceOutsiders
)

// chance is true in percent of a hundred cases.
func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

// weighted returns an index drawn with the given weights, of which at least one
// must be positive.
func (d dice) weighted(weights []int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := d.IntN(sum)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// pick returns one of the values, or the zero value if there are none.
func pick[T any](d dice, values []T) T {
	if len(values) == 0 {
		var zero T
		return zero
	}
	return values[d.IntN(len(values))]
}
