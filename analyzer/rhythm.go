package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// rhythm counts what the desk's days and weeks are made of.
func (r *reporter) rhythm(d *result.Desk) {
	d.Daily = make([]int, 7*r.export.weeks())
	var recurring []int32
	for t, day := range r.export.day {
		d.Daily[len(d.Daily)-1-day]++
		if r.issueOf[t] >= 0 {
			recurring = append(recurring, int32(t))
		}
	}
	d.WeeklyInIssues = r.export.weekly(recurring)
	d.WeeklyRepeat = r.weeklyRepeat()
	d.WeeklyHours = r.weeklyHours()
	r.calendar(d)
}

// weeklyHours is the median time to resolve by the week of the resolution. By
// the week of the opening the last weeks would look fast, as their slow tickets
// are still open.
func (r *reporter) weeklyHours() []*float64 {
	byWeek := make([][]float64, r.export.weeks())
	today := civilDay(r.export.asOf, r.export.asOf.Location())
	for i := range r.export.tickets {
		t := &r.export.tickets[i]
		end := t.Finished()
		if end.IsZero() || end.After(r.export.asOf) || end.Before(t.Opened) {
			continue
		}
		week := r.export.weeks() - 1 - (today-civilDay(end, r.export.asOf.Location()))/7
		byWeek[week] = append(byWeek[week], end.Sub(t.Opened).Hours())
	}
	out := make([]*float64, r.export.weeks())
	for week, hours := range byWeek {
		if len(hours) > 0 {
			out[week] = pointer(round(median(hours), 10))
		}
	}
	return out
}

// flow counts where the tickets of patterns were logged and which team should
// own them: by support group where the export knows it, else by category. A
// ticket that two patterns hold goes to the first of them.
func (r *reporter) flow(d *result.Desk, patterns []result.Pattern) {
	from := group
	if len(r.export.fields[group].name) == 1 { // only the name for unknown
		from = category
	}
	d.FlowField = fieldNames[from]
	number, column := r.numbers(), &r.export.fields[from]
	counted, seen := map[string]bool{}, map[result.Flow]int{}
	for i := range patterns { // by rank
		for _, ref := range patterns[i].Tickets {
			if !counted[ref] {
				counted[ref] = true
				seen[result.Flow{LoggedAs: text.Plain(column.name[column.value[number[ref]]]), Team: patterns[i].Owner.Team}]++
			}
		}
	}
	d.Flow = []result.Flow{}
	for flow, tickets := range seen {
		flow.Tickets = tickets
		d.Flow = append(d.Flow, flow)
	}
	slices.SortFunc(d.Flow, func(a, b result.Flow) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.LoggedAs, b.LoggedAs), cmp.Compare(a.Team, b.Team))
	})
}
