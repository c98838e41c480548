package text

import (
	"slices"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// Language is an ISO 639-1 code of a language that is known.
type Language string

// Languages lists what is known; the order breaks ties.
var Languages = []Language{"en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu", "ro", "tr", "ru"}

// stemmers are those of the Snowball project. Polish and Czech have none there;
// their words are compared as they stand.
var stemmers = map[Language]func(*snowballstem.Env) bool{
	"en": english.Stem, "de": german.Stem, "fr": french.Stem, "es": spanish.Stem,
	"pt": portuguese.Stem, "it": italian.Stem, "nl": dutch.Stem, "sv": swedish.Stem, "da": danish.Stem,
	"no": norwegian.Stem, "fi": finnish.Stem, "hu": hungarian.Stem, "ro": romanian.Stem, "tr": turkish.Stem, "ru": russian.Stem,
}

// Guess returns the language whose stop words make up the most of words, which
// are lower case. Short texts without any stop word get fallback: a ticket is
// too short for more than that, and a wrong stemmer costs little.
func Guess(words []string, fallback Language) Language {
	best, most := fallback, 0
	for _, l := range Languages {
		hits := 0
		for _, w := range words {
			if stopwords[l][w] {
				hits++
			}
		}
		if hits > most || (hits == most && hits > 0 && l == fallback) {
			best, most = l, hits
		}
	}
	return best
}

// stem returns the Snowball stem of a lower-case word.
func stem(word string, l Language) string {
	if stemmers[l] == nil {
		return word
	}
	env := snowballstem.NewEnv(word)
	stemmers[l](env)
	return env.Current()
}

// stopped reports whether a lower-case word carries no meaning in one of the
// languages of its text.
func stopped(word string, of ...Language) bool {
	for _, l := range of {
		if stopwords[l][word] {
			return true
		}
	}
	return filler[word]
}

// otherStops is how many different stop words, one of them its own, show that a
// text is written in a further language.
const otherStops = 3

// alsoIn returns l and the further languages of a text: those of which it holds
// four different stop words that l does not have, or three if one of them is in
// no other language. People quote, and write a sentence in each.
func alsoIn(words []string, l Language) []Language {
	all := []Language{l}
	for _, other := range Languages {
		if other == l {
			continue
		}
		var hits []string
		proof := false
		for _, w := range words {
			if stopwords[other][w] && !stopwords[l][w] && !slices.Contains(hits, w) {
				hits = append(hits, w)
				proof = proof || stopsOnly[w] == other
			}
		}
		if len(hits) > otherStops || proof && len(hits) == otherStops {
			all = append(all, other)
		}
	}
	return all
}
