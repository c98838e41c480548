package analyzer

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

const (
	labelRunes       = 90
	descriptionRunes = 400
	mostPhrases      = 6
	mostExemplars    = 5
)

// masker hides people in quoted texts, unless names are shown.
type masker struct {
	names text.Names
	show  bool
	masks *strings.Replacer // of English masks; nil: they stay
}

var masks = []say.English{text.MaskMail, text.MaskLink, text.MaskAddress, text.MaskID, text.MaskPhone, text.MaskNumber, text.MaskName}

func learnNames(tickets []ticket.Ticket, show bool, l *say.Language) masker {
	if show {
		return masker{show: true}
	}
	people := make([]string, 0, 2*len(tickets))
	for i := range tickets {
		people = append(people, tickets[i].Requester, tickets[i].Assignee)
	}
	var said []string
	for _, m := range masks {
		said = append(said, string(m), l.Text(m))
	}
	return masker{names: text.LearnNames(people), masks: strings.NewReplacer(said...)}
}

func (m masker) quote(s string, runes int) string {
	s = text.StripMarkup(s)
	if m.show {
		return say.ShortenAtWord(text.Plain(s), runes)
	}
	s = text.Mask(s, m.names)
	if m.masks != nil {
		s = m.masks.Replace(s)
	}
	return say.ShortenAtWord(s, runes)
}

// isName reports a word that is somebody's name and to be hidden, however it is
// written.
func (m masker) isName(word string) bool { return !m.show && m.names.Has(word) }

// centreOf is the sum of the tickets' vectors.
func (r *reporter) centreOf(tickets []int32) text.Vector {
	var a text.Adder
	for _, t := range tickets {
		if d := r.export.TextOf[t]; d >= 0 {
			a.Add(r.export.Texts[d].Vector, 1)
		}
	}
	return text.Unit(a.Sum())
}

// typical orders tickets by closeness to their centre; of equal wordings and of
// one person's tickets only the first is kept.
func (r *reporter) typical(tickets []int32) []int32 {
	centre := r.centreOf(tickets)
	score := make(map[int32]float64, len(tickets))
	for _, t := range tickets {
		if d := r.export.TextOf[t]; d >= 0 {
			score[t] = text.Dot(r.export.Texts[d].Vector, centre)
		}
	}
	order := slices.Clone(tickets)
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Or(-cmp.Compare(score[a], score[b]), cmp.Compare(a, b)) })
	seenDoc, seenPerson := map[int32]bool{}, map[int32]bool{}
	return slices.DeleteFunc(order, func(t int32) bool {
		d, p := r.export.TextOf[t], r.export.Person[t]
		if seenDoc[d] || p != dataset.Nobody && seenPerson[p] {
			return true
		}
		seenDoc[d], seenPerson[p] = true, true
		return false
	})
}

// phrases returns what tickets say more often than the rest of the export, in
// people's own words. A term scores by how many of the tickets hold it and by
// how much more often than elsewhere:
//
//	n_in * ln( (n_in / n) / ((n_out + 1/2) / (N - n + 1)) )
//
// Phrases share no word; those of a single person are left out.
func (r *reporter) phrases(tickets []int32) []string {
	inside := r.termCounts(tickets)
	type scored struct {
		term  uint32
		score float64
	}
	var terms []scored
	for term, n := range inside {
		if n < 2 || 5*n < len(tickets) {
			continue
		}
		out := max(int(r.export.TermUses[term])-n, 0)
		share := float64(n) / float64(len(tickets))
		elsewhere := (float64(out) + 0.5) / float64(len(r.export.Tickets)-len(tickets)+1)
		if share > elsewhere {
			terms = append(terms, scored{term, float64(n) * math.Log(share/elsewhere)})
		}
	}
	slices.SortFunc(terms, func(a, b scored) int { return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.term, b.term)) })
	phrases := []string{}
	used := map[string]bool{}
	for _, t := range terms {
		words := strings.Fields(r.export.Corpus.Surface(t.term))
		if slices.ContainsFunc(words, func(w string) bool { return used[w] }) {
			continue
		}
		for _, w := range words {
			used[w] = true
		}
		phrases = append(phrases, r.names.quote(r.export.Corpus.Surface(t.term), labelRunes))
		if len(phrases) == mostPhrases {
			break
		}
	}
	return phrases
}

// termCounts counts, for each term, the people who use it (tickets where nobody
// is named).
func (r *reporter) termCounts(tickets []int32) map[uint32]int {
	type use struct {
		term   uint32
		person int32
	}
	counts := map[uint32]int{}
	seen := map[use]bool{}
	for _, t := range tickets {
		d := r.export.TextOf[t]
		if d < 0 {
			continue
		}
		for _, term := range r.export.Texts[d].Vector.Terms {
			u := use{term, r.export.Person[t]}
			if u.person != dataset.Nobody && seen[u] {
				continue
			}
			seen[u] = true
			counts[term]++
		}
	}
	return counts
}

// exemplars quotes the most typical tickets.
func (r *reporter) exemplars(typical []int32) []result.Exemplar {
	out := []result.Exemplar{}
	for _, t := range typical[:min(len(typical), mostExemplars)] {
		k := &r.export.Tickets[t]
		description := k.Description
		if dataset.Fold(description) == dataset.Fold(k.Subject) {
			description = ""
		}
		out = append(out, result.Exemplar{
			ID: r.export.Refs[t], Opened: r.export.Date(r.export.Day[t]),
			Subject: r.names.quote(k.Subject, descriptionRunes), Description: r.names.quote(description, descriptionRunes),
			Category: text.Plain(k.Category), Location: text.Plain(k.Location),
		})
	}
	return out
}

// exemplarIDs names the most typical tickets.
func (r *reporter) exemplarIDs(typical []int32) []string {
	return r.export.IDs(typical[:min(len(typical), mostExemplars)])
}
