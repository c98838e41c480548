package analyzer

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// newNamed is how many values without a past are named.
const newNamed = 3

// fieldsWithoutPast are those whose new values are told. Configuration items are
// not: there are new ones every day.
var fieldsWithoutPast = [dataset.FieldCount]bool{
	dataset.Department: true, dataset.Category: true, dataset.Subcategory: true, dataset.Service: true, dataset.Location: true, dataset.AssignmentGroup: true,
}

// withoutPast says which departments, categories and so on began so late that
// they cannot be compared with themselves, and what that costs: a line for each
// field in which there are any.
func (r *reporter) withoutPast(values [dataset.FieldCount][]detect.NewValue) []result.Check {
	var out []result.Check
	for f, fresh := range values {
		if fieldsWithoutPast[f] && len(fresh) > 0 {
			out = append(out, r.checkOf(dataset.Field(f), fresh))
		}
	}
	return out
}

func (r *reporter) checkOf(f dataset.Field, fresh []detect.NewValue) result.Check {
	names, tickets, days := []string{}, 0, 0
	for i, v := range fresh {
		if i < newNamed {
			names = append(names, text.Plain(r.export.Fields[f].Name[v.Value]))
		}
		tickets += v.Tickets
		days = max(days, v.Days)
	}
	return result.Check{
		Code: result.CheckNewValues, Field: dataset.FieldNames[f], Count: len(fresh), Names: names, Since: r.export.Date(days - 1),
		Weight: result.CheckNewValues.Cost() * float64(tickets) / float64(max(r.export.Volume(0, days), 1)),
	}
}
