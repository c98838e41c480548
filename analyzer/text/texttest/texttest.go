// Package texttest measures what looks at texts on whatever can fill a cell, for tests.
package texttest

import (
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Shape is a piece that fills a text when it is repeated.
type Shape struct{ Name, Piece string }

// Shapes are what people, programs and attackers fill a cell with.
var Shapes = []Shape{
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

// Fill returns a text of so many bytes or a few more.
func (s Shape) Fill(bytes int) string { return strings.Repeat(s.Piece, bytes/len(s.Piece)+1) }

// Step is something that looks at a text.
type Step struct {
	Name string
	Run  func(s string)
}

// The sizes that are compared.
const (
	smallest = 1 << 17 // below, package regexp has a faster way, so that the ratio shows its step
	largest  = 1 << 20
	enough   = 20 * time.Millisecond // what costs less fits into the caches of a processor, which make it seem to grow
)

// Compare prints what four times the length costs, in times: 4 is linear, 16 the square.
// Texts grow until they cost enough to compare. spent tells the time that the program has
// used.
func Compare(b *testing.B, steps []Step, spent func() time.Duration) {
	for _, step := range steps {
		b.Run(step.Name, func(b *testing.B) {
			worst, worstShape, slowest, slowShape := 0.0, "", 0.0, ""
			for range b.N {
				for _, shape := range Shapes {
					size, once := grown(step, shape, spent)
					four := cost(step, shape.Fill(4*size), spent)
					ratio := float64(four) / float64(max(once, 1))
					if four > enough {
						fmt.Printf("%-10s %-20s %5d KB %8.1f ms, four times %8.1f ms: %5.1f\n", step.Name, shape.Name, size>>10, once.Seconds()*1e3, four.Seconds()*1e3, ratio)
						if ratio > worst {
							worst, worstShape = ratio, shape.Name
						}
					}
					if rate := four.Seconds() / float64(4*size) * 1e6; rate > slowest {
						slowest, slowShape = rate, shape.Name
					}
				}
			}
			fmt.Printf("%-10s worst ratio %.1f (%s), slowest %.2f s for each MB (%s)\n", step.Name, worst, worstShape, slowest, slowShape)
			b.ReportMetric(worst, "x")
		})
	}
}

// grown returns the size from which a text costs enough, and what it costs.
func grown(step Step, shape Shape, spent func() time.Duration) (size int, once time.Duration) {
	for size = smallest; ; size *= 2 {
		if once = cost(step, shape.Fill(size), spent); once >= enough || size == largest {
			return size, once
		}
	}
}

// cost is the least of three times that a processor spends, as others use the machine, too.
func cost(step Step, s string, spent func() time.Duration) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range 3 {
		runtime.GC()
		start := spent()
		step.Run(s)
		least = min(least, spent()-start)
	}
	return least
}

// mostGrowth is how much more is allocated for four times the length at most: half way
// between what is linear and the square.
const mostGrowth = 8

// machines is what package regexp keeps for later, once.
const machines = 8 << 20

// CheckGrowth holds that no step allocates more than in proportion to the length of a
// text, which needs no clock. Of each shape it takes 8 and 32 KB.
func CheckGrowth(t *testing.T, steps []Step) {
	for _, step := range steps {
		step.Run("a") // makes what lasts
		for _, shape := range Shapes {
			once, four := allocated(step, shape.Fill(8<<10)), allocated(step, shape.Fill(32<<10))
			if four > mostGrowth*once+machines {
				t.Errorf("%s, %s: 8 KB allocate %d bytes and 32 KB %d, want at most %d times as many", step.Name, shape.Name, once, four, mostGrowth)
			}
		}
	}
}

// allocated returns the bytes that a step asks for.
func allocated(step Step, s string) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	step.Run(s)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
