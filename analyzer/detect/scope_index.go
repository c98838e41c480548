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
	textAt     []int32 // by number here: the text
	newest     []int   // by number here: days before AsOf of its newest ticket, ascending
	numberOf   []int32 // by text: number here + 1; 0 = not in the scope
	ticketsAt  []int32 // of the scope, by text, each text's ascending
	ticketsEnd []int32 // by number here: where its tickets end

	terms      []uint32       // of the scope
	listOf     []span         // by term: its postings; empty = not in the scope
	postingsAt []text.Posting // by term, each term's newest first

	vectors []dataset.DistinctText // of the export
	matcher
}

// span is a part of a list.
type span struct{ start, end int32 }

func newScopeIndex(data *dataset.Dataset, terms int) *scopeIndex {
	l := &scopeIndex{vectors: data.Texts, numberOf: make([]int32, len(data.Texts)), listOf: make([]span, terms)}
	l.numbered = l
	return l
}

// use makes it the index of a scope with these tickets, ascending.
func (l *scopeIndex) use(data *dataset.Dataset, tickets []int32) {
	for _, d := range l.textAt {
		l.numberOf[d] = 0
	}
	for _, t := range l.terms {
		l.listOf[t] = span{}
	}
	l.textAt, l.newest, l.terms = l.textAt[:0], l.newest[:0], l.terms[:0]
	l.ticketsEnd = l.ticketsEnd[:0]
	l.count(data, tickets)
	l.placeTickets(data, tickets)
	l.placePostings(data)
	l.score = slices.Grow(l.score[:0], len(l.textAt))[:len(l.textAt)]
}

// count numbers texts, and counts tickets and postings into the ends of their lists.
func (l *scopeIndex) count(data *dataset.Dataset, tickets []int32) {
	for i := len(tickets) - 1; i >= 0; i-- {
		d := data.TextOf[tickets[i]]
		if d < 0 {
			continue
		}
		if l.numberOf[d] == 0 {
			l.textAt = append(l.textAt, d)
			l.newest = append(l.newest, data.Day[tickets[i]])
			l.ticketsEnd = append(l.ticketsEnd, 0)
			l.numberOf[d] = int32(len(l.textAt))
			l.countTerms(data.Texts[d].Vector.Terms)
		}
		l.ticketsEnd[l.numberOf[d]-1]++
	}
}

func (l *scopeIndex) countTerms(terms []uint32) {
	for _, t := range terms {
		if l.listOf[t].end == 0 {
			l.terms = append(l.terms, t)
		}
		l.listOf[t].end++
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
	l.ticketsAt = slices.Grow(l.ticketsAt[:0], all)[:all]
	for _, t := range tickets {
		if d := data.TextOf[t]; d >= 0 {
			end := &l.ticketsEnd[l.numberOf[d]-1]
			l.ticketsAt[*end] = t
			*end++
		}
	}
}

func (l *scopeIndex) placePostings(data *dataset.Dataset) {
	all := int32(0)
	for _, t := range l.terms {
		n := l.listOf[t].end
		l.listOf[t] = span{all, all}
		all += n
	}
	l.postingsAt = slices.Grow(l.postingsAt[:0], int(all))[:all]
	for i, d := range l.textAt {
		v := data.Texts[d].Vector
		for k, t := range v.Terms {
			list := &l.listOf[t]
			l.postingsAt[list.end] = text.Posting{Doc: int32(i), Weight: v.Weights[k]}
			list.end++
		}
	}
}

// listStart returns where list i starts: where the one before it ends.
func listStart(ends []int32, i int32) int32 {
	if i <= 0 {
		return 0
	}
	return ends[i-1]
}

func (l *scopeIndex) texts() int                 { return len(l.textAt) }
func (l *scopeIndex) number(text int32) int32    { return l.numberOf[text] - 1 }
func (l *scopeIndex) vector(n int32) text.Vector { return l.vectors[l.textAt[n]].Vector }
func (l *scopeIndex) tickets(n int32) []int32 {
	return l.ticketsAt[listStart(l.ticketsEnd, n):l.ticketsEnd[n]]
}

func (l *scopeIndex) postings(term uint32) []text.Posting {
	return l.postingsAt[l.listOf[term].start:l.listOf[term].end]
}

// since compares on through the texts used within the last days days. The tickets
// it returns hold all matches opened in these days, and some older ones, as those of
// upTo.
func (l *scopeIndex) since(days int) []int32 { return l.upTo(sort.SearchInts(l.newest, days)) }
