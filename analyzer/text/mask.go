package text

import (
	"regexp"
	"strings"
	"unicode"
)

// The masks that stand in place of what could identify a person.
const (
	MaskMail    = "[mail]"
	MaskLink    = "[link]"
	MaskAddress = "[address]" // of a machine
	MaskID      = "[id]"
	MaskPhone   = "[phone]"
	MaskNumber  = "[number]"
	MaskName    = "[name]"
)

// What can identify a person in a text, most specific first. The first group
// of a pattern, where it has one, is what stays in front of the mask.
var personal = []struct {
	pattern *regexp.Regexp
	mask    string
}{
	{regexp.MustCompile(`(?i)\b[\p{L}0-9._%+'-]+@[\p{L}0-9-]+(\.[\p{L}0-9-]+)+\b`), MaskMail},
	{regexp.MustCompile(`(?i)\b(?:https?|ftp)://[^\s<>"]+`), MaskLink},
	{regexp.MustCompile(`(?i)\bwww\.[^\s<>"]+`), MaskLink},
	{regexp.MustCompile(`\b(?:\d{1,3}\.){3}\d{1,3}\b`), MaskAddress},
	{regexp.MustCompile(`(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b`), MaskID},
	{regexp.MustCompile(`(?:\+|\b00)\d[\d ()/.-]{6,}\d\b`), MaskPhone},
	{regexp.MustCompile(`(?i)\b(?:phone|tel|mobile|ext|cell|fax|telefon|handy|tél|móvil)\.?:? *[\d(][\d ()/.-]{2,}\d\b`), MaskPhone},
	{regexp.MustCompile(`\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b`), MaskPhone},
	{regexp.MustCompile(`\b\d{7,}\b`), MaskNumber},
}

// Names is a set of people's names to hide.
type Names struct{ parts map[string]bool }

// LearnNames collects the names of people as an export writes them: "Ana Silva",
// "Silva, Ana (asilva)", "ana.silva@example.com". Single words shorter than four
// letters are left out, as hiding "Ann" would also hide the ends of sentences.
func LearnNames(people []string) Names {
	n := Names{parts: map[string]bool{}}
	for _, p := range people {
		words := nameWords(p)
		for i, w := range words {
			if i+1 < len(words) {
				n.parts[w+" "+words[i+1]] = true
				n.parts[words[i+1]+" "+w] = true
			}
		}
		if len(words) >= 2 && len([]rune(words[len(words)-1])) >= 4 {
			n.parts[words[len(words)-1]] = true
		}
	}
	return n
}

func nameWords(p string) []string {
	if at := strings.IndexByte(p, '@'); at > 0 {
		p = p[:at]
	}
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(p), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len([]rune(w)) >= 2 {
			words = append(words, w)
		}
	}
	return words
}

// Has reports whether a single word is the last name of somebody.
func (n Names) Has(word string) bool { return n.parts[strings.ToLower(word)] }

// Mask hides what could identify a person in s: addresses of mail, web and
// machines, phone numbers, long numbers, and the names in n. Control
// characters and marks that turn the reading direction are removed.
func Mask(s string, n Names) string {
	s = Plain(s)
	for _, p := range personal {
		s = p.pattern.ReplaceAllString(s, p.mask)
	}
	return n.hide(s)
}

var wordPattern = regexp.MustCompile(`\p{L}+`)

// hide replaces known names, two words before one.
func (n Names) hide(s string) string {
	if len(n.parts) == 0 {
		return s
	}
	places := wordPattern.FindAllStringIndex(s, -1)
	var out strings.Builder
	done := 0
	for i := 0; i < len(places); i++ {
		at, end := places[i][0], places[i][1]
		word := strings.ToLower(s[at:end])
		taken := 0
		if i+1 < len(places) && n.parts[word+" "+strings.ToLower(s[places[i+1][0]:places[i+1][1]])] {
			end, taken = places[i+1][1], 2
		} else if n.parts[word] && unicode.IsUpper(firstRune(s[at:])) {
			taken = 1
		}
		if taken == 0 {
			continue
		}
		out.WriteString(s[done:at])
		out.WriteString(MaskName)
		done = end
		i += taken - 1
	}
	out.WriteString(s[done:])
	return out.String()
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// Plain removes control characters but line breaks and tabs, and the marks that
// turn or hide the reading direction, so that a text reads as it stands.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
