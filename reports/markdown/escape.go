package markdown

import (
	"regexp"
	"strings"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/reports/words"
)

var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
	"<", "&lt;", "&", "&amp;", "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`, "$", `\$`,
)

// numbered finds what would open a numbered list.
var numbered = regexp.MustCompile(`^(\d+)([.)])( |$)`)

// escape turns foreign text into one line without markup and without links. A backslash
// precedes a first character that would open a list or a quotation.
func escape(s string) string {
	s = special.Replace(words.Unlinked(text.OneLine(words.Clean(s))))
	if s != "" && strings.ContainsRune("-+=>", rune(s[0])) {
		return `\` + s
	}
	return numbered.ReplaceAllString(s, `$1\$2$3`)
}

// code writes foreign text as a code span, in which nothing is markup.
func code(s string) string {
	s = text.OneLine(words.Clean(s))
	if s == "" {
		return "(empty)"
	}
	fence := strings.Repeat("`", longestRun(s)+1)
	if len(fence) == 1 && !strings.HasPrefix(s, "`") && !strings.HasSuffix(s, "`") {
		return fence + strings.ReplaceAll(s, "|", "¦") + fence
	}
	return fence + " " + strings.ReplaceAll(s, "|", "¦") + " " + fence
}

// block writes foreign text as a fenced block, in which nothing is markup.
func block(s string) string {
	s = words.Clean(s)
	fence := strings.Repeat("`", max(3, longestRun(s)+1))
	return fence + "text\n" + strings.TrimRight(s, "\n") + "\n" + fence
}

func longestRun(s string) int {
	longest, run := 0, 0
	for _, r := range s {
		if r != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

func (d *draft) ids(tickets []string) string {
	if len(tickets) <= listed {
		return allIDs(tickets)
	}
	return d.Text("%s and %d more", allIDs(tickets[:listed]), len(tickets)-listed)
}

func allIDs(tickets []string) string {
	quoted := make([]string, len(tickets))
	for i, id := range tickets {
		quoted[i] = code(id)
	}
	return strings.Join(quoted, ", ")
}
