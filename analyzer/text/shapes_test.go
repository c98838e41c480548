package text

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// shapes are what people, programs and attackers fill a cell with, each as one
// piece that is repeated.
var shapes = []struct{ name, piece string }{
	{"letters", "abcdefghij"}, {"one letter", "a"}, {"capitals", "ABCDEFGH"}, {"mixed case", "aBcDeFg"}, {"German", "netzwerkdrucker"}, {"linking letters", "ens"},
	{"suffixes", "ational"}, {"Turkish", "lerinizden"}, {"Hungarian", "eitekkel"}, {"Finnish", "issansa"}, {"Russian", "ость"}, {"hex", "0123456789abcdef"},
	{"code", "0x80070005"}, {"combining marks", "\u0301"}, {"letter with marks", "a\u0301\u0302\u0303"}, {"ligatures", "\ufdfa"}, {"Hangul", "한국어"},
	{"Han", "打印机"}, {"base64", "aGVsbG8gd29ybGQ+/="}, {"digits", "1234567890"}, {"phone", "+49 30 "}, {"brackets of phones", "(0"}, {"dots", "."}, {"letters and dots", "a."},
	{"tildes", "~"}, {"stars", "*"}, {"star words", "*a "}, {"underscores", "_"}, {"back ticks", "`"}, {"bars", "|"}, {"dashes", "-"}, {"less than", "<"},
	{"open tags", "<a "}, {"tags", "<p x=\">"}, {"open comments", "<!--"}, {"end tags", "</x>"}, {"entities", "&amp"}, {"curly brackets", "{code:"}, {"square brackets", "[a|"},
	{"links", "](http:"}, {"exclamation marks", "!a.png|"}, {"quotes", "\""}, {"at signs", "a@a."}, {"web", "http://"}, {"emoji", "👩\u200d💻"}, {"spaces", " "},
	{"no-break spaces", "\u00a0"}, {"lines", "\n"}, {"header lines", "From: a\n"}, {"quotation", ">"}, {"written by", "On 1 wrote:\n"}, {"log", "2026-01-01 10:00:00 x\n"},
	{"frames", "at a.b(c)\n"}, {"addresses", "1.2.3."}, {"colons", "a:"}, {"MAC", "00:1a:"}, {"secrets", "password: "}, {"passwords told later", "password for a1 "}, {"password and words", "pin is a "}, {"identity numbers", "passport 1 "}, {"birthdays", "born a 1."}, {"names", "Ana Silva "}, {"IBAN", "DE89 3704 "},
	{"greetings", "best regards "}, {"slashes", "a/"}, {"backslashes", "a\\"}, {"apostrophes", "a'"}, {"tables", "||a"}, {"reply marks", "re:"}, {"NUL", "\x00"}, {"no UTF-8", "\xff"},
}

// filled returns a text of so many bytes or a few more.
func filled(piece string, bytes int) string { return strings.Repeat(piece, bytes/len(piece)+1) }

// steps are what looks at each text of an export, one by one.
var steps = []struct {
	name string
	run  func(s string)
}{
	{"markup", func(s string) { StripMarkup(s) }},
	{"clean", func(s string) { LearnBoilerplate(slices.Values([]string{s, s})).Clean(s, s) }},
	{"mask", func(s string) { Mask(s, LearnNames([]string{"Ana Silva", s})) }},
	{"words", func(s string) { Words(s) }},
	{"terms", func(s string) { LearnLexicon(2, func(int) string { return s }).Terms(s) }},
	{"stems", func(s string) {
		for _, l := range Languages {
			stem(s, l)
		}
	}},
	{"template", func(s string) { Template(s); IsAutomaticReply(s) }},
}

// BenchmarkShapes prints what four times the length costs, in times: 4 is
// linear, 16 the square. What takes less than a fiftieth of a second is not shown.
func BenchmarkShapes(b *testing.B) {
	const size = 1 << 17 // below, package regexp has a faster way, so that the ratio shows its step
	for _, step := range steps {
		b.Run(step.name, func(b *testing.B) {
			worst, worstShape, slowest, slowShape := 0.0, "", time.Duration(0), ""
			for range b.N {
				for _, shape := range shapes {
					once := cost(step.run, filled(shape.piece, size))
					four := cost(step.run, filled(shape.piece, 4*size))
					if four > 20*time.Millisecond {
						ratio := float64(four) / float64(max(once, 1))
						fmt.Printf("%-10s %-20s %8.1f ms, four times %8.1f ms: %5.1f\n", step.name, shape.name, once.Seconds()*1e3, four.Seconds()*1e3, ratio)
						if ratio > worst {
							worst, worstShape = ratio, shape.name
						}
					}
					if four > slowest {
						slowest, slowShape = four, shape.name
					}
				}
			}
			fmt.Printf("%-10s worst ratio %.1f (%s), slowest %v (%s)\n", step.name, worst, worstShape, slowest, slowShape)
			b.ReportMetric(worst, "x")
		})
	}
}

// cost is the least of three times that a processor spends, as others use the machine, too.
func cost(run func(string), s string) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range 3 {
		runtime.GC()
		start := spent()
		run(s)
		least = min(least, spent()-start)
	}
	return least
}

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
	for _, shape := range shapes {
		s := filled(shape.piece, 1000)
		if got := len(StripMarkup(s)); got > 2*len(s) {
			t.Errorf("%s: %d bytes became %d without markup, want at most twice as many", shape.name, len(s), got)
		}
	}
}
