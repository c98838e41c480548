package describe

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// maxValues bounds the values listed per field.
const maxValues = 3

// breakdownFields are the fields that are broken down.
var breakdownFields = []dataset.Field{dataset.Department, dataset.Location, dataset.Category, dataset.Service}

// breakdown counts the values of tickets in each field that the scope leaves open,
// with the desk's share of the same value. Fields that are empty in all tickets are
// skipped.
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
