package issue

// maxCut is the highest cut: what is as near as this says the same in every export.
const maxCut = 0.85

// cut returns the mean cosine at which the issues of an export are to stay apart, in
// [floor, 0.85] for a floor below that.
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
// with chance the share of closed triads if neighbours were drawn by lot. The factor 2
// and the highest cut have no source: they were chosen by hand on the labelled texts
// that cmd/evaluate measures, and are untried on others. An export
// too small to tell, in which lists of neighbours hold half of all texts, has the
// floor as its cut.
func cut(near [][]neighbour, floor float64) float64 {
	closed, chance := closedTriads(near)
	if len(near) <= 2*neighbours || chance >= 1 {
		return floor
	}
	return max(floor, min(maxCut, 2*(1-closed)/(1-chance)))
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
