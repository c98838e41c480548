package words

import (
	"fmt"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// Writer writes in one language. The zero Writer writes British English.
type Writer struct{ *i18n.Language }

// For returns a writer in the language of a. It fails if this program does not
// know the language.
func For(a *result.Analysis) (Writer, error) {
	l, err := i18n.Open(a.Locale)
	if err != nil {
		return Writer{}, fmt.Errorf("locale of the analysis: %w", err)
	}
	return Writer{l}, nil
}
