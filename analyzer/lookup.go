package analyzer

import "slices"

// lookup finds the tickets that say what a group says, among all tickets or
// among those it was given. It keeps its memory between calls; each goroutine
// needs its own.
type lookup struct {
	docs     []doc
	postings [][]posting // by term: the wordings that can be found
	tickets  [][]int32   // by wording: those that can be found, ascending
	wordings []int32     // with tickets, for a lookup that was given some
	terms    []uint32    // with postings, for the same

	member  []bool    // by wording: in the group at hand; all false between calls
	score   []float64 // by wording; all zero between calls
	touched []int32   // wordings with a score
}

// newLookup finds tickets of the whole export.
func newLookup(e *export) *lookup {
	l := newScopeLookup(e)
	l.postings = e.index.postings
	for d := range e.docs {
		l.tickets[d] = e.docs[d].tickets
	}
	return l
}

// newScopeLookup finds nothing until it is given tickets.
func newScopeLookup(e *export) *lookup {
	docs := len(e.docs)
	return &lookup{
		docs: e.docs, postings: make([][]posting, len(e.index.postings)), tickets: make([][]int32, docs),
		member: make([]bool, docs), score: make([]float64, docs),
	}
}

// use makes the lookup find tickets, ascending, of an export and no others.
func (l *lookup) use(e *export, tickets []int32) {
	for _, t := range l.terms {
		l.postings[t] = l.postings[t][:0]
	}
	for _, d := range l.wordings {
		l.tickets[d] = l.tickets[d][:0]
	}
	l.terms, l.wordings = l.terms[:0], l.wordings[:0]
	for _, t := range tickets {
		d := e.docOf[t]
		if d < 0 {
			continue
		}
		if len(l.tickets[d]) == 0 {
			l.wordings = append(l.wordings, d)
			l.index(d)
		}
		l.tickets[d] = append(l.tickets[d], t)
	}
}

func (l *lookup) index(d int32) {
	for i, t := range l.docs[d].vector.Terms {
		if len(l.postings[t]) == 0 {
			l.terms = append(l.terms, t)
		}
		l.postings[t] = append(l.postings[t], posting{d, l.docs[d].vector.Weights[i]})
	}
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
			tickets = append(tickets, l.tickets[d]...)
		}
		l.score[d] = 0
	}
	for i, d := range m.members {
		l.member[d] = false
		if m.own[i] >= m.threshold {
			tickets = append(tickets, l.tickets[d]...)
		}
	}
	slices.Sort(tickets)
	return tickets
}

// collect scores every wording that shares a term with m.
func (l *lookup) collect(m meaning) {
	l.touched = l.touched[:0]
	for i, t := range m.centre.Terms {
		w := float64(m.centre.Weights[i])
		for _, p := range l.postings[t] {
			if l.score[p.doc] == 0 {
				l.touched = append(l.touched, p.doc)
			}
			l.score[p.doc] += w * float64(p.weight)
		}
	}
}
