package issue

import (
	"slices"

	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/text"
)

const (
	// mergeMargin is how far above the floor two remembered issues must be alike to
	// become one: once they have been told apart, chance must not join them.
	mergeMargin = 0.1
	// holdShare is the part of the floor at which a remembered member still holds.
	// It is well below the floor, so that a ticket does not come and go.
	holdShare = 0.5
	// seedShare is the part of a remembered issue that a pattern must hold to be
	// that issue although its words are others.
	minSeedShare = 0.1
)

// resume says with which groups of texts the grouping begins: the patterns of
// today and the remembered issues. A pattern that was remembered stays with its
// issue. Another one belongs to the issue that most of its known tickets belong
// to, if they are much of that issue or if both say the same; else it becomes an
// issue of its own. Of the other issues, members that no longer fit leave, and
// parts that no longer belong together are set apart. New texts come to the
// issue with the highest mean cosine above the floor. All else is grouped
// afterwards.
func (g *grouping) resume(seeds [][]int32, near [][]neighbour) []start {
	k := g.memory
	home := make([]int32, len(g.data.Texts)) // by text: number of its start
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

// rememberedIssue returns the issue that most of the known tickets of a text
// belong to, the older of equals.
func (g *grouping) rememberedIssue(d int32) int32 {
	if len(g.memory.Issues) == 0 {
		return memory.None
	}
	issue, _, _ := mode(g.data.Texts[d].Tickets, func(t int32) (int32, int) { return g.memory.IssueOf[t], 1 })
	return issue
}

// most returns the number that weighs most among those that of gives for items,
// the lowest of equals, with its weight and that of all; none if it gives none.
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

// textsOf lists the texts of tickets that no stronger pattern holds.
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

// placeSeed gives the texts of a pattern to one start, if need be a new one.
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
			home[d] = to // what another pattern has brought together stays there
		}
	}
	return starts
}

// sameIssue tells whether a pattern is the issue that inside of its tickets belong
// to: they are half of its known ones and much of the issue, or the pattern says
// what the rest of the issue says.
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

// setApart looks at each remembered issue by itself: what of it is alike at a
// part of the floor? The largest such group is the issue. A smaller one that fits
// it stays; one that does not becomes an issue of its own, or goes if it is too
// small to be one. Issues that patterns or decisions hold together stay whole.
func (g *grouping) splitRemembered(home []int32, seeded []bool, starts []start, near [][]neighbour) []start {
	if len(g.memory.Issues) == 0 {
		return starts
	}
	inside := newGrouping(g.data, holdShare*g.floor, g.vectors)
	free := func(d int32) bool { return home[d] >= 0 && !starts[home[d]].bound && !seeded[d] }
	inside.addStarts(nil)
	inside.connectIf(near, func(a, b int32) bool { return free(a) && home[a] == home[b] })
	inside.join()
	parts := map[int32][]int32{} // by start: its clusters
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

// divide keeps what holds together with the largest part of an issue.
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

// attract gives new texts to the remembered issue with the highest mean
// cosine above the floor, the older of equals. Issues of which the export holds
// fewer tickets than an issue needs are known by what is remembered of them.
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
	faint := make([]text.Vector, issues) // of those that are known by memory only
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

// below32 returns v without the terms from end on.
func termsBelow(v text.Vector, end uint32) text.Vector {
	n, _ := slices.BinarySearch(v.Terms, end)
	return text.Vector{Terms: v.Terms[:n], Weights: v.Weights[:n]}
}

// needed is the mean cosine at which two clusters join. Remembered issues need
// more, and those that people have split never do.
func (g *grouping) joinThreshold(a, b *cluster) float64 {
	if a.remembered < 0 || b.remembered < 0 {
		return g.floor
	}
	if g.memory.KeptApart(a.remembered, b.remembered) {
		return 2 // more than any cosine
	}
	return g.floor + mergeMargin
}

// inherit takes over what the two clusters that were joined go on. Of two
// remembered issues the older stays; but one that was a pattern stays before one
// that never was, as people have decided about it and packs name it.
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
