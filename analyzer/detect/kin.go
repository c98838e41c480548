package detect

import (
	"slices"

	"ticketpatterns/analyzer/text"
)

// kin adds to findings what the same scope and window say in other words.
type kin struct {
	*search
	scorer *text.Scorer
	lonely [][]int32 // tickets that found too few
}

// grow returns a finding of words with its kin; false if they are too few for a pattern. A
// finding of groups stays as it is.
func (k *kin) grow(f Finding) (Finding, bool) {
	if !searches[f.Family].words {
		return f, true
	}
	if slices.ContainsFunc(k.lonely, func(l []int32) bool { return slices.Equal(l, f.counted) }) {
		return f, false
	}
	f.Tickets = k.with(f)
	minPeople := k.forFamily(f.Family).minPeople
	if len(f.Tickets) < k.options.MinTickets || k.export.People > 0 && k.export.DistinctPeople(f.Tickets) < minPeople {
		k.lonely = append(k.lonely, f.counted)
		return f, false
	}
	return f, true
}

// whole returns a finding that is a pattern of its own with its kin: a group had them
// elsewhere in the tree of texts. Groups of other scopes than departments stay as they are.
func (k *kin) whole(f Finding) Finding {
	if f.Family == DepartmentGroups {
		f.Tickets = k.with(f)
	}
	return f
}

// with returns the tickets of a finding and those of its scope and window that stand
// nearer to them than chance would bring them there, ascending. Of those as near, at most
// strangersShare are strangers.
func (k *kin) with(f Finding) []int32 {
	if k.scorer == nil {
		k.scorer = text.NewScorer(k.index, len(k.export.Texts))
	}
	var others []int32
	var closeness []float64
	around := k.around(&f, k.centreWithout(f.Tickets, noTicket), k.scorer, func(t int32, near float64) {
		if _, is := slices.BinarySearch(f.Tickets, t); !is {
			others, closeness = append(others, t), append(closeness, near)
		}
	})
	tickets := slices.Clone(f.Tickets)
	for i, rate := range around.strangers(closeness) {
		if rate <= strangersShare {
			tickets = append(tickets, others[i])
		}
	}
	slices.Sort(tickets)
	return tickets
}
