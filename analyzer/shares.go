package analyzer

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// sharedByMost is the share of tickets with one value that is worth saying.
	sharedByMost = 0.5
	// shareLift is how many times its share of the desk a value must have.
	shareLift = 1.5
	// smallestShare is the smallest number of tickets with one value that is worth
	// saying.
	smallestShare = 3
)

// shares says what tickets have in common beyond their scope, and what of them
// does not fit.
func (r *reporter) shares(s dataset.Scope, tickets []int32) (shares []result.Share, misfits []string) {
	shares, misfits = []result.Share{}, []string{}
	for f := range dataset.FieldCount {
		if s.Values[f] != dataset.Unknown {
			continue
		}
		share, rest, ok := r.share(f, tickets)
		if !ok {
			continue
		}
		shares = append(shares, share)
		if rest != "" {
			misfits = append(misfits, rest)
		}
	}
	slices.SortStableFunc(shares, func(a, b result.Share) int { return -cmp.Compare(a.Count, b.Count) })
	if people := r.export.DistinctPeople(tickets); people > 0 && people < len(tickets) {
		misfits = append(misfits, r.say.Count(len(tickets)-people, "%d of %d tickets is a further ticket of the same people",
			"%d of %d tickets are further tickets of the same people", len(tickets)))
	}
	return shares, misfits
}

// tellShared says of patterns which others hold some of the same tickets, so that
// nobody takes one fault for two.
func (r *reporter) tellShared(patterns []result.Pattern) []result.Pattern {
	holders := map[string][]int{}
	for i := range patterns {
		for _, id := range patterns[i].Tickets {
			holders[id] = append(holders[id], i)
		}
	}
	for i := range patterns {
		p := &patterns[i]
		shared := make([]int, len(patterns))
		for _, id := range p.Tickets {
			for _, other := range holders[id] {
				shared[other]++
			}
		}
		p.Overlaps = []result.Overlap{}
		for other, n := range shared {
			if n > 0 && other != i {
				p.Overlaps = append(p.Overlaps, result.Overlap{PatternID: patterns[other].ID, Tickets: n, Of: len(p.Tickets)})
			}
		}
		slices.SortStableFunc(p.Overlaps, func(a, b result.Overlap) int { return -cmp.Compare(a.Tickets, b.Tickets) })
	}
	return patterns
}

// share finds the value of a field that most tickets have, if the desk has it
// clearly less often, and names the others.
func (r *reporter) share(f dataset.Field, tickets []int32) (share result.Share, rest string, ok bool) {
	c := &r.export.Fields[f]
	counts := map[int32]int{}
	known := 0
	for _, t := range tickets {
		if v := c.Value[t]; v != dataset.Unknown {
			counts[v]++
			known++
		}
	}
	values := slices.SortedFunc(maps.Keys(counts), func(a, b int32) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), cmp.Compare(c.Name[a], c.Name[b]))
	})
	if len(values) == 0 {
		return share, "", false
	}
	top := values[0]
	ofPattern := float64(counts[top]) / float64(known)
	ofDesk := float64(c.Count[top]) / float64(len(r.export.Tickets)-c.Count[dataset.Unknown])
	if counts[top] < smallestShare || ofPattern < sharedByMost || ofPattern < shareLift*ofDesk {
		return share, "", false
	}
	var others []string
	for _, v := range values[1:] {
		others = append(others, text.Plain(c.Name[v])+" "+r.say.Int(counts[v]))
	}
	if len(others) > 0 {
		rest = r.say.Count(known-counts[top], "%[3]s: %[1]d of %[2]d tickets differs (%[4]s)", "%[3]s: %[1]d of %[2]d tickets differ (%[4]s)",
			known, fieldWords[f], strings.Join(others[:min(len(others), 5)], ", "))
	}
	return result.Share{Field: dataset.FieldNames[f], Value: text.Plain(c.Name[top]), Count: counts[top], Of: known, Desk: c.Count[top]}, rest, true
}
