package describe

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// mostValues is how many values of one field are named.
const maxValues = 3

// breakdownFields are the places that tickets can come from.
var breakdownFields = []dataset.Field{dataset.Department, dataset.Location, dataset.Category, dataset.Service}

// breakdown counts where tickets of a scope come from, field by field, beside how
// often the desk has the same value. A field that the scope fixes, or that is
// known of none, is left out.
func (d *Describer) breakdown(s dataset.Scope, tickets []int32) []result.Spread {
	out := []result.Spread{}
	for _, f := range breakdownFields {
		if s.Values[f] != dataset.Unknown {
			continue
		}
		c := d.valueCounts(f, tickets)
		if c.known == 0 {
			continue
		}
		of := result.Spread{Field: dataset.FieldNames[f], Of: c.known, Values: []result.SpreadValue{}, Others: max(0, len(c.values)-maxValues)}
		for _, v := range c.values[:min(len(c.values), maxValues)] {
			of.Values = append(of.Values, result.SpreadValue{
				Value: text.Plain(d.data.Fields[f].Name[v]), Count: c.count[v], DeskShare: stat.Round(d.deskShare(f, v), 1000),
			})
		}
		out = append(out, of)
	}
	return out
}
