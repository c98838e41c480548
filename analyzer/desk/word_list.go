package desk

import "strings"

// wordList finds words in folded text in one pass. A word may be several, with one
// space between; a trailing "*" matches the rest of a word.
type wordList struct {
	byFirst [256][]string // by first byte: the words, each with the space behind it unless it may go on
}

func newWordList(words ...string) *wordList {
	l := &wordList{}
	for _, w := range words {
		stem, goesOn := strings.CutSuffix(w, "*")
		if !goesOn {
			stem += " "
		}
		l.byFirst[stem[0]] = append(l.byFirst[stem[0]], stem)
	}
	return l
}

// in reports whether folded text contains one of the words.
func (l *wordList) in(folded string) bool {
	rest, more := folded+" ", true
	for more && rest != "" {
		for _, w := range l.byFirst[rest[0]] {
			if strings.HasPrefix(rest, w) {
				return true
			}
		}
		_, rest, more = strings.Cut(rest, " ")
	}
	return false
}
