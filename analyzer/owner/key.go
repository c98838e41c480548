package owner

import (
	"strings"
	"ticketpatterns/analyzer/fold"
)

// key is the comparable form of a name or value.
func key(s string) string {
	folded := strings.Join(fold.Words(s), " ")
	if strings.HasSuffix(s, "*") {
		folded += "*"
	}
	return folded
}

// levels cuts a category path such as "Hardware > Printer" into its levels.
func levels(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '>' || r == '|' || r == '\\' })
}
