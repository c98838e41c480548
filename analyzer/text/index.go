package text

import (
	"cmp"
	"math"
	"slices"
)

// Index is an inverted index: for each term the vectors that hold it, so that a
// comparison visits only vectors that share a term.
type Index struct {
	Postings [][]Posting // by term; each list by ascending vector number
}

// Posting is a vector that holds a term, and the term's weight in it.
type Posting struct {
	Doc    int32
	Weight float32
}

// NewIndex indexes vectors, numbered by their index in the slice.
func NewIndex(vectors []Vector) *Index {
	uses := []int32{}
	for _, v := range vectors {
		if n := len(v.Terms); n > 0 && int(v.Terms[n-1]) >= len(uses) {
			uses = append(uses, make([]int32, int(v.Terms[n-1])+1-len(uses))...)
		}
		for _, t := range v.Terms {
			uses[t]++
		}
	}
	x := &Index{Postings: make([][]Posting, len(uses))}
	for t, n := range uses {
		x.Postings[t] = make([]Posting, 0, n)
	}
	for i, v := range vectors {
		for k, t := range v.Terms {
			x.Postings[t] = append(x.Postings[t], Posting{int32(i), v.Weights[k]})
		}
	}
	return x
}

// Scorer compares one vector with all vectors of an index. It reuses its memory
// between calls; each goroutine needs its own.
type Scorer struct {
	Index   *Index
	score   []float64
	touched []int32
}

// NewScorer returns a scorer for an index of the given number of vectors.
func NewScorer(x *Index, docs int) *Scorer {
	return &Scorer{Index: x, score: make([]float64, docs)}
}

// Similar calls visit for every vector that shares a term with v, with their inner
// product, in no particular order. Terms of more than longest vectors are skipped; 0
// skips none.
func (s *Scorer) Similar(v Vector, longest int, visit func(doc int32, score float64)) {
	s.similar(v, func(list []Posting) []Posting {
		if longest > 0 && len(list) > longest {
			return nil
		}
		return list
	}, visit)
}

// SimilarBeside is Similar for vector doc of the index, except that a term of more than
// longest vectors is not skipped: those beside doc count, a tenth of longest. If vectors
// are in the order of time they are of the same weeks, so that what is said thousands of
// times is found by its own words, however large the export.
func (s *Scorer) SimilarBeside(doc int32, v Vector, longest int, visit func(doc int32, score float64)) {
	s.similar(v, func(list []Posting) []Posting {
		if len(list) <= longest {
			return list
		}
		at, _ := slices.BinarySearchFunc(list, doc, func(p Posting, d int32) int { return cmp.Compare(p.Doc, d) })
		n := longest / beside
		from := max(0, min(at-n/2, len(list)-n))
		return list[from : from+n]
	}, visit)
}

// beside is the part of longest that counts of a longer list.
const beside = 10

func (s *Scorer) similar(v Vector, part func(list []Posting) []Posting, visit func(doc int32, score float64)) {
	s.touched = s.touched[:0]
	for i, t := range v.Terms {
		s.add(part(s.Index.Postings[t]), float64(v.Weights[i]))
	}
	for _, d := range s.touched {
		visit(d, s.score[d])
		s.score[d] = 0
	}
}

// add adds what a term of weight w gives the vectors of its list. Whether a vector
// is touched for the first time is as good as random, so it is written down
// always and counted without a branch: the bits of the score less one are
// negative only if it is zero.
func (s *Scorer) add(list []Posting, w float64) {
	score, n := s.score, len(s.touched)
	touched := slices.Grow(s.touched, len(list)+1)[:n+len(list)+1]
	for _, p := range list {
		before := score[p.Doc]
		touched[n] = p.Doc
		n += int((math.Float64bits(before) - 1) >> 63)
		score[p.Doc] = before + w*float64(p.Weight)
	}
	s.touched = touched[:n]
}
