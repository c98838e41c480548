package text

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/text/texttest"
)

// steps are what looks at each text of an export, one by one.
var steps = []texttest.Step{
	{Name: "markup", Run: func(s string) { StripMarkup(s) }},
	{Name: "clean", Run: func(s string) { learnBoilerplate([]string{s, s}).Clean(s, s) }},
	{Name: "mask", Run: func(s string) { Mask(s, LearnNames([]string{"Ana Silva", s})) }},
	{Name: "words", Run: func(s string) { Words(s) }},
	{Name: "terms", Run: func(s string) { LearnLexicon(2, func(int) string { return s }).Terms(s) }},
	{Name: "stems", Run: func(s string) {
		for _, l := range Languages {
			stem(s, l)
		}
	}},
	{Name: "template", Run: func(s string) { Template(s); IsAutomaticReply(s) }},
}

// BenchmarkShapes prints what four times the length costs.
func BenchmarkShapes(b *testing.B) { texttest.Compare(b, steps, spent) }

func TestGrowth(t *testing.T) { texttest.CheckGrowth(t, steps) }

// Each step that would cost more than in proportion to a word looks at no more
// of it than it says.
func TestBounds(t *testing.T) {
	texts := []string{"netzwerk ist weg", "netzwerk und drucker", "der drucker und netzwerk", "drucker ist nicht da", "drucker", "netzwerk"}
	x := LearnLexicon(len(texts), func(i int) string { return texts[i] })
	if got := x.Parts("netzwerkdrucker"); len(got) != 2 {
		t.Fatalf("netzwerkdrucker has the parts %q, want two", got)
	}
	x.words[strings.Repeat("a", longCompound)] = x.words["netzwerk"]
	if got := x.Parts(strings.Repeat("a", longCompound) + "drucker"); got != nil {
		t.Errorf("a word of more than %d letters was parted", longCompound)
	}
	for _, l := range Languages {
		if w := strings.Repeat("ierungen", longestStemmed/8+1); stem(w, l) != w {
			t.Errorf("%s: a word of more than %d bytes was stemmed", l, longestStemmed)
		}
	}
	if _, _, ok := formLabel(strings.Repeat("a", longestLabel+1) + ":"); ok {
		t.Errorf("a label of more than %d letters was taken for one", longestLabel)
	}
	if got := len(x.Terms(strings.Repeat("netzwerkdrucker ", 2*maxTerms))); got > maxTerms {
		t.Errorf("%d terms, want at most %d", got, maxTerms)
	}
	for _, shape := range texttest.Shapes {
		s := shape.Fill(1000)
		if got := len(StripMarkup(s)); got > 2*len(s) {
			t.Errorf("%s: %d bytes became %d without markup, want at most twice as many", shape.Name, len(s), got)
		}
	}
}
