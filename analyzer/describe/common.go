package describe

import (
	"cmp"
	"maps"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// fewestShare is the fewest tickets that make a value common to them.
	minShared = 3
	// sharedByMost is the share of tickets with one value that is worth saying.
	minShare = 0.5
	// shareLift is how many times its share of the desk a value must have.
	minLift = 1.5
	// mostMisfits bounds the other values that are named.
	maxMisfits = 5
)

// valueCounts are the values of one field that tickets have.
type valueCounts struct {
	field  dataset.Field
	values []int32 // most tickets first, then by name
	count  map[int32]int
	known  int // tickets whose field is not empty
}

func (d *Describer) valueCounts(f dataset.Field, tickets []int32) valueCounts {
	c := &d.data.Fields[f]
	out := valueCounts{field: f, count: map[int32]int{}}
	for _, t := range tickets {
		if v := c.Value[t]; v != dataset.Unknown {
			out.count[v]++
			out.known++
		}
	}
	out.values = slices.SortedFunc(maps.Keys(out.count), func(a, b int32) int {
		return cmp.Or(-cmp.Compare(out.count[a], out.count[b]), cmp.Compare(c.Name[a], c.Name[b]))
	})
	return out
}

// deskShare is the share that a value has of all tickets for which the field is
// known.
func (d *Describer) deskShare(f dataset.Field, value int32) float64 {
	c := &d.data.Fields[f]
	return float64(c.Count[value]) / float64(len(d.data.Tickets)-c.Count[dataset.Unknown])
}

// commonAttributes says what tickets have in common beyond their scope, and what
// of them does not fit.
func (d *Describer) commonAttributes(s dataset.Scope, tickets []int32) ([]result.Share, []result.Misfit) {
	shares, misfits := []result.Share{}, []result.Misfit{}
	for f := range dataset.FieldCount {
		if s.Values[f] != dataset.Unknown {
			continue
		}
		counts := d.valueCounts(f, tickets)
		share, ok := d.share(counts)
		if !ok {
			continue
		}
		shares = append(shares, share)
		if others := counts.values[1:]; len(others) > 0 {
			misfits = append(misfits, d.otherValues(counts, others))
		}
	}
	slices.SortStableFunc(shares, func(a, b result.Share) int { return -cmp.Compare(a.Count, b.Count) })
	if people := d.data.DistinctPeople(tickets); people > 0 && people < len(tickets) {
		misfits = append(misfits, result.Misfit{Kind: result.MisfitSamePeople, Count: len(tickets) - people, Of: len(tickets), Values: []result.Count{}})
	}
	return shares, misfits
}

// share tells the value that most tickets have, if the desk has it clearly less
// often.
func (d *Describer) share(c valueCounts) (result.Share, bool) {
	if len(c.values) == 0 {
		return result.Share{}, false
	}
	top := c.values[0]
	n := c.count[top]
	ofTickets := float64(n) / float64(c.known)
	if n < minShared || ofTickets < minShare || ofTickets < minLift*d.deskShare(c.field, top) {
		return result.Share{}, false
	}
	column := &d.data.Fields[c.field]
	return result.Share{Field: dataset.FieldNames[c.field], Value: text.Plain(column.Name[top]), Count: n, Of: c.known, Desk: column.Count[top]}, true
}

// otherValues names the values that do not fit the most frequent one.
func (d *Describer) otherValues(c valueCounts, others []int32) result.Misfit {
	out := result.Misfit{
		Kind: result.MisfitOtherValues, Field: dataset.FieldNames[c.field],
		Count: c.known - c.count[c.values[0]], Of: c.known, Values: []result.Count{},
	}
	for _, v := range others[:min(len(others), maxMisfits)] {
		out.Values = append(out.Values, result.Count{Name: text.Plain(d.data.Fields[c.field].Name[v]), Count: c.count[v]})
	}
	return out
}
