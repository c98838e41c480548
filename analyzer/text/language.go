package text

import (
	"math/bits"
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
	var votes votes
	for _, w := range words {
		votes.add(stopsIn[w])
	}
	return votes.winner(fallback)
}

// votes counts, for each of Languages, the words that speak for it.
type votes [32]int

func (v *votes) add(in languageSet) {
	for ; in != 0; in &= in - 1 {
		v[bits.TrailingZeros32(uint32(in))]++
	}
}

// winner returns the language with most votes, of equals fallback or the first;
// without any vote fallback.
func (v *votes) winner(fallback Language) Language {
	best, most := fallback, 0
	for i, l := range Languages {
		if v[i] > most || v[i] == most && v[i] > 0 && l == fallback {
			best, most = l, v[i]
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
func stopped(word string, in languageSet) bool { return stopsIn[word]&in != 0 || filler[word] }

// otherStops is how many different stop words, one of them its own, show that a
// text is written in a further language.
const otherStops = 3

// alsoIn returns l and the further languages of a text: those of which it holds
// four different stop words that l does not have, or three if one of them is in
// no other language. People quote, and write a sentence in each.
func alsoIn(words []string, l Language) languageSet {
	own := just(l)
	var hits votes
	var proof languageSet
	var seen []string
	for _, w := range words {
		in := stopsIn[w]
		if in == 0 || in&own != 0 || slices.Contains(seen, w) {
			continue
		}
		seen = append(seen, w)
		hits.add(in)
		if in&(in-1) == 0 {
			proof |= in
		}
	}
	all := own
	for i := range Languages {
		if hits[i] > otherStops || hits[i] == otherStops && proof&(1<<i) != 0 {
			all |= 1 << i
		}
	}
	return all
}
