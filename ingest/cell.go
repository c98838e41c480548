package ingest

import (
	"html"
	"regexp"
	"strings"

	"ticketpatterns/ingest/csv"
)

// What exporters put around the text of a cell: records of an interface for
// programs, lists in markup, entities.

// plain returns the text that people see of what an exporter wrote: the display
// value of a record, the first of a list, entities as the characters they stand
// for.
func (c cleaner) plain(s string) string {
	if s == "" {
		return s
	}
	if s[0] == '{' || s[0] == '[' {
		if shown, ok := display(s, c.prose); ok {
			return shown
		}
	}
	if !c.prose && strings.IndexByte(s, '<') >= 0 {
		s = first(lineBreak.Split(s, -1))
	}
	if !c.prose && strings.Contains(s, ";#") { // of SharePoint: Ann Lee;#12;#Bo Ek;#13
		s, _, _ = strings.Cut(s, ";#")
	}
	if at := strings.IndexByte(s, '&'); at >= 0 && strings.IndexByte(s[at:], ';') > 0 {
		s = c.decode(s)
	}
	return s
}

// lineBreak parts the members of a list, as GLPI writes it.
var lineBreak = regexp.MustCompile(`(?i)<br\s*/?>`)

// first returns the first text that holds anything.
func first(texts []string) string {
	for _, t := range texts {
		if t = csv.Trim(t); t != "" {
			return t
		}
	}
	return ""
}

var (
	entity = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});`)
	// tag is one that was written with entities, so that nobody has seen it as markup.
	tag      = regexp.MustCompile(`(?i)</?(?:p|br|div|span|b|i|u|s|a|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|font|strong|em|pre|code|blockquote|hr|img|html|body|head|style)(?:\s[^<>]*)?/?>`)
	blockEnd = regexp.MustCompile(`(?i)\s*(?:<br\s*/?>|</(?:p|div|li|tr|h[1-6]|blockquote)>)\s*`)
)

// decode writes entities as characters and takes out the tags that they hid.
func (c cleaner) decode(s string) string {
	hidden := strings.Contains(s, "&lt;") || strings.Contains(s, "&#60;") || strings.Contains(s, "&#x3c;") || strings.Contains(s, "&#x3C;")
	s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	if hidden {
		s = tag.ReplaceAllString(blockEnd.ReplaceAllString(s, "\n"), "")
	}
	return s
}

// displayKeys name what people see of a record, the best first.
var displayKeys = []string{"display_value", "displayValue", "displayName", "display_name", "name", "title", "label", "value", "login", "emailAddress", "email", "key", "id"}

// display returns what people see of a record or list, as JSON or Python writes
// them: {'link': 'https://...', 'value': 'Ann'}. In prose only a reference counts,
// which has no key but those of ServiceNow's Table API.
func display(s string, prose bool) (string, bool) {
	r := literal{rest: s}
	shown, ok := r.value(0)
	if !ok || strings.TrimSpace(r.rest) != "" || r.records == 0 || prose && r.others {
		return "", false
	}
	return shown, true
}

// literal reads values as JSON and Python write them.
type literal struct {
	rest    string
	records int
	others  bool // a key is none of a reference's
}

// deepest is more than exporters nest.
const deepest = 8

// value reads one value and returns what people see of it.
func (l *literal) value(depth int) (string, bool) {
	l.rest = strings.TrimLeft(l.rest, " \t\n")
	if l.rest == "" || depth > deepest {
		return "", false
	}
	switch l.rest[0] {
	case '{':
		return l.record(depth)
	case '[':
		return l.list(depth)
	case '"', '\'':
		return l.text()
	}
	end := strings.IndexAny(l.rest, ",}]:")
	if end <= 0 {
		return "", false
	}
	word := strings.TrimSpace(l.rest[:end])
	l.rest = l.rest[end:]
	if word == "null" || word == "None" {
		word = ""
	}
	return word, !strings.ContainsAny(word, "\"'{[\n")
}

// text reads a quoted text.
func (l *literal) text() (string, bool) {
	quote := l.rest[0]
	var b strings.Builder
	for i := 1; i < len(l.rest); i++ {
		switch ch := l.rest[i]; {
		case ch == quote:
			l.rest = l.rest[i+1:]
			return b.String(), true
		case ch == '\\' && i+1 < len(l.rest):
			if i++; l.rest[i] == 'n' {
				b.WriteByte('\n')
			} else {
				b.WriteByte(l.rest[i])
			}
		default:
			b.WriteByte(ch)
		}
	}
	return "", false
}

// skip takes a mark from the front.
func (l *literal) skip(mark byte) bool {
	l.rest = strings.TrimLeft(l.rest, " \t\n")
	if l.rest == "" || l.rest[0] != mark {
		return false
	}
	l.rest = l.rest[1:]
	return true
}

// record reads a record and returns its display value.
func (l *literal) record(depth int) (string, bool) {
	l.skip('{')
	held := map[string]string{}
	for !l.skip('}') {
		if len(held) > 0 && !l.skip(',') {
			return "", false
		}
		key, ok := l.value(depth + 1)
		if !ok || !l.skip(':') {
			return "", false
		}
		if held[key], ok = l.value(depth + 1); !ok {
			return "", false
		}
		l.others = l.others || key != "link" && key != "value" && key != "display_value"
	}
	l.records++
	for _, key := range displayKeys {
		if held[key] != "" {
			return held[key], true
		}
	}
	return "", len(held) > 0 && allEmpty(held)
}

func allEmpty(held map[string]string) bool {
	for _, v := range held {
		if v != "" {
			return false
		}
	}
	return true
}

// list reads a list and returns its first member that holds anything.
func (l *literal) list(depth int) (string, bool) {
	l.skip('[')
	shown := ""
	for n := 0; !l.skip(']'); n++ {
		if n > 0 && !l.skip(',') {
			return "", false
		}
		v, ok := l.value(depth + 1)
		if !ok {
			return "", false
		}
		if shown == "" {
			shown = v
		}
	}
	l.records++
	return shown, true
}
