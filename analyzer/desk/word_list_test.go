package desk

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestWordListFindsWholeWords compares the list with a search for each word among
// spaces.
func TestWordListFindsWholeWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[abé]{1,3}( [abé]{1,3})?\*?`)
		words, text := rapid.SliceOf(word).Draw(t, "words"), rapid.StringMatching(`([abé]{1,4}( [abé]{1,4}){0,5})?`).Draw(t, "text")
		want := false
		for _, w := range words {
			stem, goesOn := strings.CutSuffix(w, "*")
			if !goesOn {
				stem += " "
			}
			want = want || strings.Contains(" "+text+" ", " "+stem)
		}
		if got := newWordList(words...).in(text); got != want {
			t.Errorf("%q in %q: %v, want %v", words, text, got, want)
		}
	})
}
