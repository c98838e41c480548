package detect

import (
	"slices"
	"strings"
	"unicode"

	"ticketpatterns/analyzer/dataset"
)

// whereFields say where people are.
var whereFields = []dataset.Field{dataset.Department, dataset.Location}

// saysWhere reports whether a word, or a pair of words, is the name of the department or
// location of most tickets that use it. It stands in signatures and says what the scope
// says already, not what is wrong.
func (s *search) saysWhere(term uint32, tickets []int32) bool {
	said := nameWords(s.export.Corpus.Surface(term))
	own := 0
	for _, t := range tickets {
		var names []string
		for _, f := range whereFields {
			column := s.export.Fields[f]
			names = append(names, nameWords(column.Name[column.Value[t]])...)
		}
		if !slices.ContainsFunc(said, func(word string) bool { return !slices.Contains(names, word) }) {
			own++
		}
	}
	return 2*own > len(tickets)
}

// nameWords returns the words of a name or of a term.
func nameWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
