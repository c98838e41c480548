package analyzer

import "slices"

// lookup finds the tickets that say what a group says, among all tickets or
// among those it was given. It keeps its memory between calls; each goroutine
// needs its own.
type lookup struct {
	docs     []doc
	scorer   *scorer
	tickets  [][]int32 // by wording: those that can be found, ascending
	member   []bool    // by wording: in the group at hand; all false between calls
	wordings []int32   // with tickets, for a lookup that was given some
	terms    []uint32  // with postings, for the same
}

// newLookup finds tickets of the whole export.
func newLookup(e *export) *lookup {
	l := &lookup{docs: e.docs, scorer: newScorer(e.index, len(e.docs)), tickets: make([][]int32, len(e.docs)), member: make([]bool, len(e.docs))}
	for d := range e.docs {
		l.tickets[d] = e.docs[d].tickets
	}
	return l
}

// newScopeLookup finds nothing until it is given tickets.
func newScopeLookup(e *export) *lookup {
	return &lookup{
		docs: e.docs, scorer: newScorer(&index{postings: make([][]posting, len(e.index.postings))}, len(e.docs)),
		tickets: make([][]int32, len(e.docs)), member: make([]bool, len(e.docs)),
	}
}

// use makes the lookup find tickets, ascending, of an export and no others.
func (l *lookup) use(e *export, tickets []int32) {
	for _, t := range l.terms {
		l.scorer.index.postings[t] = l.scorer.index.postings[t][:0]
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
	postings := l.scorer.index.postings
	for i, t := range l.docs[d].vector.Terms {
		if len(postings[t]) == 0 {
			l.terms = append(l.terms, t)
		}
		postings[t] = append(postings[t], posting{d, l.docs[d].vector.Weights[i]})
	}
}

// saying returns the tickets, ascending, that say what m says.
func (l *lookup) saying(m meaning) []int32 {
	for _, d := range m.members {
		l.member[d] = true
	}
	var tickets []int32
	l.scorer.similar(m.centre, 0, func(d int32, score float64) {
		if score >= m.threshold && !l.member[d] {
			tickets = append(tickets, l.tickets[d]...)
		}
	})
	for i, d := range m.members {
		l.member[d] = false
		if m.own[i] >= m.threshold {
			tickets = append(tickets, l.tickets[d]...)
		}
	}
	slices.Sort(tickets)
	return tickets
}
