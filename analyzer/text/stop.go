package text

import (
	"embed"
	"slices"
	"strings"
)

// Lists of words that carry no meaning of their own. filler.txt holds what
// people write in every ticket whatever it is about: greetings, thanks, the
// words ticket and problem, names of days and months. vague.txt holds what people
// write when something does not work.
//
//go:embed stopwords/*.txt
var stopwordFiles embed.FS

// languageSet is a set of Languages: bit i stands for Languages[i].
type languageSet uint32

// just is the set of one language; of an unknown one it is empty.
func just(l Language) languageSet {
	if i := slices.Index(Languages, l); i >= 0 {
		return 1 << i
	}
	return 0
}

// stopsIn tells in which languages a word is a stop word.
var stopsIn = loadStopwords()

// filler is stopped in every language.
var filler = wordSet("stopwords/filler.txt")

// IsFiller reports a lower-case word that people write whatever a ticket is about:
// greetings, thanks, names of days.
func IsFiller(word string) bool { return filler[word] }

// vague is what says that something is wrong but not what. Beside other words it
// counts as they do; alone it says nothing.
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
