package text

// maxTerms bounds a ticket's terms: what is wrong comes first, what follows is
// history.
const maxTerms = 80

// Term is one content word of a ticket.
type Term struct {
	Stem    string // the form that is compared
	Surface string // the form that people wrote, lower case
	Part    bool   // a part of the preceding compound, not a word of the text
}

// Terms returns the content words of s in order, stemmed in the language of s or, if
// s does not show it, in fallback.
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

// IsVague reports whether terms say no more than that something does not work: "it
// fails again", "please fix". Short texts seldom show their language, so the other words
// may be stop words of any one language: "Problem mit dem System".
func IsVague(terms []Term) bool {
	stopping := ^languageSet(0) // the languages in which all others are stop words
	for _, t := range terms {
		if !vague[t.Surface] {
			stopping &= stopsIn[t.Surface]
		}
	}
	return stopping != 0
}
