package text

import (
	"embed"
	"slices"
	"strings"
)

// Lists of words without meaning of their own. filler.txt holds what people write in
// every ticket: greetings, thanks, the words ticket and problem, names of days and
// months. vague.txt holds what people write when something does not work.
//
//go:embed stopwords/*.txt
var stopwordFiles embed.FS

// languageSet is a set of Languages: bit i stands for Languages[i].
type languageSet uint32

// just returns the set of one language; the empty set for an unknown one.
func just(l Language) languageSet {
	if i := slices.Index(Languages, l); i >= 0 {
		return 1 << i
	}
	return 0
}

// stopsIn gives the languages in which a word is a stop word.
var stopsIn = loadStopwords()

// filler is stopped in every language.
var filler = wordSet("stopwords/filler.txt")

// IsFiller reports whether a lower-case word is one that people write in any ticket:
// greetings, thanks, names of days.
func IsFiller(word string) bool { return filler[word] }

// vague holds words that say that something is wrong, but not what. Beside other
// words they count; alone they say nothing.
var vague = wordSet("stopwords/vague.txt")

func loadStopwords() map[string]languageSet {
	sets := map[string]languageSet{}
	for i, l := range Languages {
		for w := range wordSet("stopwords/" + string(l) + ".txt") {
			sets[w] |= 1 << i
		}
	}
	return sets
}

func wordSet(file string) map[string]bool {
	b, err := stopwordFiles.ReadFile(file)
	if err != nil {
		panic("text: embedded list " + file + " is missing") // a broken build, not an input
	}
	set := map[string]bool{}
	for _, w := range strings.Fields(string(b)) {
		set[w] = true
	}
	return set
}
