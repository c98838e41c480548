package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ticketpatterns/analyzer/fold"
)

// longestNameWord is how many bytes the word of a name has at most: longer words
// of a text are not looked up.
const longestNameWord = 60

var wordPattern = regexp.MustCompile(`\p{L}[\p{L}\p{M}]*`)

// place is a word in a text.
type place struct {
	from, end int
	key       string
	capital   bool // or a script that has none
	begins    bool // a sentence
	titled    bool // behind Mr, Frau and the like
	signed    bool // at the end of a line, behind regards and the like
}

// hide replaces known names: two words or more of a name before one.
func (n Names) hide(s string) string {
	if len(n.parts)+len(n.surnames)+len(n.own)+len(n.unspaced) == 0 {
		return s
	}
	if len(n.unspaced) > 0 {
		s = n.hideUnspaced(s)
	}
	var places []place
	for _, at := range wordPattern.FindAllStringIndex(s, -1) {
		p := place{from: at[0], end: at[1], capital: !unicode.IsLower(firstRune(s[at[0]:]))}
		before := strings.TrimRight(s[max(0, p.from-4):p.from], " \t\"'(>-")
		p.begins = before == "" && p.from < 4 || before != "" && strings.IndexByte(".!?:\n", before[len(before)-1]) >= 0
		if p.end-p.from <= longestNameWord {
			p.key = fold.Key(s[p.from:p.end])
		}
		if i := len(places) - 1; i >= 0 && titles[places[i].key] && p.from-places[i].end <= len(". ") {
			p.begins, p.titled = false, true
		} else if i >= 0 && signOffs[places[i].key] && signs(s, places[i].end, p.from, p.end) {
			p.begins, p.signed = false, true
		}
		places = append(places, p)
	}
	var out strings.Builder
	done := 0
	for i := 0; i < len(places); i++ {
		last, ok := n.nameAt(s, places, i)
		if !ok || inMask(s, places[i]) {
			continue
		}
		from := places[i].from
		if i > 0 && places[i-1].end-places[i-1].from == 1 && from-places[i-1].end <= len("’") && places[i-1].from >= done && strings.Trim(s[places[i-1].end:from], "'’") == "" {
			from = places[i-1].from // O'Brien
		}
		out.WriteString(s[done:from])
		out.WriteString(MaskName)
		done = places[last].end
		i = last
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// titles stand before the names of people, folded.
var titles = setOf("mr", "mrs", "ms", "miss", "herr", "hr", "frau", "fr", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "sig", "signor", "signora", "dott", "dhr", "mevr", "mevrouw", "pan", "pani", "pana", "panu", "dr")

// signOffs are the last words in front of the name under a message, folded.
var signOffs = setOf("regards", "thanks", "thx", "cheers", "sincerely", "rgds", "br", "gruss", "grusse", "grusze", "gruße", "gruessen", "gruesse", "gruß", "mfg", "lg", "vg", "danke", "dank", "cordialement", "cdt", "merci", "bonne journee",
	"saludos", "saludo", "gracias", "atentamente", "saluti", "grazie", "cordiali", "pozdrawiam", "pozdrowienia", "dziekuje", "att", "atenciosamente", "obrigado", "obrigada", "abraco", "cumprimentos",
	"groet", "groeten", "groetjes", "bedankt", "halsningar", "hilsen", "mvh", "pozdrav", "pozdravem", "diky", "saygilar", "terveisin")

// signs reports whether s[from:end] stands alone behind a word that ends at last: what
// is between them is no more than a comma and a break, and nothing follows in its line.
func signs(s string, last, from, end int) bool {
	between := s[last:from]
	line, _, _ := strings.Cut(s[end:], "\n")
	return len(between) <= 6 && strings.Trim(between, " ,.!:\n\t-") == "" && strings.Trim(line, " .!,\t") == ""
}

// inMask reports whether a word is that of a mask.
func inMask(s string, p place) bool {
	return p.from > 0 && s[p.from-1] == '[' && p.end < len(s) && s[p.end] == ']'
}

// longestNameRun is how many words of a text are taken for one name at most.
const longestNameRun = 8

// nameAt reports whether a name begins at word i, and with which word it ends.
func (n Names) nameAt(s string, places []place, i int) (last int, ok bool) {
	last = i
	if places[i].key == "" || particles[places[i].key] && !n.ownWord(places[i]) {
		return i, false
	}
	whole := n.alone(places[i])
	for j := i + 1; j < len(places) && j < i+longestNameRun && near(s[places[j-1].end:places[j].from]); j++ {
		a, b := places[last], places[j]
		initial := b.end-b.from == 1 && b.capital
		switch {
		case particles[b.key] || initial:
			continue
		case n.pairs[a.key+" "+b.key] && (a.capital || b.capital || !n.common(a.key) || !n.common(b.key)), n.declinedPair(a, b), whole && b.capital && (n.parts[b.key] && a.capital || n.alone(b)):
			last, whole = j, true
			continue
		}
		j = len(places)
	}
	if !whole && last == i {
		// An initial in front: "A. Silva" is hidden from the initial on.
		if places[i].end-places[i].from == 1 && places[i].capital && i+1 < len(places) && s[places[i].end:places[i+1].from] == ". " && n.alone(places[i+1]) && places[i+1].capital {
			last, ok = n.nameAt(s, places, i+1)
			return last, ok
		}
		return i, false
	}
	return last, true
}

// common reports a word that the export, or its language, also uses otherwise.
func (n Names) common(key string) bool { return n.spared[key] || ordinary(key) }

// near reports whether what stands between two words may stand within a name.
func near(between string) bool {
	switch between {
	case " ", ", ", ",", ".", ". ", "-", "'", "’", "_", "\u00a0", "  ":
		return true
	}
	return false
}

// alone reports whether a word is hidden by itself.
func (n Names) alone(p place) bool {
	if n.ownWord(p) {
		return true
	}
	if p.titled && p.capital && n.parts[p.key] {
		return true
	}
	if n.small[p.key] || p.signed && n.parts[p.key] {
		return true
	}
	return p.capital && p.key != "" && !n.spared[p.key] && (n.surnames[p.key] || !ordinary(p.key) && utf8.RuneCountInString(p.key) >= shortestDeclined && n.declined(p.key))
}

// ownWord reports whether a word names one of the ticket's own people.
func (n Names) ownWord(p place) bool {
	small, known := n.own[p.key]
	if base, ok := strings.CutSuffix(p.key, "s"); ok && !known { // Evas
		_, known = n.own[base]
		known = known && p.capital && len(base) >= 3 && !ordinary(p.key)
	}
	return known && !n.spared[p.key] && (small || p.capital && !(p.begins && ordinary(p.key)))
}

// declinedPair reports whether two words are a name in another case. One of them may be
// short.
func (n Names) declinedPair(a, b place) bool {
	if !a.capital || !b.capital || ordinary(a.key) {
		return false
	}
	first, second := n.parts[a.key] || n.declined(a.key), n.declined(b.key)
	return first && (second || inCase(n.brief, b.key)) || second && inCase(n.brief, a.key)
}

// hideUnspaced replaces names in scripts that put no spaces between words, the
// longest first.
func (n Names) hideUnspaced(s string) string {
	return unspacedRun.ReplaceAllStringFunc(s, func(run string) string {
		letters := []rune(run)
		var out strings.Builder
		for i := 0; i < len(letters); {
			size := min(longestUnspaced, len(letters)-i)
			for size >= 2 && !n.unspaced[string(letters[i:i+size])] {
				size--
			}
			if size < 2 {
				out.WriteRune(letters[i])
				i++
				continue
			}
			out.WriteString(MaskName)
			i += size
		}
		return out.String()
	})
}
