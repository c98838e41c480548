package text

import "strings"

// Names returns a name for each term that is the same in every corpus: the stem
// of a word, both stems of a pair, the key of a document without terms.
func (c *Corpus) Names() []string {
	names := make([]string, c.Terms())
	for stem, t := range c.words {
		names[t] = stem
	}
	for t, kind := range c.kind {
		if kind == pair {
			names[t] = strings.Join([]string{names[c.halves[t][0]], names[c.halves[t][1]]}, " ")
		}
	}
	return names
}
