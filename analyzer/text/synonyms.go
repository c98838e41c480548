package text

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/parallel"
)

// Limits and thresholds of synonyms.
const (
	company       = 5         // context words on each side
	smoothing     = 0.75      // exponent of the companions' distribution
	minUses       = 3         // a word with fewer uses has no meaningful row
	rowTerms      = 200       // context words stored per word
	longestColumn = 2000      // a context word of more words is not distinctive
	mostTokens    = 5_000_000 // words read

	nearestWords  = 10
	nearestCosine = 0.15
	synonymWeight = 0.5
	expandedTerms = 40
)

// Synonyms knows which words of an export occur in the same contexts: people who
// write "frozen" and people who write "hangs" use the same words around it. The zero
// value knows none.
type Synonyms struct{ near [][]synonym } // by term id

type synonym struct {
	term   uint32
	cosine float32
}

// LearnSynonyms learns from the word order of the corpus. Each word w has a row of
// its context words c within 5 words on either side, weighted by positive pointwise
// mutual information with smoothed context distribution:
//
//	PPMI(w, c) = max(0, ln( n(w,c) / n(w) / p(c) )),  p(c) = n(c)^0.75 / sum n(.)^0.75
//
// and divided by its length (Levy, Goldberg and Dagan, Transactions of the ACL 3
// (2015), sections 2.1 and 3.1). The synonyms of a word are the 10 words whose rows
// have the highest cosine with its own, of at least 0.15; ties go to the lower id.
//
// Time and memory are bounded: of a large export every k-th text is read, at most
// five million words; a row holds its 200 strongest context words, and a context
// word of more than 2,000 words is skipped.
func (c *Corpus) LearnSynonyms() Synonyms {
	t := newCompanions(c.order, len(c.kind))
	rows := make([]Vector, len(c.kind))
	parallel.Each(len(rows), func() func(int) {
		counts := make([]float64, len(rows))
		return func(w int) { rows[w] = t.row(uint32(w), counts) }
	})
	columns := make([][]rowEntry, len(rows))
	for w, row := range rows {
		for i, context := range row.Terms {
			columns[context] = append(columns[context], rowEntry{uint32(w), row.Weights[i]})
		}
	}
	s := Synonyms{near: make([][]synonym, len(rows))}
	parallel.Each(len(rows), func() func(int) {
		scores := make([]float64, len(rows))
		return func(w int) { s.near[w] = nearestRows(uint32(w), rows[w], columns, scores) }
	})
	return s
}

// companions holds where each word occurs and the counts of its context words.
type companions struct {
	tokens []uint32  // all texts, each ended by noWord
	places [][]int32 // by word: positions in tokens
	n      []float64 // by word: number of context words, with repetition
	p      []float64 // by word: its smoothed share of all context words
}

const noWord = math.MaxUint32

func newCompanions(texts [][]uint32, words int) *companions {
	total := 0
	for _, t := range texts {
		total += len(t)
	}
	step := max(1, (total+mostTokens-1)/mostTokens)
	t := &companions{places: make([][]int32, words), n: make([]float64, words), p: make([]float64, words)}
	for i := 0; i < len(texts); i += step {
		for at, w := range texts[i] {
			t.places[w] = append(t.places[w], int32(len(t.tokens)))
			t.tokens = append(t.tokens, w)
			t.n[w] += float64(min(at, company) + min(len(texts[i])-1-at, company))
		}
		t.tokens = append(t.tokens, noWord)
	}
	sum := 0.0
	for w, n := range t.n {
		t.p[w] = math.Pow(n, smoothing)
		sum += t.p[w]
	}
	for w := range t.p {
		t.p[w] /= sum
	}
	return t
}

// row returns the context words of word w as a unit vector; counts is all zero
// before and after.
func (t *companions) row(w uint32, counts []float64) Vector {
	if len(t.places[w]) < minUses {
		return Vector{}
	}
	var seen []uint32
	add := func(at int32) bool {
		if at < 0 || t.tokens[at] == noWord {
			return false
		}
		c := t.tokens[at]
		if counts[c] == 0 {
			seen = append(seen, c)
		}
		counts[c]++
		return true
	}
	for _, at := range t.places[w] {
		for d := int32(1); int(d) <= company && add(at-d); d++ {
		}
		for d := int32(1); int(d) <= company && add(at+d); d++ {
		}
	}
	slices.Sort(seen)
	var row Vector
	for _, c := range seen {
		if ppmi := math.Log(counts[c] / t.n[w] / t.p[c]); ppmi > 0 {
			row.Terms = append(row.Terms, c)
			row.Weights = append(row.Weights, float32(ppmi))
		}
		counts[c] = 0
	}
	return Unit(Strongest(row, rowTerms))
}

type rowEntry struct {
	word   uint32
	weight float32
}

// nearestRows returns the words whose rows are most similar to that of w; scores is
// all zero before and after.
func nearestRows(w uint32, row Vector, columns [][]rowEntry, scores []float64) []synonym {
	var seen []uint32
	for i, context := range row.Terms {
		if len(columns[context]) > longestColumn {
			continue
		}
		for _, e := range columns[context] {
			if scores[e.word] == 0 {
				seen = append(seen, e.word)
			}
			scores[e.word] += float64(row.Weights[i]) * float64(e.weight)
		}
	}
	var near []synonym
	for _, other := range seen {
		if other != w && scores[other] >= nearestCosine {
			near = append(near, synonym{other, float32(scores[other])})
		}
		scores[other] = 0
	}
	slices.SortFunc(near, func(a, b synonym) int {
		return cmp.Or(-cmp.Compare(a.cosine, b.cosine), cmp.Compare(a.term, b.term))
	})
	return slices.Clone(near[:min(len(near), nearestWords)])
}

// Expand returns v with the synonyms of its words added,
//
//	v'(u) = v(u) + 0.5 * sum over t of cosine(t, u) * v(t)
//
// cut to its 40 heaviest terms and divided by its length.
func (s Synonyms) Expand(v Vector) Vector {
	type part struct {
		term   uint32
		weight float64
	}
	var parts []part
	for i, t := range v.Terms {
		parts = append(parts, part{t, float64(v.Weights[i])})
		if int(t) >= len(s.near) {
			continue
		}
		for _, n := range s.near[t] {
			parts = append(parts, part{n.term, synonymWeight * float64(n.cosine) * float64(v.Weights[i])})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(a.term, b.term) })
	var out Vector
	for i, p := range parts {
		if i > 0 && parts[i-1].term == p.term {
			out.Weights[len(out.Weights)-1] += float32(p.weight)
			continue
		}
		out.Terms = append(out.Terms, p.term)
		out.Weights = append(out.Weights, float32(p.weight))
	}
	return Unit(Strongest(out, expandedTerms))
}
