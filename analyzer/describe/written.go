package describe

import (
	"strings"
	"unicode"
)

// isNumber reports whether a word is a number of three or more digits.
func isNumber(word string) bool {
	word = strings.TrimFunc(word, unicode.IsPunct)
	return len(word) >= 3 && strings.IndexFunc(word, func(c rune) bool { return !unicode.IsDigit(c) }) < 0
}

// lowerCapitals converts a subject written in capitals to lower case.
func lowerCapitals(s string) string {
	upper, lower := 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		}
	}
	if lower == 0 && upper > 8 {
		return strings.ToLower(s)
	}
	return s
}

// numbered reports whether a word is a number or holds two digits or more, as versions and
// ids do.
func numbered(word string) bool {
	digits := 0
	for _, c := range word {
		if unicode.IsDigit(c) {
			digits++
		}
	}
	return digits > 1 || digits == 1 && len(strings.TrimFunc(word, unicode.IsPunct)) == 1
}

// oneCase reports whether a subject names a number, version or id that no more than half
// of all subjects name: it is about one case.
func oneCase(subject string, all []string) bool {
	for _, word := range strings.Fields(subject) {
		if !numbered(word) {
			continue
		}
		naming := 0
		for _, other := range all {
			if strings.Contains(other, word) {
				naming++
			}
		}
		if 2*naming <= len(all) {
			return true
		}
	}
	return false
}
