package issue

import (
	"container/heap"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/text"
)

// cluster is a group of texts: an issue if it holds enough tickets.
type cluster struct {
	docs       []int32     // ascending
	sum        text.Vector // of the texts' vectors, each counted as often as it is used
	tickets    int
	neighbours []int32 // candidates to merge with; may hold clusters that have been merged since
	merged     bool    // it is part of another cluster now

	remembered int32   // remembered issue that it continues, or memory.None
	absorbed   []int32 // other remembered issues that were merged into it
	bound      bool    // held together by a pattern or a decision, whatever the texts say
	firm       []int32 // those of docs that say the same beyond doubt, ascending; see markFirm
}

// group clusters all texts of the export by average linkage on the graph of nearest
// neighbours. It repeatedly merges the two clusters with the highest mean cosine
// between their tickets,
//
//	(sA . sB) / (|A| |B|)    with s the sums of the unit vectors
//
// ties by the lower numbers, until no pair reaches the cut that suits the export
// (see cutsOf), which is at least floor. The vectors are expanded by learned synonyms and smoothed over their neighbours, and are as long as others say
// what the text says: tickets that share little more than stock words do not join for
// want of any other. Each list of seeds starts as one cluster; remembered issues start
// with their tickets (see resume). It returns the clusters and, by text, the vectors used.
//
// Average linkage: Sokal and Michener, University of Kansas Science Bulletin 38
// (1958), 1409-1438. The cost is near-linear: a text is compared with the texts that
// share a term of at most 3,000 texts and with some of the others (see maxPostings), and
// a cluster only with its members' 15 neighbours each.
func group(data *dataset.Dataset, seeds [][]int32, floor float64, o *memory.Overlay) ([]cluster, []text.Vector) {
	vectors := expand(data)
	near := nearestOf(vectors)
	at := cutsOf(near, floor)
	g := newGrouping(data, at.join, asShared(data, smooth(vectors, near)))
	g.memory = o
	g.addStarts(g.resume(seeds, near))
	g.connect(near)
	g.join()
	g.clusters = slices.DeleteFunc(g.clusters, func(c cluster) bool { return c.merged })
	g.markFirm(g.coresOf(seeds), at.firm, near)
	return g.clusters, g.vectors
}

func newGrouping(data *dataset.Dataset, floor float64, vectors []text.Vector) *grouping {
	return &grouping{data: data, floor: floor, vectors: vectors, clusterOf: make([]int32, len(data.Texts)),
		dense: make([]float32, data.Corpus.Terms()), memory: &memory.Overlay{}}
}

type grouping struct {
	data      *dataset.Dataset
	memory    *memory.Overlay
	floor     float64
	vectors   []text.Vector // by text
	clusters  []cluster
	clusterOf []int32 // by text: its first cluster
	joined    []int32 // by cluster: the cluster that it was merged into, or itself (union-find)
	edges     edgeHeap
	dense     []float32 // by term: scratch for one cluster's sum; all zero between calls
}

// start is a group of texts that starts as one cluster.
type start struct {
	docs       []int32
	remembered int32
	absorbed   []int32
	bound      bool
}

// addStarts creates one cluster for each start and one for each remaining text.
func (g *grouping) addStarts(starts []start) {
	for d := range g.clusterOf {
		g.clusterOf[d] = memory.None
	}
	for _, s := range starts {
		for _, d := range s.docs {
			g.clusterOf[d] = int32(len(g.clusters))
		}
		g.add(s)
	}
	for d := range g.clusterOf {
		if g.clusterOf[d] < 0 {
			g.clusterOf[d] = int32(len(g.clusters))
			g.add(start{docs: []int32{int32(d)}, remembered: memory.None})
		}
	}
}

func (g *grouping) add(s start) {
	if len(s.docs) == 0 {
		return
	}
	slices.Sort(s.docs)
	c := cluster{docs: s.docs, remembered: s.remembered, absorbed: s.absorbed, bound: s.bound}
	c.sum, c.tickets = g.sumOf(s.docs)
	g.joined = append(g.joined, int32(len(g.clusters)))
	g.clusters = append(g.clusters, c)
}

// sumOf returns the sum of the vectors of texts, weighted by their tickets, and the
// number of tickets.
func (g *grouping) sumOf(docs []int32) (text.Vector, int) {
	if len(docs) == 1 {
		n := len(g.data.Texts[docs[0]].Tickets)
		return text.Scale(g.vectors[docs[0]], float64(n)), n
	}
	var sum text.Adder
	tickets := 0
	for _, d := range docs {
		n := len(g.data.Texts[d].Tickets)
		sum.Add(g.vectors[d], float64(n))
		tickets += n
	}
	return sum.Sum(), tickets
}

// connect links each cluster with the clusters of its texts' neighbours.
func (g *grouping) connect(near [][]neighbour) {
	g.connectIf(near, func(a, b int32) bool { return true })
}

// connectIf links only texts that may accept.
func (g *grouping) connectIf(near [][]neighbour, may func(a, b int32) bool) {
	for d := range near {
		a := g.clusterOf[d]
		for _, n := range near[d] {
			if !may(int32(d), n.doc) {
				continue
			}
			b := g.clusterOf[n.doc]
			g.clusters[a].neighbours = append(g.clusters[a].neighbours, b)
			g.clusters[b].neighbours = append(g.clusters[b].neighbours, a)
		}
	}
	for c := range g.clusters {
		g.clusters[c].neighbours = g.current(int32(c), g.clusters[c].neighbours)
		g.score(int32(c), func(other int32) bool { return int32(c) < other })
	}
	heap.Init(&g.edges)
}

// current maps clusters to those that they are part of now: ascending, distinct,
// without c.
func (g *grouping) current(c int32, list []int32) []int32 {
	for i, n := range list {
		list[i] = g.find(n)
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return slices.DeleteFunc(list, func(n int32) bool { return n == c })
}

// find returns the cluster that c is part of now, and shortens the path to it.
func (g *grouping) find(c int32) int32 {
	for g.joined[c] != c {
		g.joined[c] = g.joined[g.joined[c]]
		c = g.joined[c]
	}
	return c
}

// score appends the edges from c to those neighbours that are wanted and similar
// enough.
func (g *grouping) score(c int32, wanted func(other int32) bool) {
	x := &g.clusters[c]
	for i, t := range x.sum.Terms {
		g.dense[t] = x.sum.Weights[i]
	}
	for _, n := range x.neighbours {
		if !wanted(n) {
			continue
		}
		y := &g.clusters[n]
		dot := 0.0
		for i, t := range y.sum.Terms {
			dot += float64(g.dense[t]) * float64(y.sum.Weights[i])
		}
		if s := dot / (float64(x.tickets) * float64(y.tickets)); s >= g.joinThreshold(x, y) {
			g.edges = append(g.edges, edge{s, min(c, n), max(c, n)})
		}
	}
	for _, t := range x.sum.Terms {
		g.dense[t] = 0
	}
}

// join merges the most similar pair until no edge is left.
func (g *grouping) join() {
	for len(g.edges) > 0 {
		e := heap.Pop(&g.edges).(edge)
		if g.clusters[e.a].merged || g.clusters[e.b].merged {
			continue // stale: one of them has been merged since
		}
		g.merge(e.a, e.b)
	}
}

// merge replaces a and b by a new cluster.
func (g *grouping) merge(a, b int32) {
	x, y := &g.clusters[a], &g.clusters[b]
	c := int32(len(g.clusters))
	g.joined[a], g.joined[b] = c, c
	g.joined = append(g.joined, c)
	both := cluster{
		docs: append(x.docs, y.docs...), sum: text.Add(x.sum, y.sum, 1),
		tickets: x.tickets + y.tickets, neighbours: g.current(c, append(x.neighbours, y.neighbours...)),
	}
	g.inherit(&both, x, y)
	slices.Sort(both.docs)
	*x, *y = cluster{merged: true}, cluster{merged: true}
	g.clusters = append(g.clusters, both)
	known := len(g.edges)
	g.score(c, func(int32) bool { return true })
	added := slices.Clone(g.edges[known:])
	g.edges = g.edges[:known]
	for _, e := range added {
		heap.Push(&g.edges, e)
	}
}
