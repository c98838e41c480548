package analyzer

import (
	"cmp"
	"slices"
	"strings"
	"ticketpatterns/analyzer/dataset"

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
func (r *reporter) withoutPast(s *search) []result.Check {
	var out []result.Check
	for f, values := range r.export.Beginnings() {
		if fieldsWithoutPast[f] == "" {
			continue
		}
		if fresh := r.newValues(s, values); len(fresh) > 0 {
			out = append(out, r.checkOf(dataset.Field(f), fresh, values))
		}
	}
	return out
}

// newValues lists the values without a past that hold enough tickets to be
// searched, most tickets first.
func (r *reporter) newValues(s *search, values []dataset.Beginning) []int {
	var fresh []int
	for v, b := range values {
		if b.Tickets >= r.options.MinTickets && s.isNew(b) {
			fresh = append(fresh, v)
		}
	}
	slices.SortFunc(fresh, func(a, b int) int {
		return cmp.Or(-cmp.Compare(values[a].Tickets, values[b].Tickets), cmp.Compare(a, b))
	})
	return fresh
}

func (r *reporter) checkOf(f dataset.Field, fresh []int, values []dataset.Beginning) result.Check {
	names, tickets, days := []string{}, 0, 0
	for i, v := range fresh {
		if i < newNamed {
			names = append(names, text.Plain(r.export.Fields[f].Name[v]))
		}
		tickets += values[v].Tickets
		days = max(days, values[v].Days)
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
