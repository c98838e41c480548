package detect

import (
	"math"
	"math/bits"
	"slices"

	"ticketpatterns/analyzer/text"
)

// sought is the centroid whose matches are looked for. It keeps its memory between
// calls; each goroutine needs its own.
type sought struct {
	centroid
	weightOf []float64 // by term: its weight in the centroid; 0 = it is not there
}

func (q *sought) set(m centroid) {
	for _, x := range q.terms {
		q.weightOf[x.term] = 0
	}
	q.centroid = m
	for _, x := range m.terms {
		q.weightOf[x.term] = x.weight
	}
}

// closeness is the cosine of a text, which is no member of the group.
func (q *sought) closeness(v text.Vector) float64 {
	sum := 0.0
	for i, t := range v.Terms {
		sum += q.weightOf[t] * float64(v.Weights[i])
	}
	return sum
}

// list is what is left of the postings of one term of a centroid.
type list struct {
	postings []text.Posting // not yet scored
	weight   float64
}

// rounding is more than sums of single-precision weights of one vector err by.
const rounding = 1e-5

// matcher finds the texts of an index that match a centroid, by ascending number. It
// keeps its memory between calls; each goroutine needs its own.
type matcher struct {
	numbered
	// unsought is the part of the threshold, in [0, 1), that a text may reach by terms
	// which texts are not found by; 0: they are found by all.
	unsought float64
	score    []float64 // by number; all zero between calls
	sought   *sought
	compared int32   // texts below this number have been compared
	lists    []list  // of the terms of the centroid by which texts are found
	enough   float64 // a text with a lower score by these terms does not match
	exact    bool    // they are all terms
	matches  []int32 // tickets found so far
}

// numbered is an index of numbered texts.
type numbered interface {
	texts() int
	postings(term uint32) []text.Posting // by number of the text, ascending; nil if it has none
	number(text int32) int32             // of a text; -1 if it is not there
	vector(n int32) text.Vector
	tickets(n int32) []int32
}

// search starts to look for the tickets that match a centroid.
//
// Texts may be found by its rarer terms only. The terms left out have weights r with
// |r| <= unsought threshold, so that a text of length one owes them no more than |r| of
// its score (Cauchy-Schwarz): one that scores less than threshold - |r| by the others
// does not match, and only the rest are compared in full. These are the essential lists of
// MaxScore (Turtle and Flood, Information Processing and Management 31 (1995),
// 831-850); the result is the same.
func (m *matcher) search(q *sought) {
	m.sought, m.compared, m.lists, m.matches = q, 0, m.lists[:0], m.matches[:0]
	for _, x := range q.terms {
		if postings := m.postings(x.term); len(postings) > 0 {
			m.lists = append(m.lists, list{postings, x.weight})
		}
	}
	m.dropLongest(q.threshold * m.unsought)
}

// dropLongest drops long lists, as far as their weights together are no longer than a
// length. Lists with as many binary digits count as equally long.
func (m *matcher) dropLongest(length float64) {
	var ofDigits [64]float64 // sum of the squares of the weights
	for _, x := range m.lists {
		ofDigits[bits.Len(uint(len(x.postings)))] += x.weight * x.weight
	}
	digits, dropped := len(ofDigits), 0.0
	for digits > 0 && dropped+ofDigits[digits-1] <= length*length {
		digits--
		dropped += ofDigits[digits]
	}
	m.lists = slices.DeleteFunc(m.lists, func(x list) bool { return bits.Len(uint(len(x.postings))) >= digits })
	m.enough, m.exact = m.sought.threshold, dropped == 0
	if !m.exact {
		m.enough -= math.Sqrt(dropped) + rounding
	}
}

// all returns all tickets that match, ascending.
func (m *matcher) all() []int32 {
	m.upTo(m.texts())
	slices.Sort(m.matches)
	return m.matches
}

// upTo adds the tickets of texts not yet compared, up to a number. Many texts share
// some term with a group, so that looking at each score costs less than to
// remember which texts have one. The tickets come in no order that means anything and
// are valid until the next call.
func (m *matcher) upTo(number int) []int32 {
	from, to := m.compared, int32(number)
	if from >= to {
		return m.matches
	}
	m.compared = to
	for i := range m.lists {
		m.lists[i].add(m.score[:to])
	}
	m.compareMembers(from, to)
	for i, score := range m.score[from:to] {
		if score >= m.enough {
			m.compare(from + int32(i))
		}
	}
	clear(m.score[from:to])
	return m.matches
}

// add adds what the term weighs in the texts that have a score.
func (x *list) add(score []float64) {
	for i, p := range x.postings {
		d := uint(p.Doc)
		if d >= uint(len(score)) {
			x.postings = x.postings[i:]
			return
		}
		score[d] += x.weight * float64(p.Weight)
	}
	x.postings = nil
}

// compareMembers compares the group's own texts: each with the others, not with itself.
func (m *matcher) compareMembers(from, to int32) {
	for i, d := range m.sought.members {
		n := m.number(d)
		if n < from || n >= to {
			continue
		}
		m.score[n] = math.Inf(-1)
		if m.sought.own[i] >= m.sought.threshold {
			m.matches = append(m.matches, m.tickets(n)...)
		}
	}
}

// compare compares a text in full.
func (m *matcher) compare(n int32) {
	if m.exact || m.sought.closeness(m.vector(n)) >= m.sought.threshold {
		m.matches = append(m.matches, m.tickets(n)...)
	}
}
