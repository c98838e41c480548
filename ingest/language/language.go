// Package language holds what dates and headers are called in the languages that exports are written in.
//
// It is data, a file for each language. Months, days of the week and the halves of
// the day are those of the Unicode CLDR (version 48, Gregorian calendar: wide and
// abbreviated, in a date and alone). The words of headers are the fields of
// trackers as their translations name them, such as Redmine's
// (config/locales/*.yml: field_subject, field_created_on, label_...).
package language

import "strings"

// Language is what exports of one language say. Words are written as people do;
// whoever compares folds them.
type Language struct {
	Code   string     // ISO 639-1
	Months [12]string // January first: ways to write each, with spaces between
	Days   [7]string  // Monday first, likewise
	AM, PM string     // where it is not "am" and "pm"
	// Letters are the small letters that are not ASCII; "" for scripts that are
	// told otherwise.
	Letters string
	// Frequent are the letters that make up more than half of each text, where the
	// language has a script of its own; "" elsewhere.
	Frequent string
	// Headers gives fields the parts of words by which a header is near their
	// usual names, with spaces between.
	Headers map[string]string
}

// All are all languages, the order of no meaning.
var All = []Language{
	english, german, french, spanish, portuguese, polish, italian, dutch, czech, turkish, swedish, danish, norwegian, finnish, hungarian, russian, ukrainian, greek, japanese, chinese, korean, arabic, hebrew, romanian, slovak, bulgarian,
}

// Covers returns how many of letters, counted by small letter, the language has,
// fewer where the frequent ones are rare.
func (l *Language) Covers(letters map[rune]int) float64 {
	const usual = 0.5 // share of the frequent letters in any text
	own, frequent := 0, 0
	for r, n := range letters {
		if strings.ContainsRune(l.Letters, r) {
			own += n
		}
		if strings.ContainsRune(l.Frequent, r) {
			frequent += n
		}
	}
	if l.Frequent == "" || own == 0 {
		return float64(own)
	}
	return float64(own) * min(1, float64(frequent)/float64(own)/usual)
}
