package main

import (
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// said counts what the patterns that find plants say of them.
type said struct {
	tickets int // firm tickets of these patterns
	strays  int // of these, those that are not of the plant
	planted int // tickets of the plants found

	labels   int // patterns
	right    int // of these, those whose label is of the plant; see rightLabel
	unmarked int // labels that are not marked as an example
	holding  int // of these, those that hold for most of their firm tickets
}

func (s *said) sum(o said) {
	s.tickets += o.tickets
	s.strays += o.strays
	s.planted += o.planted
	s.labels += o.labels
	s.right += o.right
	s.unmarked += o.unmarked
	s.holding += o.holding
}

// saidOf holds the firm tickets and the labels of the patterns that find plants
// against the plants.
func saidOf(patterns []result.Pattern, e export) said {
	byID := map[string]*ticket.Ticket{}
	var all []string
	for i := range e.tickets {
		byID[e.tickets[i].ID] = &e.tickets[i]
		all = append(all, e.tickets[i].Subject+"\n"+e.tickets[i].Description)
	}
	x := text.LearnLexicon(len(all), func(i int) string { return all[i] })
	var s said
	for _, p := range e.plants {
		q := holder(patterns, p, 50)
		if q == nil {
			continue
		}
		var family, strays, firm [][]string
		for _, w := range p.family.phrasings {
			family = append(family, stems(x, w.subject+"\n"+w.description))
		}
		for _, id := range q.Tickets {
			words := stems(x, byID[id].Subject+"\n"+byID[id].Description)
			firm = append(firm, words)
			if !p.ids[id] {
				strays = append(strays, words)
			}
		}
		s.tickets += len(firm)
		s.strays += len(strays)
		s.planted += len(p.ids)
		s.labels++
		label := stems(x, q.Label)
		if rightLabel(label, family, strays) {
			s.right++
		}
		if !q.LabelIsExample {
			s.unmarked++
			if sayMost(label, firm)*2 > len(firm) {
				s.holding++
			}
		}
	}
	return s
}

// rightLabel reports whether a label is of a fault: more than half of its content words
// stand in two or more of the family's phrasings, so that they are not one person's, and
// no stray says all of them, unless two of the family do. It does not ask whether the words
// are those that a reader would choose.
func rightLabel(label []string, family, strays [][]string) bool {
	known := 0
	for _, w := range label {
		if holding(family, []string{w}) >= 2 {
			known++
		}
	}
	return 2*known > len(label) && (holding(strays, label) == 0 || holding(family, label) >= 2)
}

// holding counts the texts that hold all words.
func holding(texts [][]string, words []string) int {
	n := 0
	for _, t := range texts {
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(t, w) }) {
			n++
		}
	}
	return n
}

// sayMost counts the texts that hold more than half of the words.
func sayMost(words []string, texts [][]string) int {
	n := 0
	for _, t := range texts {
		held := 0
		for _, w := range words {
			if slices.Contains(t, w) {
				held++
			}
		}
		if 2*held > len(words) {
			n++
		}
	}
	return n
}

// stems returns the content words of a text without the parts of compounds, each once.
func stems(x text.Lexicon, s string) []string {
	var out []string
	for _, t := range x.Terms(s) {
		if !t.Part && !slices.Contains(out, t.Stem) {
			out = append(out, t.Stem)
		}
	}
	return out
}
