package words

import (
	"fmt"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// Writer writes in one language. The zero Writer writes British English and knows
// nothing of an analysis.
type Writer struct {
	*i18n.Language
	standIn string     // column that stands for the department; "" for none
	today   result.Day // of the analysis; "" if unknown
	issues  []result.Issue
	preset  result.Preset // names to translate; nil lists: not known
}

// For returns a writer in the language of a. It fails if this program does not
// know the language.
func For(a *result.Analysis) (Writer, error) {
	w, err := ForLocale(a.Locale)
	if err != nil {
		return Writer{}, err
	}
	w.standIn, w.today, w.issues, w.preset = standIn(a.Quality), result.DayOf(a.AsOf), a.Issues, a.Preset
	return w, nil
}

// ForLocale returns a writer in the language of a result, without an analysis. It
// fails if this program does not know the language.
func ForLocale(locale string) (Writer, error) {
	l, err := i18n.Open(locale)
	if err != nil {
		return Writer{}, fmt.Errorf("locale of the analysis: %w", err)
	}
	return In(l), nil
}

// In returns a writer in a language, without an analysis.
func In(l *i18n.Language) Writer { return Writer{Language: l} }

// Naming returns the writer that translates the names of a preset.
func (w Writer) Naming(p result.Preset) Writer {
	w.preset = p
	return w
}

// standIn is the column that stands for the department in an export that names
// none; "" for none.
func standIn(quality []result.Check) string {
	for _, c := range quality {
		if c.Code == result.CheckStandIn && c.Departments != nil {
			return c.Departments.StandIn
		}
	}
	return ""
}
