package owner

import (
	"strings"

	"ticketpatterns/analyzer/fold"
)

// key returns the comparable form of a name or value.
func key(s string) string {
	folded := strings.Join(fold.Words(s), " ")
	if strings.HasSuffix(s, "*") {
		folded += "*"
	}
	return folded
}

// levels splits a category path such as "Hardware > Printer".
func levels(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '>' || r == '|' || r == '\\' })
}
