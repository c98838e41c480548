package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"ticketpatterns/analyzer/fold"
)

// What tells a name from a word that the export also uses otherwise.
const (
	sparedTexts  = 20_000 // texts read; of a larger export every k-th
	sparedBytes  = 2_000  // of each text
	sparedUses   = 3      // texts in which a word is written small
	sparedLogins = 3      // texts that hold a word which a login might be
	sparedShare  = 0.3    // of the texts that hold the word
	sparedParts  = 3      // of the eighths of the export in which it is used so
	parts        = 8
)

// uses are the texts that hold a word.
type uses struct {
	all, small         int   // those in which it is written small where others are not
	in, smallIn, anyIn uint8 // the eighths of the export with texts, with such, and with any that write it small
	anySmall           int
}

// Spare reads n texts, oldest first, asked for by number, and gives up the names that
// people write small here and there all the time, as the words of a language are:
// Page, Weiß, Lange. Logins that nobody named, but that a name would give, are given up
// where many texts at all times hold them: "links" is no S. Link. What is written so
// now and then only, or all at once, is somebody whose name was typed in haste, and
// hidden where it is small, too. It looks at 2,000 bytes of a text and, of more than
// 20,000 texts, at every k-th.
func (n Names) Spare(texts int, text func(i int) string) {
	counts, keys := map[string]uses{}, map[string]string{}
	step := max(1, (texts+sparedTexts-1)/sparedTexts)
	read := 0
	for i := 0; i < texts; i += step {
		read++
		n.count(text(i), uint8(1)<<(i*parts/texts), counts, keys)
	}
	for key, c := range counts {
		n.judge(key, c, read)
	}
}

// count adds the words of one text that might be names.
func (n Names) count(s string, part uint8, counts map[string]uses, keys map[string]string) {
	s = s[:min(len(s), sparedBytes)]
	first := strings.IndexFunc(s, unicode.IsLetter)
	allSmall := first < 0 || unicode.IsLower(firstRune(s[first:])) // where all is written small, names are too
	var words, found []string
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words, found = append(words, w), append(found, n.candidate(w, keys))
	}
	seen := map[string]bool{}
	for i, w := range words {
		key := found[i]
		if key == "" || seen[w] || i > 0 && n.pairs[found[i-1]+" "+key] || i+1 < len(found) && n.pairs[key+" "+found[i+1]] {
			continue // beside the other word of a name it is that name
		}
		seen[w] = true
		c := counts[key]
		c.all++
		c.in |= part
		if unicode.IsLower(firstRune(w)) {
			c.anySmall++
			c.anyIn |= part
			if !allSmall {
				c.small++
				c.smallIn |= part
			}
		}
		counts[key] = c
	}
}

// candidate returns a word, folded, if it might be a name, and keeps what it found in
// keys.
func (n Names) candidate(w string, keys map[string]string) string {
	key, known := keys[w]
	if !known && len(w) <= longestNameWord {
		if key = fold.Key(w); !n.surnames[key] && !n.derived[key] && !n.declined(key) {
			key = ""
		}
		keys[strings.Clone(w)] = key
	}
	return key
}

// judge decides what a word is that might be a name, from its uses in so many texts.
func (n Names) judge(key string, c uses, texts int) {
	spread := func(in uint8) bool { return bits.OnesCount8(in) >= sparedParts }
	if n.derived[key] && c.all >= max(sparedLogins, texts/1000) && spread(c.in) {
		delete(n.logins, key)
	}
	switch {
	case c.small >= sparedUses && float64(c.small) >= sparedShare*float64(c.all) && spread(c.smallIn):
		n.spared[key] = true
	case c.anySmall > 0 && utf8.RuneCountInString(key) >= shortestDeclined && !ordinary(key) && !(c.anySmall >= sparedUses && spread(c.anyIn)):
		n.small[key] = n.surnames[key] || n.declined(key)
	}
}
