package analyzer

import (
	"cmp"
	"container/heap"
	"maps"
	"slices"

	"ticketpatterns/analyzer/text"
)

const (
	// neighbours is how many nearest wordings each wording is compared with.
	neighbours = 15
	// neighbourFloor is the cosine below which a wording is no neighbour.
	neighbourFloor = 0.05
	// longestPosting bounds the cost of a comparison: a term of more wordings is
	// passed over when neighbours are sought.
	longestPosting = 3000
	// smallestIssue is the smallest number of tickets of an issue.
	smallestIssue = 3
)

// cluster is a group of wordings: a recurring issue if it holds enough tickets.
type cluster struct {
	docs    []int32     // ascending
	sum     text.Vector // of the wordings' vectors, each counted as often as it is used
	tickets int
	near    map[int]bool // clusters that it may join; nil once it has joined one
}

// groupIssues groups all wordings of the export by average link along the graph
// of nearest neighbours: the two clusters with the highest mean cosine between
// their tickets,
//
//	(sA . sB) / (|A| |B|)    with s the sums of the unit vectors
//
// are joined, ties by the lower numbers, until none reach floor. Each list of
// seeds (tickets of a pattern, strongest pattern first) begins as one cluster,
// so that the tickets of a pattern are one issue however differently they are
// worded.
func groupIssues(e *export, seeds [][]int32, floor float64) []cluster {
	g := &grouping{export: e, floor: floor, clusterOf: make([]int, len(e.docs))}
	g.begin(seeds)
	g.connect()
	g.join()
	return g.clusters
}

type grouping struct {
	export    *export
	floor     float64
	clusters  []cluster
	clusterOf []int // by wording, while connecting
	edges     edgeHeap
}

// begin makes one cluster of each seed and one of each wording left.
func (g *grouping) begin(seeds [][]int32) {
	for d := range g.clusterOf {
		g.clusterOf[d] = -1
	}
	for _, tickets := range seeds {
		var docs []int32
		for _, t := range tickets {
			if d := g.export.docOf[t]; d >= 0 && g.clusterOf[d] < 0 {
				g.clusterOf[d] = len(g.clusters)
				docs = append(docs, d)
			}
		}
		g.add(docs)
	}
	for d := range g.clusterOf {
		if g.clusterOf[d] < 0 {
			g.clusterOf[d] = len(g.clusters)
			g.add([]int32{int32(d)})
		}
	}
}

func (g *grouping) add(docs []int32) {
	if len(docs) == 0 {
		return
	}
	slices.Sort(docs)
	c := cluster{docs: docs, near: map[int]bool{}}
	for _, d := range docs {
		n := len(g.export.docs[d].tickets)
		c.sum = text.Add(c.sum, g.export.docs[d].vector, float64(n))
		c.tickets += n
	}
	g.clusters = append(g.clusters, c)
}

// connect finds the nearest neighbours of each wording.
func (g *grouping) connect() {
	s := newScorer(g.export.index, len(g.export.docs))
	for d := range g.export.docs {
		var best nearest
		s.similar(g.export.docs[d].vector, longestPosting, func(other int32, score float64) {
			if int(other) != d && score >= neighbourFloor {
				best.offer(other, score)
			}
		})
		for _, n := range best.list {
			a, b := g.clusterOf[d], g.clusterOf[n.doc]
			if a != b {
				g.clusters[a].near[b] = true
				g.clusters[b].near[a] = true
			}
		}
	}
	for a := range g.clusters {
		for b := range g.clusters[a].near {
			if a < b {
				g.offer(a, b)
			}
		}
	}
	heap.Init(&g.edges)
}

// nearest keeps the most similar wordings offered, the lower number of equals.
type nearest struct{ list []neighbour }

type neighbour struct {
	doc   int32
	score float64
}

func (n *nearest) offer(doc int32, score float64) {
	before := func(x neighbour) bool { return score > x.score || score == x.score && doc < x.doc }
	if len(n.list) == neighbours {
		if !before(n.list[neighbours-1]) {
			return
		}
		n.list = n.list[:neighbours-1]
	}
	at := len(n.list)
	for at > 0 && before(n.list[at-1]) {
		at--
	}
	n.list = slices.Insert(n.list, at, neighbour{doc, score})
}

// offer adds the pair a < b to the heap's slice if it may be joined.
func (g *grouping) offer(a, b int) bool {
	x, y := &g.clusters[a], &g.clusters[b]
	s := text.Dot(x.sum, y.sum) / (float64(x.tickets) * float64(y.tickets))
	if s < g.floor {
		return false
	}
	g.edges = append(g.edges, edge{s, a, b})
	return true
}

// join merges the best pair until none is left.
func (g *grouping) join() {
	for len(g.edges) > 0 {
		e := heap.Pop(&g.edges).(edge)
		if g.clusters[e.a].near == nil || g.clusters[e.b].near == nil {
			continue // one of them has joined another meanwhile
		}
		g.merge(e.a, e.b)
	}
	g.clusters = slices.DeleteFunc(g.clusters, func(c cluster) bool { return c.near == nil })
}

// merge makes a new cluster of a and b.
func (g *grouping) merge(a, b int) {
	x, y := &g.clusters[a], &g.clusters[b]
	joined := cluster{
		docs: append(slices.Clone(x.docs), y.docs...), sum: text.Add(x.sum, y.sum, 1),
		tickets: x.tickets + y.tickets, near: map[int]bool{},
	}
	slices.Sort(joined.docs)
	maps.Copy(x.near, y.near)
	near := slices.Sorted(maps.Keys(x.near))
	x.near, y.near = nil, nil
	c := len(g.clusters)
	g.clusters = append(g.clusters, joined)
	for _, n := range near {
		other := &g.clusters[n]
		if n == a || n == b || other.near == nil {
			continue
		}
		delete(other.near, a)
		delete(other.near, b)
		other.near[c] = true
		joined.near[n] = true
		if g.offer(n, c) {
			heap.Fix(&g.edges, len(g.edges)-1)
		}
	}
}

// edge is a pair of clusters that may be joined, a < b.
type edge struct {
	similarity float64
	a, b       int
}

// edgeHeap gives the most similar pair first, ties by the lower numbers.
type edgeHeap []edge

func (h edgeHeap) Len() int      { return len(h) }
func (h edgeHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h edgeHeap) Less(i, j int) bool {
	return cmp.Or(-cmp.Compare(h[i].similarity, h[j].similarity), cmp.Compare(h[i].a, h[j].a), cmp.Compare(h[i].b, h[j].b)) < 0
}
func (h *edgeHeap) Push(x any) { *h = append(*h, x.(edge)) }
func (h *edgeHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
