package owner

import (
	"strings"
	"testing"
	"time"
)

// However long a word is, no more of it is looked at than the map has letters for.
func TestLongWordsAreMatchedByTheirBeginning(t *testing.T) {
	ix := newIndex(func(f *Function) []string { return f.Categories }, []Function{{Name: "Printing", Categories: []string{"print*"}}})
	if ix.most != len("print") {
		t.Errorf("%d letters of a word are looked at, want %d", ix.most, len("print"))
	}
	start := time.Now()
	if hits := ix.find([]string{"print" + strings.Repeat("abcdefgh12", 100_000)}); len(hits) != 1 {
		t.Errorf("%d hits, want one", len(hits))
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("a word of a million letters took %v", took)
	}
}
