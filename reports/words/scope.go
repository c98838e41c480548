package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// scopeTexts name the fields of a scope with their values.
var scopeTexts = map[string]i18n.English{
	"department": "department %s", "category": "category %s", "subcategory": "subcategory %s", "service": "service %s",
	"configuration_item": "configuration item %s", "location": "location %s", "assignment_group": "resolver group %s",
}

// named writes a value with the name of its field, but for a value that begins with
// that name: "category Email", "Location 204".
func (w Writer) named(field, value string) string {
	if field == "department" && w.standIn != "" {
		field = w.standIn
	}
	for _, name := range []string{field, w.Field(field)} {
		if strings.HasPrefix(strings.ToLower(value), strings.ToLower(strings.ReplaceAll(name, "_", " "))+" ") {
			return value
		}
	}
	if text, known := scopeTexts[field]; known {
		return w.Text(text, value)
	}
	return w.Text("company %s", value)
}

// ScopeOf writes the values that a scope fixes: "department Finance, service SAP";
// "the whole desk" if it fixes none.
func (w Writer) ScopeOf(values []result.FieldValue) string {
	var parts []string
	for _, v := range values {
		if _, known := scopeTexts[v.Field]; known {
			parts = append(parts, w.named(v.Field, v.Value))
		}
	}
	if len(parts) == 0 {
		return w.Text("the whole desk")
	}
	return strings.Join(parts, ", ")
}

// Sighting writes another scope and window with its tickets: "category Email, 28
// days: 11 tickets".
func (w Writer) Sighting(s result.Sighting) string {
	return w.Count(s.Tickets, "%[2]s, %[3]d days: %[1]d ticket", "%[2]s, %[3]d days: %[1]d tickets", w.ScopeOf(s.Scope), s.WindowDays)
}
