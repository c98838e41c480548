package text

import "slices"

// maxTerms bounds a ticket's terms: what is wrong stands in front, what follows
// is history.
const maxTerms = 80

// Term is one word of a ticket that carries meaning.
type Term struct {
	Stem    string // what is compared
	Surface string // what people wrote, lower case
	Part    bool   // a part of the compound before it, not a word that stands there
}

// Terms returns the words of s that carry meaning, in order, stemmed in the
// language of s or, where s does not show it, in fallback.
func Terms(s string, fallback Language) []Term {
	words := Words(s)
	l := Guess(words, fallback)
	all := alsoIn(words, l)
	terms := make([]Term, 0, len(words))
	for _, w := range words {
		if stopped(w, all) {
			continue
		}
		terms = append(terms, Term{Stem: stem(w, l), Surface: w})
		if len(terms) == maxTerms {
			break
		}
	}
	return terms
}

// IsVague reports whether terms say no more than that something does not work:
// "it fails again", "please fix".
func IsVague(terms []Term) bool {
	return !slices.ContainsFunc(terms, func(t Term) bool { return !vague[t.Surface] })
}
