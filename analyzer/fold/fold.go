// Package fold makes texts equal that differ in spelling only.
//
// Five functions, because five things may count as "how": each says what stays.
// Spelling keeps the most and Key the least.
package fold

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Spelling keeps everything but case and spacing: values of one field, names of
// people.
func Spelling(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Wording keeps words and their accents, with one space between; punctuation and
// case go, and every number is a 0: lines of text, which differ in numbers only
// when a form or a program wrote them.
func Wording(line string) string {
	var f strings.Builder
	space, number := false, false
	for _, r := range line {
		inNumber := number
		number = unicode.IsDigit(r)
		switch {
		case number && inNumber:
			continue
		case number:
			r = '0'
		case unicode.IsLetter(r):
			r = unicode.ToLower(r)
		default:
			space = f.Len() > 0
			continue
		}
		if space {
			f.WriteByte(' ')
			space = false
		}
		f.WriteRune(r)
	}
	return f.String()
}

// Letters keeps punctuation; case and accents go, as do apostrophes and the dots
// of abbreviations, which join what they stand between: "Dept. d'Été" is "dept
// dete".
func Letters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	last := rune(0)
	for _, r := range s {
		before := last
		last = r
		switch {
		case r == '\'' || r == '’' || r == '.' && unicode.IsLetter(before):
		case r == utf8.RuneError:
			b.WriteByte(' ')
		default:
			write(&b, r)
		}
	}
	return b.String()
}

// Words cuts what Letters keeps into runs of letters and digits: "E-Mail:
// Wörter" is e, mail, worter.
func Words(s string) []string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			write(&b, r)
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// Key keeps letters and digits alone, without accents: headers, which versions
// and translations of one product space and mark differently. "Incident ID*+" and
// "incident_id" are "incidentid". The sign # is the word it stands for.
func Key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			keep(&b, r)
			continue
		}
		for _, d := range plain(r) {
			keep(&b, d)
		}
	}
	return b.String()
}

// keep writes what Key keeps of a letter without accent.
func keep(b *strings.Builder, r rune) {
	switch {
	case r == '#':
		b.WriteString("number")
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		b.WriteRune(unicode.ToLower(r))
	}
}

// write writes r in lower case without its accent.
func write(b *strings.Builder, r rune) {
	switch {
	case 'A' <= r && r <= 'Z':
		b.WriteByte(byte(r) + 'a' - 'A')
	case r < utf8.RuneSelf:
		b.WriteByte(byte(r))
	default:
		b.WriteString(plain(r))
	}
}

// special are the letters whose accent Unicode does not tell apart from them,
// with what people type instead.
var special = map[rune]string{
	'ł': "l", 'ŀ': "l", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ø': "o", 'ŧ': "t", 'ŉ': "n",
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th",
}

// accented is the last letter that has its place in latin.
const accented = 0x24f

// latin holds the plain form of each Latin letter.
var latin = sync.OnceValue(func() []string {
	table := make([]string, accented+1)
	for r := range table {
		table[r] = decompose(rune(r))
	}
	return table
})

// plain returns r in lower case without its accent; "" for an accent alone.
func plain(r rune) string {
	if r <= accented {
		return latin()[r]
	}
	return decompose(r)
}

// decompose takes r apart and leaves the accents out.
func decompose(r rune) string {
	if s, ok := special[unicode.ToLower(r)]; ok {
		return s
	}
	var b strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		d = unicode.ToLower(d)
		switch {
		case unicode.Is(unicode.Mn, d):
		case special[d] != "":
			b.WriteString(special[d])
		default:
			b.WriteRune(d)
		}
	}
	return b.String()
}
