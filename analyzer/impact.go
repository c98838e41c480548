package analyzer

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// impact says what tickets cost people.
func (r *reporter) impact(tickets []int32) result.Impact {
	out := result.Impact{People: r.export.DistinctPeople(tickets), HoursAtMost: r.options.WorkdayHours, Priorities: r.priorities(tickets)}
	var hours []float64
	waited, timed := 0.0, false
	reassigned, reopened, breached := &tally{}, &tally{}, &tally{}
	for _, i := range tickets {
		t := &r.export.Tickets[i]
		reassigned.add(t.Reassignments)
		reopened.add(t.Reopens)
		breached.add(t.Breaches)
		end := t.Finished()
		if end.IsZero() || end.After(r.export.AsOf) {
			if r.export.EndsKnown {
				out.Open++
				waited += min(max(r.export.AsOf.Sub(t.Opened).Hours(), 0), r.options.WorkdayHours)
			}
			continue
		}
		if h := end.Sub(t.Opened).Hours(); h >= 0 {
			timed = true
			hours = append(hours, h)
			waited += min(h, r.options.WorkdayHours)
		}
	}
	if timed {
		out.HoursMedian = pointer(stat.Round(stat.Median(hours), 10))
		out.PersonHours = pointer(stat.Round(waited, 10))
	}
	out.Reassignments, out.Reopens, out.Breaches = reassigned.value(), reopened.value(), breached.value()
	return out
}

// tally adds counts of which some are unknown.
type tally struct {
	n     int
	known bool
}

func (s *tally) add(c ticket.Count) {
	s.n += c.N
	s.known = s.known || c.Known
}

// value is nil if no count was known.
func (s *tally) value() *int {
	if !s.known {
		return nil
	}
	return &s.n
}

// workarounds groups the resolution notes of tickets by what they say, most
// used first; a note that only one ticket has is no workaround.
func (r *reporter) workarounds(tickets []int32) []result.Workaround {
	byMeaning := map[string][]int32{}
	for _, i := range tickets {
		var stems []string
		for _, t := range text.Terms(r.export.Tickets[i].Resolution, text.Languages[0]) {
			stems = append(stems, t.Stem)
		}
		if len(stems) < 2 {
			continue
		}
		slices.Sort(stems)
		key := strings.Join(slices.Compact(stems), " ")
		byMeaning[key] = append(byMeaning[key], i)
	}
	var repeated [][]int32
	for _, used := range byMeaning {
		if len(used) >= 2 {
			repeated = append(repeated, used)
		}
	}
	note := func(used []int32) string { return r.export.Tickets[used[0]].Resolution }
	slices.SortFunc(repeated, func(a, b []int32) int {
		return cmp.Or(-cmp.Compare(len(a), len(b)), cmp.Compare(note(a), note(b)), slices.Compare(a, b))
	})
	out := []result.Workaround{}
	for _, used := range repeated[:min(len(repeated), 3)] {
		out = append(out, result.Workaround{Text: r.names.quote(note(used), descriptionRunes), Count: len(used), Tickets: r.export.IDs(used)})
	}
	return out
}
