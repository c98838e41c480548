package analyzer

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/text"
)

// fieldWords name the fields for people, and fieldValues with a value.
var (
	fieldWords  = [dataset.FieldCount]say.English{"department", "category", "subcategory", "service", "configuration item", "location", "assignment group"}
	fieldValues = [dataset.FieldCount]say.English{"department %s", "category %s", "subcategory %s", "service %s", "configuration item %s", "location %s", "assignment group %s"}
)

// inWords names a scope by its values, for people.
func (r *reporter) inWords(values []past.Value) string {
	var parts []string
	for _, v := range values {
		if f := slices.Index(dataset.FieldNames[:], v.Field); f >= 0 {
			parts = append(parts, r.say.Text(fieldValues[f], text.Plain(v.Value)))
		}
	}
	if len(parts) == 0 {
		return r.say.Text("the whole desk")
	}
	return strings.Join(parts, ", ")
}
