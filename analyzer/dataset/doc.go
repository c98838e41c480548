// Package dataset numbers the tickets, people, field values and distinct texts of one run.
//
// A [Dataset] is made once by [New] and never changed. Tickets, people, values and
// texts are small integers in it, so that every later step counts with slices:
// tickets by their place in opened order, days backwards from AsOf. What a step
// needs of another time or of chance is a new Dataset that shares most of its
// memory: [Dataset.Until] and the shuffled ones.
package dataset
