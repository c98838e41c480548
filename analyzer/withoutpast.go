package analyzer

import (
	"strings"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/text"
)

const (
	// costNoPast is what it costs that a value has no past: that a rate is usual
	// there cannot be known, but what is new to the whole desk is still found.
	costNoPast = 0.3
	// newNamed is how many values without a past are named.
	newNamed = 3
)

// fieldsWithoutPast name the fields whose new values are told. Configuration
// items are not: there are new ones every day.
var fieldsWithoutPast = [dataset.FieldCount]say.English{
	dataset.Department: "departments without a past", dataset.Category: "categories without a past", dataset.Subcategory: "subcategories without a past",
	dataset.Service: "services without a past", dataset.Location: "locations without a past", dataset.AssignmentGroup: "assignment groups without a past",
}

// withoutPast says which departments, categories and so on began so late that
// they cannot be compared with themselves, and what that costs: a line for each
// field in which there are any.
func (r *reporter) withoutPast(values [dataset.FieldCount][]detect.NewValue) []result.Check {
	var out []result.Check
	for f, fresh := range values {
		if fieldsWithoutPast[f] != "" && len(fresh) > 0 {
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
	named := r.say.List(names)
	if more := len(fresh) - len(names); more > 0 {
		named = r.say.Text("%s and %d more", strings.Join(names, ", "), more)
	}
	first := r.say.Date(r.export.Date(days - 1))
	return result.Check{
		Check:  r.say.Text(fieldsWithoutPast[f]),
		Value:  r.say.Count(len(fresh), "%d (%s), first seen on %s", "%d (%s), the first of them seen on %s", named, first),
		Effect: r.say.Text("compared with the desk, not with themselves: a rise of what is common elsewhere may be missed there"),
		Weight: costNoPast * float64(tickets) / float64(max(r.export.Volume(0, days), 1)),
	}
}
