// Package dataset numbers the tickets, people, field values and distinct texts of
// one run.
//
// A [Dataset] is made once by [New] and never changed. It replaces tickets, people,
// values and texts by small integers, so that every later step counts with slices:
// tickets by their index in opened order, days backwards from AsOf. A step that
// needs an earlier state or a shuffled copy derives a new Dataset that shares most
// of the memory: [Dataset.Until], [Dataset.ShuffleTimes], [Dataset.ShuffleTexts].
package dataset
