package desk

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
	// minResolved is the smallest number of finished tickets of a listed group: with
	// fewer, no interval contains the median with medianConfidence.
	minResolved      = 6
	medianConfidence = 0.95
)

// groupTimes collects the times to resolve of one group, in hours.
type groupTimes struct {
	now, before  []float64 // tickets finished in the last days, and in the period before
	opened, open int       // tickets opened in the last days; of these, those not finished
}

// timeToResolve returns how fast each support group resolved tickets in the last
// days days and in the period of the same length before, by end time. By opened time
// the slow tickets of the last weeks would be missing.
//
// The earlier period lacks the slow tickets that were opened before the export
// begins. To make both periods comparable, a ticket counts only if it was opened at
// most lead days before its period; lead is how far the export reaches back before
// the earlier period, negative if it does not cover both. fewer is the number of
// groups with too few finished tickets to be listed.
func timeToResolve(data *dataset.Dataset, days int) (groups []result.Pace, fewer, lead int) {
	groups, lead = []result.Pace{}, data.Days-2*days
	for v, g := range timesByGroup(data, days, lead) {
		if len(g.now) < minResolved {
			if len(g.now) > 0 {
				fewer++
			}
			continue
		}
		p := result.Pace{Group: text.Plain(data.Fields[dataset.AssignmentGroup].Name[v]), Now: summarise(g.now), Change: result.PaceUnknown, Opened: g.opened, Open: g.open}
		if len(g.before) > 0 {
			before := summarise(g.before)
			p.Before, p.Change = &before, compareTimes(p.Now, before)
		}
		groups = append(groups, p)
	}
	slices.SortFunc(groups, func(a, b result.Pace) int {
		return cmp.Or(-cmp.Compare(a.Now.Tickets, b.Now.Tickets), cmp.Compare(a.Group, b.Group))
	})
	return groups, fewer, lead
}

// timesByGroup collects the tickets of each known group. If lead < 0, there is no
// earlier period and the last one holds tickets of any age.
func timesByGroup(data *dataset.Dataset, days, lead int) map[int32]*groupTimes {
	groups := map[int32]*groupTimes{}
	for t := range data.Tickets {
		v := data.Fields[dataset.AssignmentGroup].Value[t]
		if v == dataset.Unknown {
			continue
		}
		g := groups[v]
		if g == nil {
			g = &groupTimes{}
			groups[v] = g
		}
		opened := data.Day[t]
		end, hours, resolved := resolution(data, t)
		if opened < days {
			g.opened++
			if !ended(data, end) {
				g.open++
			}
		}
		finished := data.DaysSince(end)
		switch {
		case !resolved:
		case finished < days && (lead < 0 || opened < days+lead):
			g.now = append(g.now, hours)
		case finished >= days && finished < 2*days && lead >= 0 && opened < 2*days+lead:
			g.before = append(g.before, hours)
		}
	}
	return groups
}

// summarise returns count, median and interval of one or more hours. It sorts them.
func summarise(hours []float64) result.Resolved {
	slices.Sort(hours)
	out := result.Resolved{Tickets: len(hours), Hours: stat.Round(stat.Median(hours), 10)}
	if low, high := stat.MedianInterval(hours, medianConfidence); !math.IsNaN(low) {
		out.HoursLow, out.HoursHigh = new(stat.Round(low, 10)), new(stat.Round(high, 10))
	}
	return out
}

// compareTimes returns slower or faster only if the two intervals do not overlap.
// This is stricter than a test at the same level: a false alarm about a team costs
// more than a change noticed a few weeks later.
func compareTimes(now, before result.Resolved) result.PaceChange {
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
