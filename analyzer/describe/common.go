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
	// minShared is the smallest number of tickets with a common value.
	minShared = 3
	// minShare is the smallest share of tickets with a common value.
	minShare = 0.5
	// minLift is the smallest ratio of a value's share of the tickets to its share
	// of the desk.
	minLift = 1.5
	// maxMisfits bounds the deviating values that are listed.
	maxMisfits = 5
)

// valueCounts counts the values of one field of tickets.
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

// deskShare returns the share of a value among all tickets whose field is known.
func (d *Describer) deskShare(f dataset.Field, value int32) float64 {
	c := &d.data.Fields[f]
	return float64(c.Count[value]) / float64(len(d.data.Tickets)-c.Count[dataset.Unknown])
}

// commonAttributes returns the values that most tickets have in common beyond their
// scope, and counted facts that deviate from them.
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

// share returns the most frequent value of a field if it is clearly more frequent
// than on the desk.
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

// otherValues returns the values that deviate from the most frequent one.
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
