package system

import (
	"regexp"
	"slices"
	"strings"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/ingest/dates"
)

// Alias is one way in which a header names a field.
type Alias struct {
	Key    string // folded; without the parts that the stars stand for
	Prefix bool   // Key is how the header begins
	Suffix bool   // Key is how the header ends
	Last   bool   // comments: of repeated columns the last one that is not empty counts
}

// ParseAlias reads an alias as a system file writes it: a header, with a star
// at an end that may be anything, and with "last:" in front if its columns hold
// comments, of which the last counts.
func ParseAlias(s string) Alias {
	name, last := strings.CutPrefix(s, "last:")
	rest, suffix := strings.CutPrefix(name, "*")
	rest, prefix := strings.CutSuffix(rest, "*")
	return Alias{Key: fold.Key(endings.ReplaceAllString(rest, "")), Prefix: prefix, Suffix: suffix, Last: last}
}

// Matches reports whether the folded header is named by a.
func (a Alias) Matches(folded string) bool {
	switch {
	case folded == "" || a.Key == "":
		return false
	case a.Prefix:
		return strings.HasPrefix(folded, a.Key)
	case a.Suffix:
		return strings.HasSuffix(folded, a.Key)
	}
	return folded == a.Key
}

// customField prefixes say "custom field" in the languages of Jira, whose
// headers wrap the field's own name: "Custom field (Impact)".
var customField = []string{
	"Custom field", "Benutzerdefiniertes Feld", "Champ personnalisé", "Campo personalizado",
	"Pole niestandardowe", "Campo personalizzato", "Aangepast veld",
}

// modules are what some exporters put in brackets behind each header: "Created
// Time (Ticket)".
var modules = []string{"Ticket", "Tickets", "Incident", "Request", "Case"}

// endings are the genders and plurals that some translations leave open:
// "Aberto(a)", "Atribuído(a) a".
var endings = regexp.MustCompile(`\((a|o|e|s|as|os)\)`)

// FoldHeader folds a header, marks a wrapped custom field and drops a module:
// "Custom field (Impact)" folds to "cfimpact", "Status (Ticket)" to "status".
func FoldHeader(header string) string {
	header, _, _ = dates.ReadHeader(strings.TrimSpace(strings.TrimPrefix(header, "\ufeff")))
	header = endings.ReplaceAllString(header, "")
	if name, ok := strings.CutSuffix(header, ")"); ok {
		if wrapper, name, ok := strings.Cut(name, "("); ok {
			for _, c := range customField {
				if strings.EqualFold(strings.TrimSpace(wrapper), c) {
					return "cf" + fold.Key(name)
				}
			}
			if slices.Contains(modules, strings.TrimSpace(name)) {
				return fold.Key(wrapper)
			}
		}
	}
	return fold.Key(header)
}
