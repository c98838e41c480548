package ingest

import (
	"strings"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest/csv"
)

// missingTexts stand for "no value" in any column, exactly as written.
var missingTexts = set(
	"-", "--", "---", "?", "??", "null", "NULL", "Null", "<null>", "NaN", "nan", "NA", "N/A", "n/a", "#N/A", "n.a.",
	"None", "none", "NONE", "nil", "undefined", "Not Specified", "Not specified", "not specified", "(none)", "(empty)", "(blank)", "(null)",
	"##No Data##", "#MULTIVALUE", "#VALUE!", "#REF!", "No Summary", `\N`,
)

// missingNames stand for "no value" where a person, a team or a place is
// named. As a category they are values.
var missingNames = set(
	"unknown", "not assigned", "unassigned", "not available", "not set", "unspecified", "anonymous", "onbekend", "onbekend/n.v.t.",
	"desconocido", "inconnu", "inconnue", "unbekannt", "nieznany", "sconosciuto", "desconhecido", "no department", "no company", "no location", "no group",
	"undefined", "tbd", "not applicable", "not defined", "not provided", "not available", "not known",
	"keine", "keiner", "ohne", "keine abteilung", "ohne abteilung", "nicht angegeben", "nicht zugewiesen", "nicht zugeordnet", "k.a.", "k. a.",
	"aucun", "aucune", "non renseigné", "non renseignée", "non attribué", "non assigné", "non défini", "sans objet", "sans service",
	"ninguno", "ninguna", "sin asignar", "sin departamento", "sin especificar", "no asignado", "no especificado", "no aplica",
	"nenhum", "nenhuma", "sem departamento", "não informado", "não atribuído", "não especificado", "não se aplica",
	"nessuno", "nessuna", "non assegnato", "non specificato", "geen", "geen afdeling", "niet toegewezen", "niet opgegeven", "n.v.t.",
	"brak", "brak działu", "nieprzypisane", "nie dotyczy",
)

// isNamed reports whether missingNames count in a field.
func isNamed(field string) bool {
	f := ticket.FieldNamed(field)
	return f != nil && f.Named
}

// isProse reports whether a field holds what somebody wrote.
func isProse(field string) bool {
	f := ticket.FieldNamed(field)
	return f != nil && f.Prose
}

// missingTimes stand for "no value" where a time is expected.
var missingTimes = set("0", "-1", "0000-00-00", "0000-00-00 00:00:00", "UNKNOWN", "Unknown", "unknown", "Not Assigned", "never", "Never", "Open", "open")

func set(members ...string) map[string]bool {
	m := make(map[string]bool, len(members))
	for _, s := range members {
		m[s] = true
	}
	return m
}

// cleaner says what a cell of one field holds.
type cleaner struct {
	named, time bool
	foreign     bool            // another program wrote it
	prose       bool            // it is what somebody wrote
	extra       map[string]bool // further texts that mean "no value"
}

// clean returns the text of a cell as normal does, without the quote that
// guards a formula or the formula that guards a text.
func (c cleaner) clean(s string) string {
	s = csv.Trim(s)
	if guarded(s) {
		s = s[1:]
	} else if text, ok := asText(s); ok {
		s = text
	}
	s = c.normal(s)
	if c.foreign {
		if shown := c.plain(s); shown != s {
			return c.normal(shown)
		}
	}
	return s
}

// normal returns s without the space around it and without NUL; "" if it means
// "no value". Applying it twice changes nothing.
func (c cleaner) normal(s string) string {
	s = csv.Trim(s)
	if strings.IndexByte(s, 0) >= 0 {
		s = csv.Trim(strings.ReplaceAll(s, "\x00", ""))
	}
	if len(s) <= 24 && c.missing(s) {
		return ""
	}
	return s
}

// missing reports whether s means "no value".
func (c cleaner) missing(s string) bool {
	switch {
	case missingTexts[s], c.extra[s]:
		return true
	case c.time:
		return missingTimes[s]
	case c.named:
		return missingNames[strings.ToLower(s)]
	}
	return false
}

// guarded reports whether s begins with the quotes that exporters put in front
// of what a spreadsheet would run as a formula.
func guarded(s string) bool {
	if s == "" || s[0] != '\'' {
		return false
	}
	rest := strings.TrimLeft(s, "'")
	return rest != "" && strings.IndexByte(formulaStarts, rest[0]) >= 0
}

// asText returns what stands in a formula that makes a spreadsheet take it as
// text: ="00123" is 00123.
func asText(s string) (string, bool) {
	if len(s) < 4 || s[:2] != `="` || s[len(s)-1] != '"' || strings.IndexByte(s[2:len(s)-1], '"') >= 0 {
		return "", false
	}
	return s[2 : len(s)-1], true
}

// formulaStarts are the characters with which a spreadsheet formula begins.
const formulaStarts = "=+-@\t\r"

// guard puts a quote in front of a formula; clean takes it away.
func guard(s string) string {
	if s != "" && (strings.IndexByte(formulaStarts, s[0]) >= 0 || guarded(s)) {
		return "'" + s
	}
	return s
}
