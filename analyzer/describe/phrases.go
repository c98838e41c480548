package describe

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ticketpatterns/analyzer/dataset"
)

// maxPhrases bounds the phrases of a set of tickets.
const maxPhrases = 6

// phrases returns the terms that distinguish tickets from the rest of the export, as
// people write them. A term scores by how many of the tickets hold it and by its
// ratio to the rest:
//
//	n_in * ln( (n_in / n) / ((n_out + 1/2) / (N - n + 1)) )
//
// Phrases share no word. Those of a single person are left out.
func (l labeller) phrases(tickets []int32) []string {
	inside := l.termCounts(tickets)
	type scored struct {
		term  uint32
		score float64
	}
	var terms []scored
	for term, n := range inside {
		if n < 2 || 5*n < len(tickets) {
			continue
		}
		out := max(int(l.data.TermUses[term])-n, 0)
		share := float64(n) / float64(len(tickets))
		elsewhere := (float64(out) + 0.5) / float64(len(l.data.Tickets)-len(tickets)+1)
		if share > elsewhere {
			terms = append(terms, scored{term, float64(n) * math.Log(share/elsewhere)})
		}
	}
	slices.SortFunc(terms, func(a, b scored) int { return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.term, b.term)) })
	phrases := []string{}
	used := map[string]bool{}
	for _, t := range terms {
		words := strings.Fields(l.data.Corpus.Surface(t.term))
		if slices.ContainsFunc(words, func(w string) bool { return used[w] || l.masker.isName(w) }) {
			continue
		}
		for _, w := range words {
			used[w] = true
		}
		phrases = append(phrases, l.masker.quote(l.data.Corpus.Surface(t.term), labelRunes))
		if len(phrases) == maxPhrases {
			break
		}
	}
	return phrases
}

// termCounts counts, by term, the people who use it; a ticket without a requester
// counts as a person.
func (l labeller) termCounts(tickets []int32) map[uint32]int {
	type use struct {
		term   uint32
		person int32
	}
	counts := map[uint32]int{}
	seen := map[use]bool{}
	for _, t := range tickets {
		text := l.data.TextOf[t]
		if text < 0 {
			continue
		}
		for _, term := range l.data.Texts[text].Vector.Terms {
			u := use{term, l.data.Person[t]}
			if u.person != dataset.Nobody && seen[u] {
				continue
			}
			seen[u] = true
			counts[term]++
		}
	}
	return counts
}
