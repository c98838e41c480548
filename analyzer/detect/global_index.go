package detect

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/text"
)

// globalIndex numbers all texts of the export as the export does. It is read-only.
type globalIndex struct {
	export *dataset.Dataset
	index  *text.Index
}

// newGlobalMatcher finds texts by half of what they must score. The lists of an export
// are long, while those of a scope are so short that to compare in full costs more.
func newGlobalMatcher(data *dataset.Dataset, x *text.Index) *matcher {
	return &matcher{numbered: globalIndex{data, x}, unsought: 0.5, score: make([]float64, len(data.Texts))}
}

func (x globalIndex) texts() int                          { return len(x.export.Texts) }
func (x globalIndex) postings(term uint32) []text.Posting { return x.index.Postings[term] }
func (x globalIndex) number(text int32) int32             { return text }
func (x globalIndex) vector(n int32) text.Vector          { return x.export.Texts[n].Vector }
func (x globalIndex) tickets(n int32) []int32             { return x.export.Texts[n].Tickets }
