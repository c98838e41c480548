package words

import (
	"fmt"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
)

// Writer writes in one language. The zero Writer writes British English.
type Writer struct{ *say.Language }

// For returns a writer in the language in which a was written. An error means
// that a comes from a program with more languages.
func For(a *result.Analysis) (Writer, error) {
	l, err := say.Open(a.Locale)
	if err != nil {
		return Writer{}, fmt.Errorf("locale of the analysis: %w", err)
	}
	return Writer{l}, nil
}
