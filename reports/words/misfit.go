package words

import (
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// misfitFields name the fields of which some tickets have another value.
var misfitFields = map[string]i18n.English{
	"department": "department", "category": "category", "subcategory": "subcategory", "service": "service",
	"configuration_item": "configuration item", "location": "location", "assignment_group": "assignment group",
}

// Misfit writes a fact that speaks against one common cause: "location: 2 of 9
// tickets differ (Leeds 1, Porto 1)".
func (w Writer) Misfit(m result.Misfit) string {
	if m.Kind == result.MisfitSamePeople {
		return w.Count(m.Count, "%d of %d tickets is a further ticket of the same people", "%d of %d tickets are further tickets of the same people", m.Of)
	}
	field := m.Field
	if name, known := misfitFields[m.Field]; known {
		field = w.Text(name)
	}
	values := make([]string, len(m.Values))
	for i, v := range m.Values {
		values[i] = v.Name + " " + w.Int(v.Count)
	}
	return w.Count(m.Count, "%[3]s: %[1]d of %[2]d tickets differs (%[4]s)", "%[3]s: %[1]d of %[2]d tickets differ (%[4]s)",
		m.Of, field, strings.Join(values, ", "))
}
