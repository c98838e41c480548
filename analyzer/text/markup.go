package text

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// StripMarkup returns what a reader sees of a text that was written as HTML, as
// Markdown or as Jira wiki markup: tags, macros, mentions and pictures go, entities become
// the characters that they stand for, blocks and table rows become lines, and
// the bodies of scripts and styles are dropped. What no markup shows in, such
// as a lone < or * in a sentence, comes back as it was. The time is linear in
// the length of s, and the result is at most twice as long.
func StripMarkup(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = stripHTML(s)
	}
	if strings.ContainsAny(s, markdownMarks) {
		s = stripMarkdown(s)
	}
	if strings.ContainsAny(s, "{[!*|") || strings.Contains(s, "h") && heading.MatchString(s) {
		s = stripWiki(s)
	}
	return s
}

// markdownMarks are the characters without which a text holds no Markdown.
const markdownMarks = "`#[_~|*"

// stripHTML strips tags if s has some; a text whose tags are escaped, as GLPI
// stores them, is unescaped first.
func stripHTML(s string) string {
	if !showsTags(s) {
		decoded := decodeEntities(s)
		if decoded == s || !showsTags(decoded) {
			return decoded
		}
		s = decoded
	}
	t := tagStripper{in: s}
	t.run()
	return tidyLines(t.out.String())
}

// tagSpace is what stands in the place of a known tag.
var tagSpace = func() map[string]string {
	m := map[string]string{}
	for space, names := range map[string]string{
		"\n": "p br div li ul ol dl dt dd tr table thead tbody tfoot caption h1 h2 h3 h4 h5 h6 hr pre blockquote " +
			"html head body title center section article header footer nav main form fieldset address",
		" ": "td th img iframe object embed video audio input button select option textarea svg",
		"": "a b i u s strong em span font code tt kbd samp small big sub sup strike del ins mark label abbr cite q " +
			"meta link base script style noscript col colgroup figure picture source",
	} {
		for name := range strings.FieldsSeq(names) {
			m[name] = space
		}
	}
	return m
}()

// tagShown matches what speaks for HTML: an end tag, a line break, or a tag
// with an attribute that has a value. A bare <b> may be a key or a place holder.
var tagShown = regexp.MustCompile(`(?i)</([a-z][a-z0-9]*)\s*>|<(br|hr|!doctype)\b[^<>]*>|<([a-z][a-z0-9]*)\s+[a-z][a-z:-]*\s*=`)

func showsTags(s string) bool {
	for strings.Contains(s, "<") {
		m := tagShown.FindStringSubmatchIndex(s)
		if m == nil {
			return false
		}
		for g := 2; g < len(m); g += 2 {
			if m[g] < 0 {
				continue
			}
			name := strings.ToLower(s[m[g]:m[g+1]])
			if _, known := tagSpace[name]; known || name == "!doctype" {
				return true
			}
		}
		s = s[m[1]:]
	}
	return false
}

// tagStripper walks over HTML once.
type tagStripper struct {
	in       string
	out      strings.Builder
	unclosed bool // a tag had no end: quotes are no longer believed
	noEnd    bool // no comment ends in what is left
	noScript bool // no script or style ends in what is left
}

func (t *tagStripper) run() {
	for t.in != "" {
		at := strings.IndexByte(t.in, '<')
		if at < 0 {
			break
		}
		t.out.WriteString(decodeEntities(t.in[:at]))
		t.in = t.in[at:]
		t.tag()
	}
	t.out.WriteString(decodeEntities(t.in))
}

// tag takes what begins with the < at the front of the input.
func (t *tagStripper) tag() {
	if strings.HasPrefix(t.in, "<!--") && !t.noEnd {
		if end := strings.Index(t.in, "-->"); end >= 0 {
			t.in = t.in[end+3:]
			return
		}
		t.noEnd = true
	}
	name, opening := tagName(t.in)
	space, known := tagSpace[name]
	if !known && !strings.ContainsAny(name, ":!?") {
		t.text()
		return
	}
	end := t.end()
	if end < 0 {
		t.text()
		return
	}
	t.in = t.in[end:]
	t.out.WriteString(space)
	if opening && (name == "script" || name == "style") && !t.noScript {
		t.skipBody(name)
	}
}

// text takes the < at the front as what it is.
func (t *tagStripper) text() {
	t.out.WriteByte('<')
	t.in = t.in[1:]
}

// longestName is more than any tag's name has.
const longestName = 20

// tagName returns the lower-case name behind <, "!" for a declaration and "?"
// for an instruction.
func tagName(s string) (name string, opening bool) {
	s = s[1:]
	s, closing := strings.CutPrefix(s, "/")
	if s != "" && (s[0] == '!' || s[0] == '?') {
		if len(s) > 1 && (s[1] == '[' || s[1] == '-' || asciiLetter(s[1])) {
			return s[:1], false
		}
		return "", false
	}
	n := 0
	for n < len(s) && n < longestName && (asciiLetter(s[n]) || n > 0 && (s[n] == ':' || s[n] >= '0' && s[n] <= '9')) {
		n++
	}
	if n == len(s) || !strings.ContainsRune(" \t\r\n/>", rune(s[n])) || n > 0 && s[n-1] == ':' {
		return "", false
	}
	return strings.ToLower(s[:n]), !closing
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// end returns where the tag at the front ends, or -1. A > in a quoted value is
// part of it, until a tag turned up that never ends that way.
func (t *tagStripper) end() int {
	quoted := byte(0)
	for i := 1; i < len(t.in) && !t.unclosed; i++ {
		switch c := t.in[i]; {
		case quoted != 0:
			if c == quoted {
				quoted = 0
			}
		case c == '>':
			return i + 1
		case (c == '"' || c == '\'') && t.in[i-1] == '=':
			quoted = c
		}
	}
	t.unclosed = true
	if i := strings.IndexAny(t.in[1:], "<>"); i >= 0 && t.in[i+1] == '>' {
		return i + 2
	}
	return -1
}

// skipBody drops the body of a script or style. One that never ends was cut
// off by the export if it reads like code; else somebody wrote about the tag.
func (t *tagStripper) skipBody(name string) {
	for at := 0; ; {
		next := strings.Index(t.in[at:], "</")
		if next < 0 {
			break
		}
		at += next + 2
		if len(t.in)-at >= len(name) && strings.EqualFold(t.in[at:at+len(name)], name) {
			t.in = t.in[at-2:]
			return
		}
	}
	t.noScript = true
	if strings.ContainsAny(t.in, "{;") {
		t.in = ""
	}
}

// longestEntity is the longest name of an entity, with & and ;.
const longestEntity = 33

// decodeEntities decodes entities that end in a semicolon; without one, as in
// the parameters of a web address, & stays. Spaces that do not break become
// plain ones.
func decodeEntities(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var out strings.Builder
	for {
		at := strings.IndexByte(s, '&')
		if at < 0 {
			break
		}
		out.WriteString(s[:at])
		s = s[at:]
		end := strings.IndexByte(s[:min(len(s), longestEntity)], ';') + 1
		if end < 3 || strings.IndexByte(s[1:end], '&') >= 0 {
			end = 1
		}
		decoded := html.UnescapeString(s[:end])
		if end > 1 && strings.HasSuffix(decoded, ";") && decoded != ";" {
			decoded = s[:end] // at most its beginning is an entity
		}
		if decoded == "\u00a0" {
			decoded = " "
		}
		out.WriteString(decoded)
		s = s[end:]
	}
	out.WriteString(s)
	return out.String()
}

// tidyLines drops the spaces around lines and all but one of empty lines.
func tidyLines(s string) string {
	var out strings.Builder
	empty := true
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" && empty {
			continue
		}
		empty = line == ""
		out.WriteString(line)
		out.WriteByte('\n')
	}
	return strings.TrimSpace(out.String())
}

// Jira's wiki markup. Each pattern ends at the first mark that cannot be inside
// it, so that a search never looks at a character twice.
var (
	heading = regexp.MustCompile(`(?m)^[ \t]*h[1-6]\.[ \t]+`)
	macro   = regexp.MustCompile(`\{(?:code|noformat|quote|panel|color|anchor|expand)(?::[^{}\n]*)?\}`)
	mention = regexp.MustCompile(`\[~[^\[\]\s|]+\]`)
	picture = regexp.MustCompile(`(?i)![^!\s|][^!|\n]*\.(?:png|jpe?g|gif|bmp|svg|webp|tiff?|heic|pdf|docx?|xlsx?|pptx?|msg|eml|txt|log|csv|zip|mp4|mov)(?:\|[^!\n]*)?!`)
	link    = regexp.MustCompile(`\[([^\[\]|\n]+)\|(?:[a-zA-Z]+://|mailto:|#|/|\^)[^\[\]\n]*\]`)
	mono    = regexp.MustCompile(`\{\{([^{}\n]+)\}\}`)
)

// stripWiki strips wiki markup. Slanted and monospaced words are taken for such
// only beside other markup; bold ones also alone.
func stripWiki(s string) string {
	before := s
	s = macro.ReplaceAllString(s, "\n")
	s = mention.ReplaceAllString(s, " ")
	s = picture.ReplaceAllString(s, " ")
	s = link.ReplaceAllString(s, "$1")
	s = heading.ReplaceAllString(s, "")
	s = stripTables(s)
	sure := s != before
	if sure {
		s = mono.ReplaceAllString(s, "$1")
		s = stripPairs(s, '_')
	}
	if s = stripPairs(s, '*'); sure {
		s = tidyLines(s)
	}
	return s
}

// stripTables puts spaces for the bars of tables: a head has two at its front,
// and the rows below it one at the front and one at the end.
func stripTables(s string) string {
	if !strings.Contains(s, "||") {
		return s
	}
	var out strings.Builder
	inTable := false
	for line := range strings.Lines(s) {
		cells := strings.TrimSpace(line)
		isHead := strings.HasPrefix(cells, "||") && len(cells) > 4 && strings.HasSuffix(cells, "||")
		inTable = isHead || inTable && len(cells) > 1 && cells[0] == '|' && cells[len(cells)-1] == '|'
		if inTable {
			line = strings.ReplaceAll(line, "|", " ")
		}
		out.WriteString(line)
	}
	return out.String()
}

// stripPairs drops marks around words: one in front of a word, with no letter
// before it, and the next behind a word on the same line, with none after it.
func stripPairs(s string, mark byte) string {
	if strings.Count(s, string(mark)) < 2 {
		return s
	}
	var out strings.Builder
	open, done := -1, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			open = -1
		case mark:
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+1:])
			switch {
			case open >= 0 && i > open+1 && !unicode.IsSpace(before) && before != rune(mark) && !inWord(after) && after != rune(mark):
				out.WriteString(s[done:open])
				out.WriteString(s[open+1 : i])
				open, done = -1, i+1
			case (i == 0 || !inWord(before) && before != rune(mark)) && inWord(after):
				open = i
			}
		}
	}
	out.WriteString(s[done:])
	return out.String()
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
