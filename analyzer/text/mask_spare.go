package text

import (
	"strings"
	"unicode"

	"ticketpatterns/analyzer/fold"
)

// What tells a name from a word that the export also uses otherwise.
const (
	sparedTexts  = 20_000 // texts read; of a larger export every k-th
	sparedBytes  = 2_000  // of each text
	sparedUses   = 3      // texts in which a word is written small
	sparedLogins = 3      // texts that hold a word which a login might be
	sparedShare  = 0.3    // of the texts that hold the word
)

// Spare reads n texts, asked for by number, and gives up the names that people
// write small, as the words of a language are: Page, Weiß, Lange. Logins that
// nobody named, but that a name would give, are given up where many texts hold
// them: "links" is no S. Link. It looks at 2,000 bytes of a text and, of more than
// 20,000 texts, at every k-th.
func (n Names) Spare(texts int, text func(i int) string) {
	type uses struct{ small, all int }
	counts, keys := map[string]uses{}, map[string]string{}
	step := max(1, (texts+sparedTexts-1)/sparedTexts)
	read := 0
	for i := 0; i < texts; i += step {
		s := text(i)
		read++
		first := strings.IndexFunc(s[:min(len(s), sparedBytes)], unicode.IsLetter)
		small := first < 0 || unicode.IsLower(firstRune(s[first:])) // where all is written small, names are too
		seen := map[string]bool{}
		for w := range strings.FieldsFuncSeq(s[:min(len(s), sparedBytes)], func(r rune) bool { return !unicode.IsLetter(r) }) {
			key, known := keys[w]
			if !known && len(w) <= longestNameWord {
				if key = fold.Key(w); !n.surnames[key] && !n.derived[key] && !n.declined(key) {
					key = ""
				}
				keys[strings.Clone(w)] = key
			}
			if key == "" || seen[w] {
				continue
			}
			seen[w] = true
			c := counts[key]
			c.all++
			if !small && unicode.IsLower(firstRune(w)) {
				c.small++
			}
			counts[key] = c
		}
	}
	for key, c := range counts {
		if c.small >= sparedUses && float64(c.small) >= sparedShare*float64(c.all) {
			n.spared[key] = true
		}
		if n.derived[key] && c.all >= max(sparedLogins, read/1000) {
			delete(n.logins, key)
		}
	}
}
