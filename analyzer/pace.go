package analyzer

import (
	"cmp"
	"math"
	"slices"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// paceTickets is the fewest finished tickets that a group is listed with: with
	// fewer no interval holds their median with paceConfidence.
	paceTickets    = 6
	paceConfidence = 0.95
)

// paceGroup collects the hours of one group's tickets.
type paceGroup struct {
	now, before  []float64
	opened, open int
}

// pace says how fast each support group resolves in the last days and in as many
// days before, by when a ticket was finished: by when it was opened, the slow
// tickets of the last weeks would be missing.
//
// The earlier span is likewise without the slow tickets that were opened before
// the export begins. So that both lack the same, a ticket counts in neither if it
// was opened longer before the span than the export reaches back before the
// earlier one.
func (r *reporter) pace(w *result.Work) {
	w.Pace = []result.Pace{}
	lead := r.export.Days - 2*w.Days
	if lead >= 0 {
		w.PaceLeadDays = &lead
	}
	groups := r.paceGroups(w.Days, lead)
	for v, g := range groups {
		if len(g.now) < paceTickets {
			if len(g.now) > 0 {
				w.PaceFewer++
			}
			continue
		}
		p := result.Pace{Group: text.Plain(r.export.Fields[dataset.AssignmentGroup].Name[v]), Now: timesOf(g.now), Change: result.PaceUnknown, Opened: g.opened, Open: g.open}
		if len(g.before) > 0 {
			before := timesOf(g.before)
			p.Before, p.Change = &before, paceChange(p.Now, before)
		}
		w.Pace = append(w.Pace, p)
	}
	slices.SortFunc(w.Pace, func(a, b result.Pace) int {
		return cmp.Or(-cmp.Compare(a.Now.Tickets, b.Now.Tickets), cmp.Compare(a.Group, b.Group))
	})
}

// paceGroups collects the tickets of each known group. Without an earlier span,
// lead < 0, the last one holds tickets of any age.
func (r *reporter) paceGroups(days, lead int) map[int32]*paceGroup {
	groups := map[int32]*paceGroup{}
	today := dataset.CivilDay(r.export.AsOf, r.export.AsOf.Location())
	for i := range r.export.Tickets {
		v := r.export.Fields[dataset.AssignmentGroup].Value[i]
		if v == dataset.Unknown {
			continue
		}
		g := groups[v]
		if g == nil {
			g = &paceGroup{}
			groups[v] = g
		}
		t, opened := &r.export.Tickets[i], r.export.Day[i]
		end := t.Finished()
		over := !end.IsZero() && !end.After(r.export.AsOf)
		if opened < days {
			g.opened++
			if !over {
				g.open++
			}
		}
		if !over || end.Before(t.Opened) {
			continue
		}
		finished, hours := today-dataset.CivilDay(end, r.export.AsOf.Location()), end.Sub(t.Opened).Hours()
		switch {
		case finished < days && (lead < 0 || opened < days+lead):
			g.now = append(g.now, hours)
		case finished >= days && finished < 2*days && lead >= 0 && opened < 2*days+lead:
			g.before = append(g.before, hours)
		}
	}
	return groups
}

// timesOf sums up hours, one or more; it sorts them.
func timesOf(hours []float64) result.Resolved {
	slices.Sort(hours)
	out := result.Resolved{Tickets: len(hours), Hours: stat.Round(stat.Median(hours), 10)}
	if low, high := stat.MedianInterval(hours, paceConfidence); !math.IsNaN(low) {
		out.HoursLow, out.HoursHigh = pointer(stat.Round(low, 10)), pointer(stat.Round(high, 10))
	}
	return out
}

// paceChange is slower or faster only where the two intervals do not overlap.
// That asks for more than a test at the same level would: a false alarm about a
// team costs more than a change that shows a few weeks later.
func paceChange(now, before result.Resolved) result.PaceChange {
	switch {
	case now.HoursLow == nil || before.HoursLow == nil:
		return result.PaceUnknown
	case *now.HoursLow > *before.HoursHigh:
		return result.PaceSlower
	case *now.HoursHigh < *before.HoursLow:
		return result.PaceFaster
	}
	return result.PaceUnclear
}
