package analyzer

import (
	"cmp"
	"maps"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// spreadValues is how many values of one field are named.
const spreadValues = 3

// spreadFields are the places that tickets can come from.
var spreadFields = []field{department, location, category, service}

// spread counts where tickets of a scope come from, field by field, beside how
// often the desk has the same value. A field that the scope fixes, or that is
// known of none, is left out.
func (r *reporter) spread(s scope, tickets []int32) []result.Spread {
	out := []result.Spread{}
	for _, f := range spreadFields {
		if s.values[f] != unknown {
			continue
		}
		c := &r.export.fields[f]
		counts := map[int32]int{}
		of := 0
		for _, t := range tickets {
			if v := c.value[t]; v != unknown {
				counts[v]++
				of++
			}
		}
		if of == 0 {
			continue
		}
		values := slices.SortedFunc(maps.Keys(counts), func(a, b int32) int {
			return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(c.name[a], c.name[b]))
		})
		found := result.Spread{Field: fieldNames[f], Of: of, Values: []result.SpreadValue{}, Others: max(0, len(values)-spreadValues)}
		for _, v := range values[:min(len(values), spreadValues)] {
			found.Values = append(found.Values, result.SpreadValue{
				Value: text.Plain(c.name[v]), Count: counts[v],
				DeskShare: round(float64(c.count[v])/float64(len(r.export.tickets)-c.count[unknown]), 1000),
			})
		}
		out = append(out, found)
	}
	return out
}
