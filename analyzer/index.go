package analyzer

import "ticketpatterns/analyzer/text"

// index lists for each term the wordings that hold it, so that a comparison
// touches only wordings that share a term.
type index struct{ postings [][]posting }

type posting struct {
	doc    int32
	weight float32
}

// newIndex lists the terms of vectors, which are numbered as they stand.
func newIndex(vectors []text.Vector) *index {
	uses := []int32{}
	for _, v := range vectors {
		if n := len(v.Terms); n > 0 && int(v.Terms[n-1]) >= len(uses) {
			uses = append(uses, make([]int32, int(v.Terms[n-1])+1-len(uses))...)
		}
		for _, t := range v.Terms {
			uses[t]++
		}
	}
	x := &index{postings: make([][]posting, len(uses))}
	for t, n := range uses {
		x.postings[t] = make([]posting, 0, n)
	}
	for i, v := range vectors {
		for k, t := range v.Terms {
			x.postings[t] = append(x.postings[t], posting{int32(i), v.Weights[k]})
		}
	}
	return x
}

// scorer compares one vector with all wordings. It keeps its memory between
// calls; each goroutine needs its own.
type scorer struct {
	index   *index
	score   []float64
	touched []int32
}

func newScorer(x *index, docs int) *scorer {
	return &scorer{index: x, score: make([]float64, docs)}
}

// similar calls visit for every wording that shares a term with v, with their
// inner product, in no order that means anything. Terms in more than longest wordings are passed over; 0 passes
// over none.
func (s *scorer) similar(v text.Vector, longest int, visit func(doc int32, score float64)) {
	s.touched = s.touched[:0]
	for i, t := range v.Terms {
		list := s.index.postings[t]
		if longest > 0 && len(list) > longest {
			continue
		}
		w := float64(v.Weights[i])
		for _, p := range list {
			if s.score[p.doc] == 0 {
				s.touched = append(s.touched, p.doc)
			}
			s.score[p.doc] += w * float64(p.weight)
		}
	}
	for _, d := range s.touched {
		visit(d, s.score[d])
		s.score[d] = 0
	}
}
