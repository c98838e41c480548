package desk

import (
	"cmp"
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// weekStarts returns the first day of each week of the export, oldest first.
func weekStarts(data *dataset.Dataset) []result.Day {
	out := make([]result.Day, data.Weeks())
	for i := range out {
		out[i] = data.Date(7*(len(out)-i) - 1)
	}
	return out
}

// weeklyVolumes counts the tickets opened in each week, oldest first.
func weeklyVolumes(data *dataset.Dataset) []int {
	out := make([]int, data.Weeks())
	for i := range out {
		out[i] = data.Volume(7*(len(out)-1-i), 7)
	}
	return out
}

// dailyVolumes counts the tickets opened on each day of the weeks, oldest first.
func dailyVolumes(data *dataset.Dataset) []int {
	out := make([]int, 7*data.Weeks())
	for i := range out {
		out[i] = data.Volume(len(out)-1-i, 1)
	}
	return out
}

// weeklyInIssues counts the tickets of each week that belong to an issue, oldest
// first.
func weeklyInIssues(data *dataset.Dataset, issueOf []int) []int {
	var recurring []int32
	for t, issue := range issueOf {
		if issue >= 0 {
			recurring = append(recurring, int32(t))
		}
	}
	return data.Weekly(recurring)
}

// resolution returns the end of a ticket and its time to resolve in hours; false if
// it is open at AsOf, or ended before it was opened.
func resolution(data *dataset.Dataset, t int) (end time.Time, hours float64, resolved bool) {
	k := &data.Tickets[t]
	end = k.Finished()
	return end, end.Sub(k.Opened).Hours(), ended(data, end) && !end.Before(k.Opened)
}

// ended reports whether an end time is known and not after AsOf.
func ended(data *dataset.Dataset, end time.Time) bool {
	return !end.IsZero() && !end.After(data.AsOf)
}

// weeklyHours returns the median time to resolve by the week of resolution, in
// hours. By the week of opening, the last weeks would look fast because their slow
// tickets are still open.
func weeklyHours(data *dataset.Dataset) []*float64 {
	byWeek := make([][]float64, data.Weeks())
	for t := range data.Tickets {
		if end, hours, resolved := resolution(data, t); resolved {
			week := len(byWeek) - 1 - data.DaysSince(end)/7
			byWeek[week] = append(byWeek[week], hours)
		}
	}
	out := make([]*float64, len(byWeek))
	for week, hours := range byWeek {
		if len(hours) > 0 {
			out[week] = new(stat.Round(stat.Median(hours), 10))
		}
	}
	return out
}

// flow counts the tickets of patterns by where they were logged (the support group
// if the export has it, else the category) and by the team that should own them. A
// ticket of several patterns counts for the first.
func flow(data *dataset.Dataset, patterns []Pattern) (field string, flows []result.Flow) {
	from := dataset.AssignmentGroup
	if len(data.Fields[from].Name) == 1 { // only Unknown
		from = dataset.Category
	}
	column := &data.Fields[from]
	counted, seen := map[int32]bool{}, map[result.Flow]int{}
	for _, p := range patterns { // by rank
		for _, t := range p.Tickets {
			if !counted[t] {
				counted[t] = true
				seen[result.Flow{LoggedAs: text.Plain(column.Name[column.Value[t]]), Team: p.Owner.Team}]++
			}
		}
	}
	flows = []result.Flow{}
	for flow, tickets := range seen {
		flow.Tickets = tickets
		flows = append(flows, flow)
	}
	slices.SortFunc(flows, func(a, b result.Flow) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.LoggedAs, b.LoggedAs), cmp.Compare(a.Team, b.Team))
	})
	return dataset.FieldNames[from], flows
}
