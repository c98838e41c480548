package desk

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// maxNamed bounds the new values listed by name.
const maxNamed = 3

// reportedFields are the fields whose new values are reported. New configuration
// items appear every day, so they are not.
var reportedFields = [dataset.FieldCount]bool{
	dataset.Department: true, dataset.Category: true, dataset.Subcategory: true, dataset.Service: true, dataset.Location: true, dataset.AssignmentGroup: true,
}

// newValues returns a check for each field with values that came into use too late
// to be compared with their own past, and what that costs.
func newValues(data *dataset.Dataset, values [dataset.FieldCount][]detect.NewValue) []result.Check {
	var out []result.Check
	for f, ofField := range values {
		if reportedFields[f] && len(ofField) > 0 {
			out = append(out, newValuesOf(data, dataset.Field(f), ofField))
		}
	}
	return out
}

func newValuesOf(data *dataset.Dataset, f dataset.Field, values []detect.NewValue) result.Check {
	names, tickets, days := []string{}, 0, 0
	for i, v := range values {
		if i < maxNamed {
			names = append(names, text.Plain(data.Fields[f].Name[v.Value]))
		}
		tickets += v.Tickets
		days = max(days, v.Days)
	}
	return result.Check{
		Code: result.CheckNewValues, Field: dataset.FieldNames[f], Count: len(values), Names: names, Since: data.Date(days - 1),
		Weight: result.CheckNewValues.Cost() * float64(tickets) / float64(max(data.Volume(0, days), 1)),
	}
}
