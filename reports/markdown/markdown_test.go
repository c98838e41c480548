package markdown

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestSummary(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSummary(&b, fixture.Analysis(7)); err != nil {
		t.Fatal(err)
	}
	golden(t, "summary.md", b.String())
}

// A map that fits none of the export's words is told with what to do, and only then.
func TestSummaryTellsAMapThatDoesNotFit(t *testing.T) {
	const told = "ticketpatterns check --learn FILE"
	for _, fits := range []bool{true, false} {
		a := fixture.Analysis(2)
		a.MapFit.Fits = fits
		var b bytes.Buffer
		if err := WriteSummary(&b, a); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), told) == fits {
			t.Errorf("the map fits: %v; %q is in the summary: %v", fits, told, !fits)
		}
	}
}

func TestPack(t *testing.T) {
	a := fixture.Analysis(7)
	var b bytes.Buffer
	if err := WritePack(&b, a, "Business Applications", []*result.Pattern{&a.Patterns[0]}); err != nil {
		t.Fatal(err)
	}
	golden(t, "pack.md", b.String())
}

func TestHostileTextIsNoMarkup(t *testing.T) {
	a := fixture.Hostile(12)
	var b bytes.Buffer
	if err := WriteSummary(&b, a); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for i := range a.Patterns {
		text += Escalation(words.Writer{}, &a.Patterns[i])
	}
	outside := withoutCode(text)
	for _, deny := range []string{`.{0,60}<[a-zA-Z/!].{0,60}`, `[^\\]\[[^\]]*[^\\]\]\(`, "[\x00\x1b\u202e\u2066\r]", `@[a-z]`, `(?m)^# head`} {
		if found := regexp.MustCompile(deny).FindString(outside); found != "" {
			t.Errorf("the text holds %q, matched by %s", found, deny)
		}
	}
	// Each heading is one of ours: a label cannot begin one.
	for _, heading := range regexp.MustCompile(`(?m)^#+ .*$`).FindAllString(outside, -1) {
		if strings.HasPrefix(heading, "# ") && !strings.HasPrefix(heading, "# Help desk patterns") {
			t.Errorf("unexpected heading %q", heading)
		}
	}
}

// withoutCode takes fenced blocks and code spans out, in which nothing is markup.
func withoutCode(text string) string {
	var out []string
	fence := ""
	for _, line := range strings.Split(text, "\n") {
		marks := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		switch {
		case fence == "" && len(marks) >= 3 && strings.TrimLeft(line, "`") == "text":
			fence = marks
		case fence != "" && line == fence:
			fence = ""
		case fence == "":
			out = append(out, withoutSpans(line))
		}
	}
	return strings.Join(out, "\n")
}

// withoutSpans takes code spans out of a line as CommonMark (6.1) reads them: a
// run of backticks opens one that the next run of the same length closes; a
// backslash before a backtick outside of a span keeps it from opening one.
func withoutSpans(line string) string {
	var out strings.Builder
	for i := 0; i < len(line); {
		if line[i] == '\\' && i+1 < len(line) {
			out.WriteString(line[i : i+2])
			i += 2
			continue
		}
		n := len(line[i:]) - len(strings.TrimLeft(line[i:], "`"))
		if n == 0 {
			out.WriteByte(line[i])
			i++
			continue
		}
		end := closing(line[i+n:], n)
		if end < 0 {
			out.WriteString(line[i : i+n])
		}
		i += n + max(0, end)
	}
	return out.String()
}

// closing returns the end of the first run of exactly n backticks, -1 if
// there is none.
func closing(s string, n int) int {
	for _, run := range regexp.MustCompile("`+").FindAllStringIndex(s, -1) {
		if run[1]-run[0] == n {
			return run[1]
		}
	}
	return -1
}

func TestEscape(t *testing.T) {
	tests := map[string]string{
		"plain words":      "plain words",
		"a_b*c":            `a\_b\*c`,
		"<img src=x>":      "&lt;img src=x>",
		"[x](y)":           `\[x\](y)`,
		"- item\n- item":   `\- item - item`,
		"> quote":          `\> quote`,
		"# head":           `\# head`,
		"| a | b":          `\| a \| b`,
		"me@example.org":   "me@\u200bexample.\u200borg",
		"https://evil.org": "https:/\u200b/evil.\u200borg",
		"www.evil.example": "www\u200b.\u200bevil.\u200bexample",
		"wWw.evil.example": "wWw\u200b.\u200bevil.\u200bexample",
		"see //evil.test/": "see /\u200b/evil.\u200btest/",
		"evil.co.uk/x":     "evil.\u200bco.\u200buk/x",
		"version 3.5.com3": "version 3.5.\u200bcom3",
		"1. first":         `1\. first`,
		"12) first":        `12\) first`,
		"3.5 hours":        "3.5 hours",
		"tick ` tick":      "tick \\` tick",
		`back\slash`:       `back\\slash`,
		"\u202egnp\x1b[2J": "\ufffdgnp\ufffd\\[2J",
	}
	for in, want := range tests {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

// bareLink is what renderers turn into a link though no mark says so: GitHub's autolinks, and
// those of linkify-it.
var bareLink = regexp.MustCompile(`(?i)\bwww\.|//|[a-z0-9._-]@[a-z0-9]|[a-z0-9-]\.(?:[a-z]{2}|com|org|net|info|biz|shop)\b|<[a-z]`)

// TestNoBareLinks holds that foreign text leads nobody anywhere.
func TestNoBareLinks(t *testing.T) {
	for _, s := range []string{
		"https://evil.org/login", "HTTP://EVIL.ORG", "ftp://evil.org", "hxxp evil.org", "evil.org", "EVIL.COM", "www.evil.org", "WwW.evil.org", "//evil.org", "///evil.org", "mailto:me@evil.org", "me@evil.org",
		"<https://evil.org>", "[x](https://evil.org)", "https://user:word@evil.co.uk:80/?a=b#c", "xmpp:me@evil.de", "a https://evil.org, b www.evil.de.", "evil.xn--p1ai", "sub.evil.info/path", "https://https://evil.org", "http:////evil.org",
	} {
		if found := bareLink.FindString(escape(s)); found != "" {
			t.Errorf("escape(%q) = %q, in which %q becomes a link", s, escape(s), found)
		}
	}
}

func TestCode(t *testing.T) {
	tests := map[string]string{
		"INC1":    "`INC1`",
		"":        "(empty)",
		"a`b":     "`` a`b ``",
		"``":      "``` `` ```",
		"a|b":     "`a¦b`",
		"two\n l": "`two l`",
	}
	for in, want := range tests {
		if got := code(in); got != want {
			t.Errorf("code(%q) = %q, want %q", in, got, want)
		}
	}
	if got, want := block("a\n```\nb"), "````text\na\n```\nb\n````"; got != want {
		t.Errorf("block: %q, want %q", got, want)
	}
}
