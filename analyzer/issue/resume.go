package issue

import (
	"slices"

	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/text"
)

const (
	// mergeMargin is how far above the floor the similarity of two remembered issues
	// must be to merge them: a small change must not merge issues that have been
	// reported apart.
	mergeMargin = 0.1
	// holdShare is the fraction of the floor at which a remembered ticket stays in
	// its issue. It is well below the floor so that tickets do not flip between
	// issues.
	holdShare = 0.5
	// minSeedShare is the share of a remembered issue that a pattern must hold to be
	// that issue although its wording differs.
	minSeedShare = 0.1
)

// resume returns the initial clusters: today's patterns and the remembered issues.
//
// A remembered pattern stays with its issue. Any other pattern joins the issue that
// holds most of its known tickets, if they are a large part of that issue or if both
// say the same; otherwise it becomes a new issue. In the remaining issues, tickets
// that no longer fit leave, and parts that no longer belong together are split. New
// texts join the issue with the highest mean cosine above the floor. All other texts
// are clustered afterwards.
func (g *grouping) resume(seeds [][]int32, near [][]neighbour) []start {
	k := g.memory
	home := make([]int32, len(g.data.Texts)) // by text: its start
	for d := range home {
		home[d] = g.rememberedIssue(int32(d))
	}
	starts := make([]start, len(k.Issues))
	for n := range k.Issues {
		starts[n] = start{remembered: int32(n), bound: k.Issues[n].Bound}
	}
	seeded := make([]bool, len(home))
	for _, tickets := range seeds {
		starts = g.placeSeed(tickets, g.textsOf(tickets, seeded), home, starts)
	}
	starts = g.splitRemembered(home, seeded, starts, near)
	g.assignNew(home, starts, near)
	for d, h := range home {
		if h >= 0 {
			starts[h].docs = append(starts[h].docs, int32(d))
		}
	}
	return slices.DeleteFunc(starts, func(s start) bool { return len(s.docs) == 0 })
}

// rememberedIssue returns the issue that most of the known tickets of a text belong
// to, ties to the older one.
func (g *grouping) rememberedIssue(d int32) int32 {
	if len(g.memory.Issues) == 0 {
		return memory.None
	}
	issue, _, _ := mode(g.data.Texts[d].Tickets, func(t int32) (int32, int) { return g.memory.IssueOf[t], 1 })
	return issue
}

// mode returns the number with the highest total weight, ties to the lowest, that
// weight and the weight of all numbers. of gives the number and weight of an item;
// negative numbers are ignored. It returns memory.None if no number is left.
func mode(items []int32, of func(int32) (number int32, weight int)) (best int32, weight, all int) {
	weights := map[int32]int{}
	best = memory.None
	for _, i := range items {
		n, w := of(i)
		if n < 0 {
			continue
		}
		weights[n] += w
		all += w
		if best < 0 || weights[n] > weights[best] || weights[n] == weights[best] && n < best {
			best = n
		}
	}
	return best, weights[best], all
}

// textsOf lists the texts of tickets that no stronger pattern has claimed, and
// claims them.
func (g *grouping) textsOf(tickets []int32, seeded []bool) []int32 {
	var docs []int32
	for _, t := range tickets {
		if d := g.data.TextOf[t]; d >= 0 && !seeded[d] {
			seeded[d] = true
			docs = append(docs, d)
		}
	}
	return docs
}

// placeSeed assigns the texts of a pattern to a start, adding one if necessary.
func (g *grouping) placeSeed(tickets, docs []int32, home []int32, starts []start) []start {
	if len(docs) == 0 {
		return starts
	}
	to := g.memory.IssueOfPattern(tickets)
	if to < 0 {
		was, inside, known := mode(docs, func(d int32) (int32, int) { return home[d], len(g.data.Texts[d].Tickets) })
		to = was
		if was < 0 || !g.sameIssue(docs, was, 2*inside >= known, inside, home) {
			to = int32(len(starts))
			starts = append(starts, start{remembered: memory.None})
			if was >= 0 && starts[was].remembered >= 0 {
				starts[to].absorbed = []int32{starts[was].remembered}
			}
		}
	}
	starts[to].bound = true
	for _, d := range docs {
		if h := home[d]; h < 0 || !starts[h].bound {
			home[d] = to // a text claimed by another pattern stays there
		}
	}
	return starts
}

// sameIssue reports whether a pattern continues the issue that inside of its tickets
// belong to: they are half of its known tickets and a large part of the issue, or
// the pattern says what the rest of the issue says.
func (g *grouping) sameIssue(docs []int32, issue int32, half bool, inside int, home []int32) bool {
	var rest []int32
	mine := map[int32]bool{}
	for _, d := range docs {
		mine[d] = true
	}
	for d, h := range home {
		if h == issue && !mine[int32(d)] {
			rest = append(rest, int32(d))
		}
	}
	sum, n := g.sumOf(docs)
	whole, m := g.sumOf(rest)
	if half && float64(inside) >= minSeedShare*float64(inside+m) {
		return true
	}
	return m > 0 && text.Dot(sum, whole)/(float64(n)*float64(m)) >= g.floor
}

// splitRemembered clusters the texts of each remembered issue on their own at a
// fraction of the floor. The largest cluster remains the issue, and so do smaller
// ones that are similar to it; one that is not becomes a new issue, or is dissolved
// if it is too small. Issues held together by patterns or decisions are not split.
func (g *grouping) splitRemembered(home []int32, seeded []bool, starts []start, near [][]neighbour) []start {
	if len(g.memory.Issues) == 0 {
		return starts
	}
	inside := newGrouping(g.data, holdShare*g.floor, g.vectors)
	free := func(d int32) bool { return home[d] >= 0 && !starts[home[d]].bound && !seeded[d] }
	inside.addStarts(nil)
	inside.connectIf(near, func(a, b int32) bool { return free(a) && home[a] == home[b] })
	inside.join()
	parts := map[int32][]int32{} // by start
	for c, x := range inside.clusters {
		if !x.merged && free(x.docs[0]) {
			h := home[x.docs[0]]
			parts[h] = append(parts[h], int32(c))
		}
	}
	for h := range int32(len(starts)) {
		if len(parts[h]) > 1 {
			starts = g.splitIssue(h, inside.clusters, parts[h], home, starts)
		}
	}
	return starts
}

// splitIssue keeps the largest part of an issue and what is similar to it.
func (g *grouping) splitIssue(h int32, all []cluster, parts []int32, home []int32, starts []start) []start {
	core := all[parts[0]]
	for _, c := range parts[1:] {
		if all[c].tickets > core.tickets {
			core = all[c]
		}
	}
	for _, c := range parts {
		x := &all[c]
		alike := text.Dot(core.sum, x.sum) / (float64(core.tickets) * float64(x.tickets))
		if x.docs[0] == core.docs[0] || alike >= holdShare*g.floor {
			continue
		}
		to := int32(memory.None)
		if x.tickets >= MinTickets {
			to = int32(len(starts))
			starts = append(starts, start{remembered: memory.None, absorbed: []int32{starts[h].remembered}})
		}
		for _, d := range x.docs {
			home[d] = to
		}
	}
	return starts
}

// assignNew assigns new texts to the remembered issue with the highest mean cosine
// above the floor, ties to the older one. For issues with too few tickets in the
// export the remembered mean vector is used.
func (g *grouping) assignNew(home []int32, starts []start, near [][]neighbour) {
	issues := len(g.memory.Issues)
	if issues == 0 {
		return
	}
	members := make([][]int32, issues)
	for d, h := range home {
		if h >= 0 && int(h) < issues {
			members[h] = append(members[h], int32(d))
		}
	}
	means := make([]text.Vector, issues)
	faint := make([]text.Vector, issues) // mean vectors of issues that only the memory knows
	parallel.Each(issues, func() func(int) {
		return func(n int) {
			sum, tickets := g.sumOf(members[n])
			if tickets >= MinTickets {
				means[n] = text.Scale(sum, 1/float64(tickets))
				return
			}
			means[n] = g.memory.Issues[n].Mean
			faint[n] = means[n]
		}
	})
	index := text.NewIndex(faint)
	to := slices.Clone(home)
	parallel.Each(len(home), func() func(int) {
		s := text.NewScorer(index, issues)
		return func(d int) {
			if home[d] < 0 {
				to[d] = g.nearestIssue(int32(d), home, means, s, near[d])
			}
		}
	})
	copy(home, to)
}

func (g *grouping) nearestIssue(d int32, home []int32, means []text.Vector, faint *text.Scorer, near []neighbour) int32 {
	best, highest := int32(memory.None), g.floor
	offer := func(n int32, similarity float64) {
		if similarity > highest || similarity == highest && (best < 0 || n < best) {
			best, highest = n, similarity
		}
	}
	for _, other := range near {
		if h := home[other.doc]; h >= 0 && int(h) < len(means) {
			offer(h, text.Dot(g.vectors[d], means[h]))
		}
	}
	known := g.vectors[d]
	if n := len(faint.Index.Postings); len(known.Terms) > 0 && int(known.Terms[len(known.Terms)-1]) >= n {
		known = termsBelow(known, uint32(n))
	}
	faint.Similar(known, 0, offer)
	return best
}

// termsBelow returns v without the terms from end on.
func termsBelow(v text.Vector, end uint32) text.Vector {
	n, _ := slices.BinarySearch(v.Terms, end)
	return text.Vector{Terms: v.Terms[:n], Weights: v.Weights[:n]}
}

// joinThreshold returns the mean cosine at which two clusters merge. Two remembered
// issues need more; issues that people have split never merge.
func (g *grouping) joinThreshold(a, b *cluster) float64 {
	if a.remembered < 0 || b.remembered < 0 {
		return g.floor
	}
	if g.memory.KeptApart(a.remembered, b.remembered) {
		return 2 // more than any cosine
	}
	return g.floor + mergeMargin
}

// inherit sets what a merged cluster takes over from its parts. Of two remembered
// issues the older one continues, except that one with a pattern takes precedence
// over one without: people may have decided about it and reports name it.
func (g *grouping) inherit(c, a, b *cluster) {
	c.remembered, c.bound = a.remembered, a.bound || b.bound
	c.absorbed = slices.Concat(a.absorbed, b.absorbed)
	switch {
	case a.remembered < 0:
		c.remembered = b.remembered
	case b.remembered >= 0:
		stays, goes := min(a.remembered, b.remembered), max(a.remembered, b.remembered)
		if g.memory.Issues[goes].Bound && !g.memory.Issues[stays].Bound {
			stays, goes = goes, stays
		}
		c.remembered = stays
		c.absorbed = append(c.absorbed, goes)
	}
}
