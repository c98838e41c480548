package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Cyrillic and Greek letters as passports and logins have them. Letters that are not here
// are told by their base.
var latinLetters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "e", 'є': "ie", 'ж': "zh", 'з': "z", 'и': "i", 'і': "i", 'ї': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m",
	'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
	'ђ': "dj", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz", 'ў': "u",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s",
	'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
}

// asSpoken is how people write those letters that passports write otherwise.
var asSpoken = map[rune]string{'й': "y", 'х': "h", 'ц': "c", 'ю': "yu", 'я': "ya", 'ё': "yo", 'щ': "sch", 'є': "ye", 'χ': "h", 'η': "i"}

// greekOu is one sound in two letters.
var greekOu = strings.NewReplacer("ου", "ou", "ού", "ou")

// inLatin returns the ways in which logins and mails from abroad write a name in Cyrillic
// or Greek letters; none for other names.
func inLatin(name string) []string {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.In(r, unicode.Cyrillic, unicode.Greek) }) {
		return nil
	}
	name = greekOu.Replace(norm.NFC.String(strings.ToLower(name)))
	passport, spoken := transcribed(name, nil), transcribed(name, asSpoken)
	if passport == spoken {
		return []string{passport}
	}
	return []string{passport, spoken}
}

func transcribed(name string, first map[rune]string) string {
	var out strings.Builder
	for _, r := range name {
		letters, known := first[r]
		if !known {
			letters, known = latinLetters[r]
		}
		if base := firstRune(norm.NFD.String(string(r))); !known {
			letters, known = latinLetters[base]
		}
		switch {
		case known:
			out.WriteString(letters)
		case !unicode.In(r, unicode.Cyrillic, unicode.Greek):
			out.WriteRune(r)
		}
	}
	return out.String()
}
