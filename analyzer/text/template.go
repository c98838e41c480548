package text

import (
	"strings"
	"unicode"
)

// Template returns the words of s with everything that a program fills in replaced
// by one mark: words with a digit, and names of machines, files, jobs and accounts,
// which hold an underscore, a slash, a backslash or an at sign. Two mails written
// from one template have the same words, or nearly.
func Template(s string) []string {
	var words []string
	for chunk := range strings.FieldsSeq(s) {
		if isFilledIn(chunk) {
			if n := len(words); n == 0 || words[n-1] != filledIn {
				words = append(words, filledIn)
			}
			continue
		}
		words = append(words, strings.FieldsFunc(strings.ToLower(chunk), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })...)
	}
	return words
}

// filledIn is the mark for what differs from mail to mail.
const filledIn = "0"

func isFilledIn(chunk string) bool {
	return strings.ContainsFunc(chunk, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(`_/\@`, r) })
}
