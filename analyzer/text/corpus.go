package text

import (
	"cmp"
	"math"
	"slices"
)

// What a term weighs. A bigram repeats its two words, so it only tips the scale
// between tickets that share both.
const (
	bigramWeight  = 0.3
	maxShareOfAll = 0.20 // a term in more tickets than this says nothing
	minMaxTickets = 10   // but in a small export ten tickets are not "everywhere"
)

// Vector is a sparse vector of unit length: ascending term ids with their
// weights. The zero value is the vector of a text with nothing to compare.
type Vector struct {
	Terms   []uint32
	Weights []float32
}

// Corpus holds the vectors of an export and what their terms mean.
type Corpus struct {
	Vectors []Vector          // one for each document given, in its order
	words   map[string]uint32 // term ids by stem; pairs are not among them
	surface []string          // by term id: the form people wrote most often
	kind    []uint8           // by term id
	halves  [][2]uint32       // by term id: the words of a pair
	order   [][]uint32        // by document: the words that weigh something, as they stand
}

// Document is a text as NewCorpus takes it: its terms in order or, for tickets
// without text, a key that equals other documents or does not.
type Document struct {
	Terms []Term
	Key   string // used when Terms is empty, e.g. a category path; "" for nothing to compare
}

// NewCorpus weighs the terms of docs: words and pairs of neighbouring words,
//
//	w(t, d) = (1 + ln tf) * (ln((1+N)/(1+df)) + 1) * [1 or 0.3]
//
// with tf the number of times t stands in d, df the number of the N documents
// that hold t, and the last factor 0.3 for pairs; then each vector is divided by
// its length. Terms of one document only and of more than 20 % of the documents
// are left out. It is the TF-IDF with sublinear tf and smoothed idf of Manning,
// Raghavan and Schütze, Introduction to Information Retrieval, sections 6.2-6.4.
func NewCorpus(docs []Document) *Corpus {
	b := newVocabulary()
	counted := make([][]termCount, len(docs))
	for i, d := range docs {
		counted[i] = b.count(d)
	}
	idf := b.idf(len(docs))
	c := &Corpus{Vectors: make([]Vector, len(docs)), words: b.words, surface: b.surfaces(), kind: b.kind, halves: b.halves, order: b.order}
	for i, counts := range counted {
		c.Vectors[i] = b.weigh(counts, idf)
		c.order[i] = slices.DeleteFunc(c.order[i], func(w uint32) bool { return idf[w] == 0 })
	}
	return c
}

// Surface returns how people write term t, most often; a pair is written as its
// words are.
func (c *Corpus) Surface(t uint32) string {
	if c.kind[t] == pair {
		return c.surface[c.halves[t][0]] + " " + c.surface[c.halves[t][1]]
	}
	return c.surface[t]
}

// Terms returns how many terms there are: their ids are lower.
func (c *Corpus) Terms() int { return len(c.kind) }

// Term returns the id of the word with a stem; false if no document holds it.
func (c *Corpus) Term(stem string) (uint32, bool) {
	t, ok := c.words[stem]
	return t, ok
}

// IsPair reports whether term t is a pair of words.
func (c *Corpus) IsPair(t uint32) bool { return c.kind[t] == pair }

const (
	word uint8 = iota + 1
	pair
	key
)

type termCount struct {
	term uint32
	n    int
}

// vocabulary numbers terms in the order in which documents show them.
type vocabulary struct {
	words   map[string]uint32
	pairs   map[[2]uint32]uint32
	kind    []uint8
	df      []int32
	order   [][]uint32   // by document: its words
	written [][]spelling // by term; of a pair, its two words
	halves  [][2]uint32
}

// spelling is one form of a term and how often people wrote it.
type spelling struct {
	surface string
	n       int
}

func newVocabulary() *vocabulary {
	return &vocabulary{words: map[string]uint32{}, pairs: map[[2]uint32]uint32{}}
}

func (v *vocabulary) add(kind uint8) uint32 {
	v.kind = append(v.kind, kind)
	v.df = append(v.df, 0)
	v.written = append(v.written, nil)
	v.halves = append(v.halves, [2]uint32{})
	return uint32(len(v.kind) - 1)
}

func (v *vocabulary) word(stem string, kind uint8, surface string) uint32 {
	id, ok := v.words[stem]
	if !ok {
		id = v.add(kind)
		v.words[stem] = id
	}
	for i := range v.written[id] {
		if v.written[id][i].surface == surface {
			v.written[id][i].n++
			return id
		}
	}
	v.written[id] = append(v.written[id], spelling{surface, 1})
	return id
}

func (v *vocabulary) pair(first, second uint32) uint32 {
	halves := [2]uint32{first, second}
	id, ok := v.pairs[halves]
	if !ok {
		id = v.add(pair)
		v.pairs[halves] = id
		v.halves[id] = halves
	}
	return id
}

// count returns the terms of one document by ascending id.
func (v *vocabulary) count(d Document) []termCount {
	var ids []uint32
	if len(d.Terms) == 0 && d.Key != "" {
		ids = append(ids, v.word("\x00"+d.Key, key, d.Key))
	}
	order := make([]uint32, 0, len(d.Terms))
	before := -1
	for i := range d.Terms {
		t := &d.Terms[i]
		id := v.word(t.Stem, word, t.Surface)
		ids = append(ids, id)
		order = append(order, id)
		if t.Part {
			continue
		}
		if before >= 0 {
			ids = append(ids, v.pair(uint32(before), id))
		}
		before = int(id)
	}
	v.order = append(v.order, order)
	slices.Sort(ids)
	var counts []termCount
	for _, id := range ids {
		if n := len(counts); n > 0 && counts[n-1].term == id {
			counts[n-1].n++
			continue
		}
		counts = append(counts, termCount{id, 1})
		v.df[id]++
	}
	return counts
}

// TooCommon returns the number of documents, of all, above which what they share
// tells none of them from the others.
func TooCommon(documents int) int {
	return max(minMaxTickets, int(maxShareOfAll*float64(documents)))
}

// idf returns the weight of each term by id; 0 leaves a term out.
func (v *vocabulary) idf(documents int) []float64 {
	most := TooCommon(documents)
	idf := make([]float64, len(v.df))
	for t, df := range v.df {
		switch {
		case v.kind[t] == key:
			idf[t] = 1
		case df >= 2 && int(df) <= most:
			idf[t] = math.Log(float64(1+documents)/float64(1+df)) + 1
			if v.kind[t] == pair {
				idf[t] *= bigramWeight
			}
		}
	}
	return idf
}

func (v *vocabulary) weigh(counts []termCount, idf []float64) Vector {
	var x Vector
	square := 0.0
	for _, c := range counts {
		if idf[c.term] == 0 {
			continue
		}
		w := (1 + math.Log(float64(c.n))) * idf[c.term]
		square += w * w
		x.Terms = append(x.Terms, c.term)
		x.Weights = append(x.Weights, float32(w))
	}
	length := float32(math.Sqrt(square))
	for i := range x.Weights {
		x.Weights[i] /= length
	}
	return x
}

// surfaces returns the most frequent spelling of each term; the shorter, then
// the first in byte order, breaks ties. Pairs have none of their own.
func (v *vocabulary) surfaces() []string {
	out := make([]string, len(v.written))
	for t, written := range v.written {
		best := spelling{}
		for _, s := range written {
			if s.n > best.n || s.n == best.n && cmp.Or(cmp.Compare(len(s.surface), len(best.surface)), cmp.Compare(s.surface, best.surface)) < 0 {
				best = s
			}
		}
		out[t] = best.surface
	}
	return out
}
