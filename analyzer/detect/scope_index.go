package detect

import (
	"slices"
	"sort"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// scopeIndex finds the tickets of one scope that match a centroid. It numbers the
// scope's texts from the newest to the oldest, so that those of a window that ends at
// AsOf stand in front of every list: what matched lately is known before the whole
// past has been touched. It keeps its memory between calls; each goroutine needs
// its own.
type scopeIndex struct {
	texts      []int32 // by number here: the text
	newest     []int   // by number here: days before AsOf of its newest ticket, ascending
	numberOf   []int32 // by text: number here + 1; 0 = not in the scope
	tickets    []int32 // of the scope, by text, each text's ascending
	ticketsEnd []int32 // by number here: where its tickets end

	termOf      []int32 // by term: number here + 1; 0 = not in the scope
	terms       []uint32
	postings    []text.Posting // by term, each term's newest first
	postingsEnd []int32        // by number of the term: where its postings end
	termsInTurn []int32        // number of each term of each text, in their order

	score    []float64 // by number here; all zero between calls
	centroid centroid  // what is searched for
	compared int32     // texts below this number have been compared
	lists    []list    // of the terms of the centroid that the scope has
	matches  []int32   // tickets found so far
}

// list is what is left of the postings of one term of a centroid.
type list struct {
	next, end int32 // first posting not yet scored, and behind the last
	weight    float64
}

func newScopeIndex(data *dataset.Dataset, terms int) *scopeIndex {
	return &scopeIndex{numberOf: make([]int32, len(data.Texts)), termOf: make([]int32, terms)}
}

// use makes it the index of a scope with these tickets, ascending.
func (l *scopeIndex) use(data *dataset.Dataset, tickets []int32) {
	for _, d := range l.texts {
		l.numberOf[d] = 0
	}
	for _, t := range l.terms {
		l.termOf[t] = 0
	}
	l.texts, l.newest, l.terms = l.texts[:0], l.newest[:0], l.terms[:0]
	l.ticketsEnd, l.postingsEnd, l.termsInTurn = l.ticketsEnd[:0], l.postingsEnd[:0], l.termsInTurn[:0]
	l.number(data, tickets)
	l.placeTickets(data, tickets)
	l.placePostings(data)
	l.score = slices.Grow(l.score[:0], len(l.texts))[:len(l.texts)]
}

// number numbers texts and terms, and counts their tickets and postings into
// the ends of their lists.
func (l *scopeIndex) number(data *dataset.Dataset, tickets []int32) {
	for i := len(tickets) - 1; i >= 0; i-- {
		d := data.TextOf[tickets[i]]
		if d < 0 {
			continue
		}
		if l.numberOf[d] == 0 {
			l.texts = append(l.texts, d)
			l.newest = append(l.newest, data.Day[tickets[i]])
			l.ticketsEnd = append(l.ticketsEnd, 0)
			l.numberOf[d] = int32(len(l.texts))
			l.countTerms(data.Texts[d].Vector.Terms)
		}
		l.ticketsEnd[l.numberOf[d]-1]++
	}
}

func (l *scopeIndex) countTerms(terms []uint32) {
	for _, t := range terms {
		n := l.termOf[t]
		if n == 0 {
			l.terms = append(l.terms, t)
			l.postingsEnd = append(l.postingsEnd, 0)
			n = int32(len(l.terms))
			l.termOf[t] = n
		}
		l.postingsEnd[n-1]++
		l.termsInTurn = append(l.termsInTurn, n-1)
	}
}

// starts turns the lengths of consecutive lists into where each begins, and
// returns the length of all. Filling a list moves its entry to its end.
func starts(lengths []int32) int {
	sum := int32(0)
	for i, n := range lengths {
		lengths[i] = sum
		sum += n
	}
	return int(sum)
}

func (l *scopeIndex) placeTickets(data *dataset.Dataset, tickets []int32) {
	all := starts(l.ticketsEnd)
	l.tickets = slices.Grow(l.tickets[:0], all)[:all]
	for _, t := range tickets {
		if d := data.TextOf[t]; d >= 0 {
			end := &l.ticketsEnd[l.numberOf[d]-1]
			l.tickets[*end] = t
			*end++
		}
	}
}

func (l *scopeIndex) placePostings(data *dataset.Dataset) {
	all := starts(l.postingsEnd)
	l.postings = slices.Grow(l.postings[:0], all)[:all]
	numbers := l.termsInTurn
	for i, d := range l.texts {
		weights := data.Texts[d].Vector.Weights
		for k, n := range numbers[:len(weights)] {
			end := &l.postingsEnd[n]
			l.postings[*end] = text.Posting{Doc: int32(i), Weight: weights[k]}
			*end++
		}
		numbers = numbers[len(weights):]
	}
}

// search starts to look for the tickets that match a centroid.
func (l *scopeIndex) search(m centroid) {
	l.centroid, l.compared, l.lists, l.matches = m, 0, l.lists[:0], l.matches[:0]
	for _, x := range m.terms {
		if i := l.termOf[x.term] - 1; i >= 0 {
			l.lists = append(l.lists, list{listStart(l.postingsEnd, i), l.postingsEnd[i], x.weight})
		}
	}
}

// since compares on through the texts used within the last days days. The tickets
// it returns hold all matches opened in these days, and some older ones. They come
// in no order that means anything and are valid until the next call.
func (l *scopeIndex) since(days int) []int32 { return l.upTo(sort.SearchInts(l.newest, days)) }

// all returns all tickets of the scope that match, ascending.
func (l *scopeIndex) all() []int32 {
	l.upTo(len(l.texts))
	slices.Sort(l.matches)
	return l.matches
}

// listStart returns where list i starts: where the one before it ends. -1 is no
// list.
func listStart(ends []int32, i int32) int32 {
	if i <= 0 {
		return 0
	}
	return ends[i-1]
}

// upTo adds the tickets of texts not yet compared, up to a number. Many texts share
// some term with a group, so that looking at each score costs less than to
// remember which texts have one.
func (l *scopeIndex) upTo(number int) []int32 {
	from, to := l.compared, int32(number)
	if from >= to {
		return l.matches
	}
	l.compared = to
	for i := range l.lists {
		l.lists[i].add(l.postings, l.score[:to])
	}
	l.compareMembers(from, to)
	for i, score := range l.score[from:to] {
		if score >= l.centroid.threshold {
			n := from + int32(i)
			l.matches = append(l.matches, l.tickets[listStart(l.ticketsEnd, n):l.ticketsEnd[n]]...)
		}
	}
	clear(l.score[from:to])
	return l.matches
}

// add adds what the term weighs in the texts that have a score.
func (x *list) add(postings []text.Posting, score []float64) {
	for _, p := range postings[x.next:x.end] {
		d := uint(p.Doc)
		if d >= uint(len(score)) {
			return
		}
		score[d] += x.weight * float64(p.Weight)
		x.next++
	}
}

// compareMembers scores the group's own texts: each is compared with the
// others, not with itself.
func (l *scopeIndex) compareMembers(from, to int32) {
	for i, d := range l.centroid.members {
		if n := l.numberOf[d] - 1; n >= from && n < to {
			l.score[n] = l.centroid.own[i]
		}
	}
}
