package text

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ticketpatterns/analyzer/parallel"
)

// Term weights. A bigram repeats its two words, so it only decides between tickets
// that share both.
const (
	bigramWeight  = 0.3
	loneWeight    = 0.5  // of a word of one document, as a share of what it would weigh
	maxShareOfAll = 0.20 // a term in more tickets than this is not distinctive
	minMaxTickets = 10   // but in a small export ten tickets are not many
)

// Vector is a sparse vector of unit length: ascending term ids and their weights.
// The zero value is the vector of a text without terms.
type Vector struct {
	Terms   []uint32
	Weights []float32
}

// Corpus holds the vectors of an export and its vocabulary. Words have lower ids
// than pairs.
type Corpus struct {
	Vectors []Vector          // by document
	Shared  []float32         // by document: how much of it others say too, in [0, 1]; see [NewCorpus]
	words   map[string]uint32 // term ids by stem; pairs are not among them
	surface []string          // by term id: the form people wrote most often
	kind    []uint8           // by term id
	halves  [][2]uint32       // by term id: the words of a pair
	order   [][]uint32        // by document: the words that weigh something, as they stand
}

// Document is a text as NewCorpus takes it: its terms in order or, for tickets
// without text, a key that documents may have in common.
type Document struct {
	Terms []Term
	Key   string // used when Terms is empty, e.g. a category path; "" for nothing to compare
}

// NewCorpus weights the terms of docs, words and pairs of neighbouring words,
//
//	w(t, d) = (1 + ln tf) * (ln((1+N)/(1+df)) + 1) * [1 or 0.3]
//
// with tf the number of occurrences of t in d, df the number of the N documents that
// hold t, and the last factor 0.3 for pairs; then it divides each vector by its
// length. Terms of a single document and of more than 20 % of the documents are left
// out. This is TF-IDF with sublinear tf and smoothed idf (Manning, Raghavan and
// Schütze, Introduction to Information Retrieval, sections 6.2-6.4).
//
// What a document says alone is not lost: Shared is the length that its vector would have
// left if words of this document only had stayed in it at half their weight. Half, because
// such a word may be what the document is about as well as a name or a slip. Two documents
// that share all their terms, but these are little of either, are then no equal ones.
//
// Documents are requested by number, on all cores and in batches, so that their
// words need not be stored; the same number must give the same document every time.
func NewCorpus(n int, document func(i int) Document) *Corpus {
	v := newVocabulary()
	c := &Corpus{Vectors: make([]Vector, n), Shared: make([]float32, n), order: make([][]uint32, n)}
	parallel.InOrder(n, document, func(i int, d Document) { c.Vectors[i], c.order[i] = v.count(d) })
	kept := v.keep(n)
	c.words, c.kind, c.halves, c.surface = kept.words, kept.kind, kept.halves, kept.surface
	parallel.Each(n, func() func(int) {
		return func(i int) {
			c.Vectors[i], c.Shared[i] = kept.weigh(c.Vectors[i])
			c.order[i] = kept.renumber(c.order[i])
		}
	})
	return c
}

// ForgetOrder frees the word order, which is large and needed only by LearnSynonyms.
func (c *Corpus) ForgetOrder() { c.order = nil }

// Surface returns the most frequent spelling of term t; for a pair, those of its
// words.
func (c *Corpus) Surface(t uint32) string {
	if c.kind[t] == pair {
		return c.surface[c.halves[t][0]] + " " + c.surface[c.halves[t][1]]
	}
	return c.surface[t]
}

// Terms returns the number of terms; ids are lower.
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

// vocabulary numbers terms in the order of their first occurrence.
type vocabulary struct {
	words   map[string]uint32
	pairs   map[[2]uint32]uint32
	kind    []uint8
	df      []int32
	written map[uint32][]spelling // by word
	halves  [][2]uint32
	ids     []uint32 // of the document at hand
}

// spelling is one form of a term and how often people wrote it.
type spelling struct {
	surface string
	n       int
}

func newVocabulary() *vocabulary {
	return &vocabulary{words: map[string]uint32{}, pairs: map[[2]uint32]uint32{}, written: map[uint32][]spelling{}}
}

func (v *vocabulary) add(kind uint8) uint32 {
	v.kind = append(v.kind, kind)
	v.df = append(v.df, 0)
	v.halves = append(v.halves, [2]uint32{})
	return uint32(len(v.kind) - 1)
}

func (v *vocabulary) word(stem string, kind uint8, surface string) uint32 {
	id, ok := v.words[stem]
	if !ok {
		id = v.add(kind)
		v.words[strings.Clone(stem)] = id
	}
	written := v.written[id]
	for i := range written {
		if written[i].surface == surface {
			written[i].n++
			return id
		}
	}
	v.written[id] = append(written, spelling{strings.Clone(surface), 1})
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

// count returns the terms of one document by ascending id with their frequencies,
// and its words in order.
func (v *vocabulary) count(d Document) (counts Vector, order []uint32) {
	ids := v.ids[:0]
	if len(d.Terms) == 0 && d.Key != "" {
		ids = append(ids, v.word("\x00"+d.Key, key, d.Key))
	}
	order = make([]uint32, 0, len(d.Terms))
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
	v.ids = ids
	slices.Sort(ids)
	for _, id := range ids {
		if n := len(counts.Terms); n > 0 && counts.Terms[n-1] == id {
			counts.Weights[n-1]++
			continue
		}
		counts.Terms = append(counts.Terms, id)
		counts.Weights = append(counts.Weights, 1)
		v.df[id]++
	}
	return counts, order
}

// TooCommon returns the number of documents, of all, above which what they share is
// not distinctive.
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

// surfaceOf returns the most frequent spelling of a word; ties go to the shorter
// one, then to the first in byte order.
func (v *vocabulary) surfaceOf(word uint32) string {
	best := spelling{}
	for _, s := range v.written[word] {
		if s.n > best.n || s.n == best.n && cmp.Or(cmp.Compare(len(s.surface), len(best.surface)), cmp.Compare(s.surface, best.surface)) < 0 {
			best = s
		}
	}
	return best.surface
}
