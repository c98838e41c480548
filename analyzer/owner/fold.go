package owner

import (
	"strings"
	"unicode"
)

// accents pairs every accented Latin letter with what people type instead of
// it. Combining marks are dropped, so decomposed text folds to the same.
var accents = newAccents(
	"aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı",
	"jĵ", "kķ", "lĺļľŀł", "nñńņňŉ", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț",
	"uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž",
)

func newAccents(groups ...string) map[rune]string {
	table := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th"}
	for _, g := range groups {
		for _, r := range g[1:] {
			table[r] = g[:1]
		}
	}
	return table
}

// words folds s to lower case without accents and cuts it into its runs of
// letters and digits: "E-Mail: Wörter" gives e, mail, worter.
func words(s string) []string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		r = unicode.ToLower(r)
		switch {
		case r < unicode.MaxASCII:
			if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
				r = ' '
			}
			b.WriteRune(r)
		case accents[r] != "":
			b.WriteString(accents[r])
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// key is the comparable form of a name or value.
func key(s string) string {
	folded := strings.Join(words(s), " ")
	if strings.HasSuffix(s, "*") {
		folded += "*"
	}
	return folded
}

// levels cuts a category path such as "Hardware > Printer" into its levels.
func levels(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '>' || r == '|' || r == '\\' })
}
