package detect

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// globalIndex finds the tickets of the whole export that match a centroid. It
// keeps its memory between calls; each goroutine needs its own.
type globalIndex struct {
	texts    []dataset.DistinctText
	postings [][]text.Posting // by term

	member  []bool    // by text: in the group at hand; all false between calls
	score   []float64 // by text; all zero between calls
	touched []int32   // texts with a score
}

func newGlobalIndex(data *dataset.Dataset, x *text.Index) *globalIndex {
	return &globalIndex{texts: data.Texts, postings: x.Postings, member: make([]bool, len(data.Texts)), score: make([]float64, len(data.Texts))}
}

// matches returns the tickets, ascending, that match a centroid.
func (l *globalIndex) matches(m centroid) []int32 {
	for _, d := range m.members {
		l.member[d] = true
	}
	var tickets []int32
	l.collect(m)
	for _, d := range l.touched {
		if l.score[d] >= m.threshold && !l.member[d] {
			tickets = append(tickets, l.texts[d].Tickets...)
		}
		l.score[d] = 0
	}
	for i, d := range m.members {
		l.member[d] = false
		if m.own[i] >= m.threshold {
			tickets = append(tickets, l.texts[d].Tickets...)
		}
	}
	slices.Sort(tickets)
	return tickets
}

// collect scores every text that shares a term with m.
func (l *globalIndex) collect(m centroid) {
	l.touched = l.touched[:0]
	for _, x := range m.terms {
		for _, p := range l.postings[x.term] {
			if l.score[p.Doc] == 0 {
				l.touched = append(l.touched, p.Doc)
			}
			l.score[p.Doc] += x.weight * float64(p.Weight)
		}
	}
}
