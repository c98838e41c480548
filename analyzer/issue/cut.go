package issue

const (
	// maxCut is the highest cut: what is as near as this says the same in every export.
	maxCut = 0.85
	// fewTexts is the size of an export that tells as much of its cut as is known of it
	// beforehand.
	fewTexts = 200
)

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
// with chance the share of closed triads if neighbours were drawn by lot. Few texts tell
// little of that: in a small export most texts are neighbours of each other by chance,
// and an issue is worth telling only where it is beyond doubt. So the cut of n texts
// leans on the highest, which weighs as much as 200 texts do,
//
//	(n² cut + 200² 0.85) / (n² + 200²)
//
// The factor 2 and the highest cut have no source: they were chosen by hand on the
// labelled texts that cmd/evaluate measures, and are untried on others. Of parts of 50,
// 100, 200 and 500 texts of ten of its sets, leaning raised the mean B-cubed F1 from .73,
// .73, .72 and .77 to .80, .76, .75 and .77, interpolated between the cuts of a sweep; from
// 100 to 400 instead of 200 texts, and with n in place of n², it is within .01 of these.
func cut(near [][]neighbour, floor float64) float64 {
	own := floor
	if closed, chance := closedTriads(near); len(near) > 2*neighbours && chance < 1 {
		own = max(floor, min(maxCut, 2*(1-closed)/(1-chance)))
	}
	n2, few := float64(len(near))*float64(len(near)), float64(fewTexts*fewTexts)
	return max(floor, (n2*own+few*maxCut)/(n2+few))
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
