package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// scopeTexts name the fields of a scope with their values.
var scopeTexts = map[string]i18n.English{
	"department": "department %s", "category": "category %s", "subcategory": "subcategory %s", "service": "service %s",
	"configuration_item": "configuration item %s", "location": "location %s", "assignment_group": "assignment group %s",
}

// ScopeOf writes the values that a scope fixes: "department Finance, service SAP";
// "the whole desk" if it fixes none.
func (w Writer) ScopeOf(values []result.FieldValue) string {
	var parts []string
	for _, v := range values {
		if text, known := scopeTexts[v.Field]; known {
			parts = append(parts, w.Text(text, v.Value))
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
