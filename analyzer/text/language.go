package text

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/spanish"
)

// Language is an ISO 639-1 code of a language that can be stemmed.
type Language string

// Languages lists what can be stemmed; the order breaks ties.
var Languages = []Language{"en", "de", "fr", "es", "pt", "it", "nl"}

var stemmers = map[Language]func(*snowballstem.Env) bool{
	"en": english.Stem, "de": german.Stem, "fr": french.Stem, "es": spanish.Stem,
	"pt": portuguese.Stem, "it": italian.Stem, "nl": dutch.Stem,
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
	env := snowballstem.NewEnv(word)
	stemmers[l](env)
	return env.Current()
}

// stopped reports whether a lower-case word carries no meaning in l.
func stopped(word string, l Language) bool { return filler[word] || stopwords[l][word] }
