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

// Language is the ISO 639-1 code of a supported language.
type Language string

// Languages lists the supported languages; the order breaks ties.
var Languages = []Language{"en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu", "ro", "tr", "ru"}

// stemmers are those of the Snowball project. It has none for Polish and Czech;
// their words are compared unstemmed.
var stemmers = map[Language]func(*snowballstem.Env) bool{
	"en": english.Stem, "de": german.Stem, "fr": french.Stem, "es": spanish.Stem,
	"pt": portuguese.Stem, "it": italian.Stem, "nl": dutch.Stem, "sv": swedish.Stem, "da": danish.Stem,
	"no": norwegian.Stem, "fi": finnish.Stem, "hu": hungarian.Stem, "ro": romanian.Stem, "tr": turkish.Stem, "ru": russian.Stem,
}

// Guess returns the language with the most stop words among words, which are lower
// case, or fallback if there are none: a ticket is too short for more than that, and
// a wrong stemmer does little harm.
func Guess(words []string, fallback Language) Language {
	var votes votes
	for _, w := range words {
		votes.add(stopsIn[w])
	}
	return votes.winner(fallback)
}

// votes counts, for each of Languages, the words that indicate it.
type votes [32]int

func (v *votes) add(in languageSet) {
	for ; in != 0; in &= in - 1 {
		v[bits.TrailingZeros32(uint32(in))]++
	}
}

// winner returns the language with most votes; ties go to fallback, then to the
// first. Without votes it returns fallback.
func (v *votes) winner(fallback Language) Language {
	best, most := fallback, 0
	for i, l := range Languages {
		if v[i] > most || v[i] == most && v[i] > 0 && l == fallback {
			best, most = l, v[i]
		}
	}
	return best
}

// longestStemmed is how many bytes a word has at most to be stemmed: what is
// longer is no word of a language.
const longestStemmed = 200

// stem returns the Snowball stem of a lower-case word.
func stem(word string, l Language) string {
	if stemmers[l] == nil || len(word) > longestStemmed {
		return word
	}
	env := snowballstem.NewEnv(word)
	stemmers[l](env)
	return env.Current()
}

// stopped reports whether a lower-case word is a stop word in one of the languages
// of its text.
func stopped(word string, in languageSet) bool { return stopsIn[word]&in != 0 || filler[word] }

// otherStops is the number of distinct stop words, one of them unique to the
// language, that indicate a further language in a text.
const otherStops = 3

// alsoIn returns l and the further languages of a text: those of which it holds four
// distinct stop words that l does not have, or three if one of them is unique to the
// language. People quote, and mix languages by sentence.
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
