package analyzer

import (
	"cmp"
	"maps"
	"slices"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/stat"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// spreadValues is how many values of one field are named.
const spreadValues = 3

// spreadFields are the places that tickets can come from.
var spreadFields = []dataset.Field{dataset.Department, dataset.Location, dataset.Category, dataset.Service}

// spread counts where tickets of a scope come from, field by field, beside how
// often the desk has the same value. A field that the scope fixes, or that is
// known of none, is left out.
func (r *reporter) spread(s dataset.Scope, tickets []int32) []result.Spread {
	out := []result.Spread{}
	for _, f := range spreadFields {
		if s.Values[f] != dataset.Unknown {
			continue
		}
		c := &r.export.Fields[f]
		counts := map[int32]int{}
		of := 0
		for _, t := range tickets {
			if v := c.Value[t]; v != dataset.Unknown {
				counts[v]++
				of++
			}
		}
		if of == 0 {
			continue
		}
		values := slices.SortedFunc(maps.Keys(counts), func(a, b int32) int {
			return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(c.Name[a], c.Name[b]))
		})
		found := result.Spread{Field: dataset.FieldNames[f], Of: of, Values: []result.SpreadValue{}, Others: max(0, len(values)-spreadValues)}
		for _, v := range values[:min(len(values), spreadValues)] {
			found.Values = append(found.Values, result.SpreadValue{
				Value: text.Plain(c.Name[v]), Count: counts[v],
				DeskShare: stat.Round(float64(c.Count[v])/float64(len(r.export.Tickets)-c.Count[dataset.Unknown]), 1000),
			})
		}
		out = append(out, found)
	}
	return out
}
