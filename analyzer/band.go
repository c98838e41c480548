package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// bandOutside is the chance of a week below the band of usual weeks, and of one
// above it.
const bandOutside = 0.05

// weekBand encloses the tickets of nine usual weeks in ten: the quantiles of
// the negative binomial whose mean is what is expected of a week and whose size
// says how unevenly the pattern's weeks before the window came in. A first week
// that the export covers only in part is left out, unless there is no other.
func (r *reporter) weekBand(p *result.Pattern, expected float64) (low, high *int) {
	before := 0
	for before < len(p.Weekly) && r.export.Date(7*(r.export.Weeks()-before-1)) < p.Window.From {
		before++
	}
	past := p.Weekly[:before]
	if r.export.Days%7 != 0 && len(past) > 1 {
		past = past[1:]
	}
	size := r.options.test().Compare(stat.Sample{Baseline: past}).Size
	if size == 0 {
		return nil, nil
	}
	return pointer(stat.NegativeBinomialQuantile(bandOutside, expected, size)),
		pointer(stat.NegativeBinomialQuantile(1-bandOutside, expected, size))
}

// changesDuring lists the declared changes that concern tickets and started
// between a week before the first of them and the last, by day and id.
func (r *reporter) changesDuring(tickets []int32) []result.Change {
	first, last := r.export.Tickets[tickets[0]].Opened, r.export.Tickets[tickets[len(tickets)-1]].Opened
	out := []result.Change{}
	for _, c := range r.changes {
		if c.Start.Before(first.AddDate(0, 0, -changeDays)) || c.Start.After(last) {
			continue
		}
		if hits, _ := r.concerns(c, tickets); len(hits) == 0 || 3*len(hits) < len(tickets) {
			continue
		}
		out = append(out, result.Change{
			Day: result.DayOf(c.Start.In(r.export.AsOf.Location())), ID: text.Plain(c.ID), Summary: r.names.quote(c.Summary, labelRunes),
		})
	}
	slices.SortStableFunc(out, func(a, b result.Change) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	return out
}
