package analyzer

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// minLinked is the smallest number of tickets by which a problem record is taken for
// a pattern.
const minLinked = 2

// compareProblems compares the problem records of the desk with what was told.
func (r *replayed) compareProblems(whole *dataset.Dataset) {
	linked := map[string][]int32{}
	for t := range whole.Tickets {
		if id := text.OneLine(whole.Tickets[t].Problem); id != "" {
			linked[id] = append(linked[id], int32(t))
			r.out.Linked++
		}
	}
	first := r.out.Mondays[0].Day
	for _, id := range slices.Sorted(maps.Keys(linked)) {
		opened := whole.Date(whole.Day[linked[id][0]])
		if len(linked[id]) >= minLinked && opened.Time().AddDate(0, 0, 7).Format(time.DateOnly) >= string(first) {
			r.out.Problems = append(r.out.Problems, r.problem(id, linked[id], whole))
		}
	}
	slices.SortStableFunc(r.out.Problems, func(a, b result.ProblemRecord) int { return cmp.Compare(a.Linked.From, b.Linked.From) })
	for i := range r.out.Matters {
		k := &r.out.Matters[i]
		for len(k.Told) < len(r.out.Mondays) {
			k.Told = append(k.Told, false)
		}
	}
}

// problem finds the matter with most tickets of a problem record.
func (r *replayed) problem(id string, tickets []int32, whole *dataset.Dataset) result.ProblemRecord {
	out := result.ProblemRecord{ID: id, Tickets: len(tickets), Linked: linkedWithin(tickets, whole)}
	for _, k := range r.out.Matters {
		var days []result.Day
		for _, t := range tickets {
			if day, told := r.tickets[k.ID][whole.Refs[t]]; told {
				days = append(days, day)
			}
		}
		slices.Sort(days)
		if len(days) >= minLinked && len(days) > out.Shared {
			out.Matter, out.Shared, out.Told = k.ID, len(days), days[minLinked-1]
		}
	}
	return out
}

// linkedWithin returns the days between which the first of tickets was linked: an
// export says that a ticket is linked, not when.
func linkedWithin(tickets []int32, whole *dataset.Dataset) result.Span {
	latest := whole.Date(0)
	for _, t := range tickets {
		k := &whole.Tickets[t]
		changed := time.Time{}
		for _, at := range []time.Time{k.Updated, k.Resolved, k.Closed} {
			if at.After(changed) {
				changed = at
			}
		}
		if !changed.IsZero() {
			latest = min(latest, result.DayOf(changed.In(whole.AsOf.Location())))
		}
	}
	opened := whole.Date(whole.Day[tickets[0]])
	return result.Span{From: opened, To: max(opened, latest)}
}
