package analyzer

import (
	"slices"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// lookup finds the tickets of the whole export that say what a group says. It
// keeps its memory between calls; each goroutine needs its own.
type lookup struct {
	docs     []dataset.DistinctText
	postings [][]text.Posting // by term

	member  []bool    // by wording: in the group at hand; all false between calls
	score   []float64 // by wording; all zero between calls
	touched []int32   // wordings with a score
}

func newLookup(e *dataset.Dataset, x *text.Index) *lookup {
	return &lookup{docs: e.Texts, postings: x.Postings, member: make([]bool, len(e.Texts)), score: make([]float64, len(e.Texts))}
}

// saying returns the tickets, ascending, that say what m says.
func (l *lookup) saying(m meaning) []int32 {
	for _, d := range m.members {
		l.member[d] = true
	}
	var tickets []int32
	l.collect(m)
	for _, d := range l.touched {
		if l.score[d] >= m.threshold && !l.member[d] {
			tickets = append(tickets, l.docs[d].Tickets...)
		}
		l.score[d] = 0
	}
	for i, d := range m.members {
		l.member[d] = false
		if m.own[i] >= m.threshold {
			tickets = append(tickets, l.docs[d].Tickets...)
		}
	}
	slices.Sort(tickets)
	return tickets
}

// collect scores every wording that shares a term with m.
func (l *lookup) collect(m meaning) {
	l.touched = l.touched[:0]
	for _, x := range m.centre {
		for _, p := range l.postings[x.term] {
			if l.score[p.Doc] == 0 {
				l.touched = append(l.touched, p.Doc)
			}
			l.score[p.Doc] += x.weight * float64(p.Weight)
		}
	}
}
