package describe

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
)

const (
	// triedTickets bounds the tickets on which the history is tried, and leastTried is
	// how many make a trial.
	triedTickets = 300
	leastTried   = 30
	// unseenEarlier is how many earlier tickets are assumed to have been missed, so
	// that two of two are less clear than twenty of twenty.
	unseenEarlier = 2
)

// track is how well earlier tickets told who resolved later ones in the export itself,
// by how clear they were, least clear first. Clearer answers are right at least as
// often: a step that says otherwise is joined with the one before (isotonic
// regression; M. Ayer et al., An Empirical Distribution Function for Sampling with
// Incomplete Information, 1955).
type track []step

type step struct {
	from         float64 // least clearness
	tried, right int
}

// clearness is the share of the first group in earlier tickets, in (0, 1).
func clearness(e *owner.Earlier) float64 {
	return float64(len(e.Groups[0].Tickets)) / float64(e.Of+unseenEarlier)
}

type trial struct {
	clear float64
	right bool
}

// tryOut asks who resolved the last third of the finished tickets, by the first two.
func (e *earlier) tryOut() track {
	var known []int32
	for t := range e.data.Tickets {
		if e.resolved(int32(t)) {
			known = append(known, int32(t))
		}
	}
	held := known[2*len(known)/3:]
	var trials []trial
	for _, t := range spread(held, triedTickets) {
		if found := e.before([]int32{t}, held[0]); found != nil {
			column := &e.data.Fields[dataset.AssignmentGroup]
			trials = append(trials, trial{clearness(found), found.Groups[0].Group == column.Name[column.Value[t]]})
		}
	}
	return newTrack(trials)
}

// newTrack returns the steps of trials, each of at least leastTried.
func newTrack(trials []trial) track {
	slices.SortStableFunc(trials, func(a, b trial) int { return cmp.Compare(a.clear, b.clear) })
	var steps track
	open := false // the last step takes more
	for i, t := range trials {
		if !open && len(trials)-i >= leastTried && (i == 0 || trials[i-1].clear < t.clear) {
			steps, open = append(steps, step{from: t.clear}), true
		}
		if len(steps) == 0 {
			return nil
		}
		last := &steps[len(steps)-1]
		last.tried++
		if t.right {
			last.right++
		}
		open = last.tried < leastTried
	}
	return steps.joined()
}

// joined joins steps until clearer ones are right more often.
func (tr track) joined() track {
	var out track
	for _, s := range tr {
		for len(out) > 0 && out[len(out)-1].right*s.tried >= s.right*out[len(out)-1].tried {
			before := out[len(out)-1]
			s = step{before.from, before.tried + s.tried, before.right + s.right}
			out = out[:len(out)-1]
		}
		out = append(out, s)
	}
	return out
}

// of returns the trials as clear as an answer: how many, and how many were right.
func (tr track) of(clear float64) (tried, right int) {
	for i, s := range tr {
		if i == 0 || s.from <= clear {
			tried, right = s.tried, s.right
		}
	}
	return tried, right
}
