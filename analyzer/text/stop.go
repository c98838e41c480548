package text

import (
	"embed"
	"strings"
)

// Lists of words that carry no meaning of their own. filler.txt holds what
// people write in every ticket whatever it is about: greetings, thanks, the
// words ticket and problem, names of days and months. vague.txt holds what people
// write when something does not work.
//
//go:embed stopwords/*.txt
var stopwordFiles embed.FS

// stopwords holds one set for each language.
var stopwords = loadStopwords()

// stopsOnly tells of the stop words of a single language which one that is.
var stopsOnly = loadStopsOnly()

func loadStopsOnly() map[string]Language {
	only := map[string]Language{}
	for _, l := range Languages {
		for w := range stopwords[l] {
			if _, ok := only[w]; ok {
				only[w] = ""
				continue
			}
			only[w] = l
		}
	}
	return only
}

// filler is stopped in every language.
var filler = wordSet("stopwords/filler.txt")

// IsFiller reports a lower-case word that people write whatever a ticket is about:
// greetings, thanks, names of days.
func IsFiller(word string) bool { return filler[word] }

// vague is what says that something is wrong but not what. Beside other words it
// counts as they do; alone it says nothing.
var vague = wordSet("stopwords/vague.txt")

func loadStopwords() map[Language]map[string]bool {
	sets := map[Language]map[string]bool{}
	for _, l := range Languages {
		sets[l] = wordSet("stopwords/" + string(l) + ".txt")
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
