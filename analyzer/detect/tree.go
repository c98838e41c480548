package detect

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/text"
)

// node is one group in the tree of a few texts: its members and the mean
// cosine at which its two halves met.
type node struct {
	members    []int // positions in the list given to averageLink, ascending
	similarity float64
}

// averageLink builds the tree of average link (UPGMA; Sokal and Michener 1958)
// over items with the given similarities, each counted weight times, by
// nearest-neighbour chains (Murtagh 1983), and returns its inner nodes with
// similarity >= floor, most similar first. Ties go to the lower position. The
// matrix is symmetric and is used up. Time grows with its size.
func averageLink(similarity [][]float64, weight []int, floor float64) []node {
	n := len(weight)
	t := linkage{similarity: similarity, members: make([][]int, n), weight: make([]float64, n), alive: make([]bool, n)}
	for i := range n {
		t.members[i] = []int{i}
		t.weight[i] = float64(weight[i])
		t.alive[i] = true
	}
	nodes := t.link(floor)
	slices.SortStableFunc(nodes, func(a, b node) int {
		return cmp.Or(-cmp.Compare(a.similarity, b.similarity), slices.Compare(a.members, b.members))
	})
	return nodes
}

// pairing compares vectors with each other. It keeps its memory between calls;
// each goroutine needs its own.
type pairing struct {
	postings [][]text.Posting // by term; empty between calls
}

// similarities returns the matrix of inner products of vectors. Only pairs that
// share a term cost time.
func (p *pairing) similarities(vectors []text.Vector) [][]float64 {
	n := len(vectors)
	cells := make([]float64, n*n)
	matrix := make([][]float64, n)
	for i, v := range vectors {
		row := cells[i*n : (i+1)*n]
		matrix[i] = row
		for k, t := range v.Terms {
			w := float64(v.Weights[k])
			for _, other := range p.postings[t] {
				row[other.Doc] += w * float64(other.Weight)
			}
			p.postings[t] = append(p.postings[t], text.Posting{Doc: int32(i), Weight: v.Weights[k]})
		}
		for j := range i {
			matrix[j][i] = row[j]
		}
	}
	for _, v := range vectors {
		for _, t := range v.Terms {
			p.postings[t] = p.postings[t][:0]
		}
	}
	return matrix
}

type linkage struct {
	similarity [][]float64
	members    [][]int
	weight     []float64
	alive      []bool
}

// link follows chains of nearest neighbours until two are each other's nearest,
// merges them, and goes on. Average link is reducible, so the tree is that of
// merging the best pair first. What meets below floor stays apart: by then all
// that could be reached from it meets below floor too.
func (t *linkage) link(floor float64) []node {
	var nodes []node
	var chain []int
	for start := 0; ; {
		if len(chain) == 0 {
			for start < len(t.alive) && !t.alive[start] {
				start++
			}
			if start == len(t.alive) {
				return nodes
			}
			chain = append(chain, start)
		}
		last := chain[len(chain)-1]
		next, s := t.nearest(last, chain)
		switch {
		case next < 0 || s < floor:
			t.alive[last] = false // nothing is near enough: it is finished
			chain = chain[:len(chain)-1]
		case len(chain) > 1 && next == chain[len(chain)-2]:
			chain = chain[:len(chain)-2]
			nodes = append(nodes, t.merge(min(last, next), max(last, next), s))
		default:
			chain = append(chain, next)
		}
	}
}

// nearest returns the most similar living cluster; the one before last in the
// chain wins ties, so that chains end.
func (t *linkage) nearest(i int, chain []int) (int, float64) {
	best, most := -1, -1.0
	if len(chain) > 1 {
		best = chain[len(chain)-2]
		most = t.similarity[i][best]
	}
	for j, alive := range t.alive {
		if alive && j != i && t.similarity[i][j] > most {
			best, most = j, t.similarity[i][j]
		}
	}
	return best, most
}

// merge puts cluster b into a (Lance and Williams 1967, group average).
func (t *linkage) merge(a, b int, similarity float64) node {
	wa, wb := t.weight[a], t.weight[b]
	for j, alive := range t.alive {
		if alive && j != a && j != b {
			s := (wa*t.similarity[a][j] + wb*t.similarity[b][j]) / (wa + wb)
			t.similarity[a][j], t.similarity[j][a] = s, s
		}
	}
	t.weight[a] = wa + wb
	t.alive[b] = false
	t.members[a] = append(slices.Clone(t.members[a]), t.members[b]...)
	slices.Sort(t.members[a])
	return node{members: slices.Clone(t.members[a]), similarity: similarity}
}
