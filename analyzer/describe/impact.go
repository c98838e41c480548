package describe

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// Impact returns what tickets cost people.
func (d *Describer) Impact(tickets []int32) result.Impact {
	out := result.Impact{People: d.data.DistinctPeople(tickets), HoursAtMost: d.options.WorkdayHours, Priorities: d.priorities(tickets)}
	var hours []float64
	waited, timed := waits{shift: d.shift, people: map[int32][]span{}}, false
	reassigned, reopened, breached := &tally{}, &tally{}, &tally{}
	for _, i := range tickets {
		t := &d.data.Tickets[i]
		reassigned.add(t.Reassignments)
		reopened.add(t.Reopens)
		breached.add(t.Breaches)
		end := t.Finished()
		if end.IsZero() || end.After(d.data.AsOf) {
			if d.data.EndsKnown {
				out.Open++
				waited.add(d.data.Person[i], span{t.Opened, d.data.AsOf})
			}
			continue
		}
		if h := end.Sub(t.Opened).Hours(); h >= 0 {
			timed = true
			hours = append(hours, h)
			waited.add(d.data.Person[i], span{t.Opened, end})
		}
	}
	if timed {
		out.HoursMedian = new(stat.Round(stat.Median(hours), 10))
		out.PersonHours, out.PersonHoursLow, out.HoursCapped = new(stat.Round(waited.tickets, 10)), new(stat.Round(waited.once(), 10)), waited.capped
	}
	out.Reassignments, out.Reopens, out.Breaches = reassigned.value(), reopened.value(), breached.value()
	return out
}

// tally sums counts, some of which are unknown.
type tally struct {
	n     int
	known bool
}

func (s *tally) add(c ticket.Count) {
	s.n += c.N
	s.known = s.known || c.Known
}

// value returns the sum; nil if no count was known.
func (s *tally) value() *int {
	if !s.known {
		return nil
	}
	return &s.n
}

// priorities counts the priorities of tickets, most frequent first; empty if none is
// known.
func (d *Describer) priorities(tickets []int32) []result.Count {
	counts := map[string]int{}
	for _, t := range tickets {
		if p := text.Plain(d.data.Tickets[t].Priority); p != "" {
			counts[p]++
		}
	}
	return SortedCounts(counts)
}
