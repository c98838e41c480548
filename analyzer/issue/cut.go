package issue

const (
	// maxCut is the highest cut: what is as near as this says the same in every export.
	maxCut = 0.85
	// fewTexts is the size of an export that tells as much of its cut as is known of it
	// beforehand, which is fewCut.
	fewTexts, fewCut = 200, 0.6
	// firmRatio is how much nearer the firm members of an issue are to each other than all.
	firmRatio = 1.5
)

// cuts are the mean cosines at which the issues of an export are to stay apart.
type cuts struct {
	join float64 // of all their members
	firm float64 // of those that say the same beyond doubt; at least join
}

// cutsOf returns the cuts of an export, in [floor, 0.85] for a floor below that.
//
// How near two tickets must be to say the same differs between exports. Where people
// report the same things again and again, the neighbours of a ticket are neighbours of
// each other: the triads of the neighbour graph are closed (transitivity; Watts and
// Strogatz, Nature 393, 1998). Where every ticket is a problem of its own, a ticket
// still has nearest neighbours, each by another chance word, and they have nothing to
// do with each other. Tickets join at twice the share of open triads,
//
//	cut = 2 (1 - C),  C = (closed - chance) / (1 - chance)
//
// with chance the share of closed triads if neighbours were drawn by lot, and are firm at
// one and a half times that. Few texts tell little of that: in a small export most texts
// are neighbours of each other by chance. So the cut of n texts leans on 0.6, which weighs
// as much as 200 texts do,
//
//	(n² cut + 200² 0.6) / (n² + 200²)
//
// The factors, the highest cut and that of few texts have no source: they were chosen on
// the labelled texts that cmd/evaluate measures, whose measured.md has the sweeps.
func cutsOf(near [][]neighbour, floor float64) cuts {
	own := fewCut
	if closed, chance := closedTriads(near); len(near) > 2*neighbours && chance < 1 {
		own = 2 * (1 - closed) / (1 - chance)
	}
	n2, few := float64(len(near))*float64(len(near)), float64(fewTexts*fewTexts)
	own = (n2*own + few*fewCut) / (n2 + few)
	join := max(floor, min(maxCut, own))
	return cuts{join: join, firm: max(join, min(maxCut, firmRatio*own))}
}

// closedTriads returns the share of the pairs among the five nearest neighbours of each
// text of which one is a neighbour of the other, and what that share would be if
// neighbours were drawn by lot. Without such pairs both are 1.
func closedTriads(near [][]neighbour) (closed, chance float64) {
	triads, listed := 0, 0
	for _, list := range near {
		listed += len(list)
		nearest := list[:min(smoothingNeighbours, len(list))]
		for i, a := range nearest {
			for _, b := range nearest[:i] {
				triads++
				if lists(near[a.doc], b.doc) || lists(near[b.doc], a.doc) {
					closed++
				}
			}
		}
	}
	if triads == 0 || len(near) < 2 {
		return 1, 1
	}
	apart := 1 - float64(listed)/float64(len(near))/float64(len(near)-1)
	return closed / float64(triads), 1 - apart*apart
}

// lists reports whether a list of neighbours holds a text.
func lists(list []neighbour, doc int32) bool {
	for _, n := range list {
		if n.doc == doc {
			return true
		}
	}
	return false
}
