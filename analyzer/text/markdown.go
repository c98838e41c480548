package text

import (
	"regexp"
	"strings"
)

// Markdown, as pasted from chats, wikis and issue trackers. As in the patterns of
// wiki markup, each ends at the first mark that cannot be inside it.
var (
	titleMark  = regexp.MustCompile(`(?m)^[ \t]{0,3}#{1,6}[ \t]+`)
	checkBox   = regexp.MustCompile(`(?m)^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]+`)
	inlineShot = regexp.MustCompile(`!\[[^\[\]\n]*\]\([^()\n]*\)`)
	inlineLink = regexp.MustCompile(`\[([^\[\]\n]+)\]\((?:[a-zA-Z][a-zA-Z+.-]*:|/|#|\.)[^()\n]*\)`)
	strong     = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)
	strongLine = regexp.MustCompile(`__([^_\n]+ [^_\n]+)__`)
	struck     = regexp.MustCompile(`~~([^~\n]+)~~`)
	inlineCode = regexp.MustCompile("`+([^`\n]+)`+")
	tableRule  = regexp.MustCompile(`^\s*\|?[\s:-]*-{2,}[\s:-]*(?:\|[\s:-]*)*\|?\s*$`)
)

// stripMarkdown strips the marks that only Markdown has; stripWiki strips those it
// shares with wiki markup, such as *bold*.
func stripMarkdown(s string) string {
	if strings.Contains(s, "```") || strings.Contains(s, "~~~") {
		s = dropFences(s)
	}
	if strings.Contains(s, "#") {
		s = titleMark.ReplaceAllString(s, "")
	}
	if strings.Contains(s, "](") {
		s = inlineShot.ReplaceAllString(s, " ")
		s = inlineLink.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "] ") {
		s = checkBox.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "**") {
		s = strong.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "__") {
		s = strongLine.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "~~") {
		s = struck.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "`") {
		s = inlineCode.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "|") && strings.Contains(s, "--") {
		s = stripRuledTables(s)
	}
	return stripPairs(s, '_')
}

// dropFences drops the lines that begin and end a code block but keeps its content.
func dropFences(s string) string {
	var out strings.Builder
	for line := range strings.Lines(s) {
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "```") && !strings.Contains(t[3:], "`") || strings.HasPrefix(t, "~~~") {
			continue
		}
		out.WriteString(line)
	}
	return out.String()
}

// stripRuledTables replaces the bars of tables with a rule of dashes below their
// header by spaces.
func stripRuledTables(s string) string {
	lines := strings.SplitAfter(s, "\n")
	inTable := false
	for i, line := range lines {
		switch {
		case strings.Contains(line, "|") && tableRule.MatchString(line) && i > 0 && strings.Contains(lines[i-1], "|"):
			lines[i-1] = strings.ReplaceAll(lines[i-1], "|", " ")
			lines[i], inTable = "", true
		case inTable && strings.Contains(line, "|"):
			lines[i] = strings.ReplaceAll(line, "|", " ")
		default:
			inTable = false
		}
	}
	return strings.Join(lines, "")
}
