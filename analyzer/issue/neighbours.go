package issue

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/text"
)

const (
	// neighbours is the number of nearest neighbours kept for each text.
	neighbours = 15
	// neighbourFloor is the smallest cosine of a neighbour.
	neighbourFloor = 0.05
	// maxPostings bounds the cost of the neighbour search: of terms of more texts only
	// a tenth of it count, those nearest in time.
	maxPostings = 3000
	// queryTerms bounds the terms by which the neighbours of a text are searched.
	queryTerms = 20
	// smoothingNeighbours is the number of neighbours that a vector is smoothed with.
	smoothingNeighbours = 5
	// vectorTerms bounds the terms of a text's vector.
	vectorTerms = 40
)

// expand returns the vectors of the texts, expanded by learned synonyms. The search
// in scopes does without: it compares few tickets, whose own words must suffice.
func expand(data *dataset.Dataset) []text.Vector {
	out := make([]text.Vector, len(data.Texts))
	parallel.Each(len(out), func() func(int) {
		return func(d int) { out[d] = data.Synonyms.Expand(data.Texts[d].Vector) }
	})
	return out
}

// nearestOf returns the nearest neighbours of each vector, nearest first.
func nearestOf(vectors []text.Vector) [][]neighbour {
	x := text.NewIndex(vectors)
	out := make([][]neighbour, len(vectors))
	parallel.Each(len(vectors), func() func(int) {
		s := text.NewScorer(x, len(vectors))
		return func(d int) {
			best := nearest{floor: neighbourFloor}
			s.SimilarBeside(int32(d), text.Strongest(vectors[d], queryTerms), maxPostings, func(other int32, score float64) {
				if near := float32(score); near >= best.floor && int(other) != d {
					best.offer(other, near)
				}
			})
			out[d] = best.list
		}
	})
	return out
}

// smooth moves each vector towards its five nearest neighbours, each as far as it is
// near,
//
//	unit( v + mean of cosine(v, n) * n )
//
// cut to its 40 heaviest terms, so that two tickets without a common word can meet
// through others between them, while one that has no like stays where it is. This is
// one step of score diffusion over a neighbour graph (Zhou, Bousquet, Lal, Weston and
// Schölkopf, NIPS 2003, section 2).
func smooth(vectors []text.Vector, near [][]neighbour) []text.Vector {
	out := make([]text.Vector, len(vectors))
	parallel.Each(len(vectors), func() func(int) {
		return func(d int) {
			var sum text.Vector
			for _, n := range near[d][:min(smoothingNeighbours, len(near[d]))] {
				sum = text.Add(sum, vectors[n.doc], float64(n.score))
			}
			out[d] = text.Unit(text.Strongest(text.Add(vectors[d], sum, 1.0/smoothingNeighbours), vectorTerms))
		}
	})
	return out
}

// asShared shortens the vector of each text to what others say of it too.
func asShared(data *dataset.Dataset, vectors []text.Vector) []text.Vector {
	for d := range vectors {
		if shared := data.Texts[d].Shared; shared < 1 {
			vectors[d] = text.Scale(vectors[d], float64(shared))
		}
	}
	return vectors
}

// nearest collects the most similar texts, ties to the lower number.
type nearest struct {
	list  []neighbour
	floor float32 // what is less near is not among them
}

type neighbour struct {
	doc   int32
	score float32
}

func (n *nearest) offer(doc int32, score float32) {
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
	if len(n.list) == neighbours {
		n.floor = n.list[neighbours-1].score
	}
}
