package analyzer

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"ticketpatterns/analyzer/ticket"
)

// TestNoRunIsLonger holds that no step of the analysis sees a longer word than stated, in whatever
// field, and that what is shorter stays.
func TestNoRunIsLonger(t *testing.T) {
	long := strings.Repeat("ab", 1_000_000)
	texts := map[string]string{
		long:                            long[:longestRun] + cutMark,
		"printer " + long + " jams":     "printer " + long[:longestRun] + cutMark + " jams",
		strings.Repeat("word ", 10_000): strings.Repeat("word ", 10_000),
		"":                              "", "short": "short",
	}
	for in, want := range texts {
		given := []ticket.Ticket{{ID: long}}
		for _, f := range ticket.Fields {
			if f.Text != nil && f.Name != "id" && f.Name != "source" {
				*f.Text(&given[0]) = in
			}
		}
		got := bounded(given)
		for _, f := range ticket.Fields {
			if f.Text == nil || f.Name == "source" {
				continue
			}
			if f.Name == "id" {
				if got[0].ID != long {
					t.Error("the id was cut")
				}
			} else if s := *f.Text(&got[0]); s != want {
				t.Errorf("%s: %d bytes, want %d", f.Name, len(s), len(want))
			} else if *f.Text(&given[0]) != in {
				t.Errorf("%s: what was given changed", f.Name)
			}
		}
	}
}

func TestCutRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ä", "打", "👩", " ", "\n", "。", "\u00a0", "\xff", strings.Repeat("x", 1500), strings.Repeat("印", 900)}), 0, 40).Draw(t, "pieces")
		s := strings.Join(pieces, "")
		cut := cutRuns(s)
		if longRun(s) < 0 && cut != s {
			t.Fatal("a text without a long run was cut")
		}
		run := 0
		for _, r := range cut {
			if isBreak(r) {
				run = 0
			} else if run += utf8.RuneLen(r); run > longestRun+len(cutMark)+utf8.UTFMax {
				t.Fatalf("a run of more than %d bytes is left", longestRun)
			}
		}
		if breaks(cut) != breaks(s) {
			t.Fatal("a space went")
		}
	})
}

func breaks(s string) (n int) {
	for _, r := range s {
		if isBreak(r) {
			n++
		}
	}
	return n
}
