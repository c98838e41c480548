package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// rhythm counts what the desk's days and weeks are made of.
func (r *reporter) rhythm(d *result.Desk) {
	d.Daily = make([]int, 7*r.export.Weeks())
	var recurring []int32
	for t, day := range r.export.Day {
		d.Daily[len(d.Daily)-1-day]++
		if r.issues.Of[t] >= 0 {
			recurring = append(recurring, int32(t))
		}
	}
	d.WeeklyInIssues = r.export.Weekly(recurring)
	d.WeeklyRepeat = r.weeklyRepeat()
	d.WeeklyHours = r.weeklyHours()
	r.calendar(d)
}

// weeklyHours is the median time to resolve by the week of the resolution. By
// the week of the opening the last weeks would look fast, as their slow tickets
// are still open.
func (r *reporter) weeklyHours() []*float64 {
	byWeek := make([][]float64, r.export.Weeks())
	today := dataset.CivilDay(r.export.AsOf, r.export.AsOf.Location())
	for i := range r.export.Tickets {
		t := &r.export.Tickets[i]
		end := t.Finished()
		if end.IsZero() || end.After(r.export.AsOf) || end.Before(t.Opened) {
			continue
		}
		week := r.export.Weeks() - 1 - (today-dataset.CivilDay(end, r.export.AsOf.Location()))/7
		byWeek[week] = append(byWeek[week], end.Sub(t.Opened).Hours())
	}
	out := make([]*float64, r.export.Weeks())
	for week, hours := range byWeek {
		if len(hours) > 0 {
			out[week] = pointer(stat.Round(stat.Median(hours), 10))
		}
	}
	return out
}

// flow counts where the tickets of patterns were logged and which team should
// own them: by support group where the export knows it, else by category. A
// ticket that two patterns hold goes to the first of them.
func (r *reporter) flow(d *result.Desk, patterns []result.Pattern) {
	from := dataset.AssignmentGroup
	if len(r.export.Fields[dataset.AssignmentGroup].Name) == 1 { // only the name for unknown
		from = dataset.Category
	}
	d.FlowField = dataset.FieldNames[from]
	number, column := r.numbers(), &r.export.Fields[from]
	counted, seen := map[string]bool{}, map[result.Flow]int{}
	for i := range patterns { // by rank
		for _, ref := range patterns[i].Tickets {
			if !counted[ref] {
				counted[ref] = true
				seen[result.Flow{LoggedAs: text.Plain(column.Name[column.Value[number[ref]]]), Team: patterns[i].Owner.Team}]++
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
