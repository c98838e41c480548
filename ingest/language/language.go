// Package language holds what dates and headers are called in the languages that exports are written in.
//
// It is data, a file for each language. Months, days of the week and the halves of
// the day are those of the Unicode CLDR (version 48, Gregorian calendar: wide and
// abbreviated, in a date and alone). The words of headers are the fields of
// trackers as their translations name them, such as Redmine's
// (config/locales/*.yml: field_subject, field_created_on, label_...).
package language

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
	// Headers gives fields the parts of words by which a header is near their
	// usual names, with spaces between.
	Headers map[string]string
}

// All are all languages, the order of no meaning.
var All = []Language{
	english, german, french, spanish, portuguese, polish, italian, dutch, czech, turkish, swedish, danish, norwegian, finnish, hungarian, russian, ukrainian, greek, japanese, chinese, korean, arabic, hebrew, romanian, slovak, bulgarian,
}
