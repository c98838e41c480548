package issue

import (
	"slices"

	"ticketpatterns/analyzer/text"
)

// markFirm parts the texts of each cluster into those that say the same beyond doubt and
// those that only may.
//
// What people or the search for patterns hold together has a core, the tickets of the
// pattern: firm is what is as near to it as its own tickets are, or reaches cut. The core
// of any other cluster is its largest part whose mean cosine reaches cut, ties to the one
// with the lower first text, and that is firm.
func (g *grouping) markFirm(cores [][]int32, cut float64, near [][]neighbour) {
	of := make([]int32, len(g.vectors))
	for c := range g.clusters {
		x := &g.clusters[c]
		for _, d := range x.docs {
			of[d] = int32(c)
		}
	}
	core := make([][]int32, len(g.clusters))
	for _, docs := range cores {
		for _, d := range docs {
			core[of[d]] = append(core[of[d]], d)
		}
	}
	largest := g.largestParts(of, cut, near)
	for c := range g.clusters {
		x := &g.clusters[c]
		switch {
		case !x.bound:
			x.firm = largest[c]
		case len(core[c]) == 0:
			x.firm = x.docs // people said so
		default:
			slices.Sort(core[c])
			x.firm = g.asNearAs(slices.Compact(core[c]), x.docs, cut)
		}
	}
}

// coresOf lists the texts of today's patterns and of those remembered.
func (g *grouping) coresOf(seeds [][]int32) [][]int32 {
	var out [][]int32
	for _, tickets := range append(slices.Clone(seeds), g.memory.PatternTickets()...) {
		var docs []int32
		for _, t := range tickets {
			if d := g.data.TextOf[t]; d >= 0 {
				docs = append(docs, d)
			}
		}
		out = append(out, docs)
	}
	return out
}

// largestParts clusters the texts of each cluster that nothing binds on their own at a
// higher cut, and returns the largest part of each by tickets; of are the clusters of the
// texts.
func (g *grouping) largestParts(of []int32, cut float64, near [][]neighbour) [][]int32 {
	inside := newGrouping(g.data, cut, g.vectors)
	inside.addStarts(nil)
	inside.connectIf(near, func(a, b int32) bool { return of[a] == of[b] && !g.clusters[of[a]].bound })
	inside.join()
	out, most := make([][]int32, len(g.clusters)), make([]int, len(g.clusters))
	for i := range inside.clusters {
		x := &inside.clusters[i]
		if x.merged {
			continue
		}
		c := of[x.docs[0]]
		if x.tickets > most[c] || x.tickets == most[c] && x.docs[0] < out[c][0] {
			out[c], most[c] = x.docs, x.tickets
		}
	}
	return out
}

// coreShare is the share of a core that is nearer to the rest of it than any other ticket
// must be: a core has its own stragglers, which let nobody in.
const coreShare = 0.75

// asNearAs returns the core and those of docs, ascending, whose mean cosine to the core
// reaches cut or is not below that of three in four of its own tickets to the others of it.
func (g *grouping) asNearAs(core, docs []int32, cut float64) []int32 {
	sum, n := g.sumOf(core)
	var own []float64
	for _, d := range core {
		if n > 1 {
			own = append(own, (text.Dot(sum, g.vectors[d])-text.Dot(g.vectors[d], g.vectors[d]))/float64(n-1))
		}
	}
	slices.Sort(own)
	least := cut
	if len(own) > 0 {
		least = min(cut, own[int((1-coreShare)*float64(len(own)))])
	}
	var firm []int32
	for _, d := range docs {
		if _, inside := slices.BinarySearch(core, d); inside || text.Dot(sum, g.vectors[d])/float64(n) >= least {
			firm = append(firm, d)
		}
	}
	return firm
}
