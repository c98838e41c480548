package desk

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// pair is a department and a category.
type pair [2]int32

func pairOf(data *dataset.Dataset, t int32) pair {
	return pair{data.Fields[dataset.Department].Value[t], data.Fields[dataset.Category].Value[t]}
}

// cells tests how many people report anything in each department and category, for
// the map of where the desk is busier than usual. As in a pattern, each person
// counts once per window: one person who files nine tickets is no event. Cells are
// not patterns. patterns holds the ids of the patterns shown in each cell.
func cells(data *dataset.Dataset, w detect.Window, test stat.Test, patterns map[pair][]string) []result.Cell {
	byPair := map[pair][]int32{}
	for t := range data.Tickets {
		key := pairOf(data, int32(t))
		byPair[key] = append(byPair[key], int32(t))
	}
	busy := make([]float64, 0, w.Past)
	for k := w.Past; k >= 1; k-- {
		busy = append(busy, float64(w.Volumes[k]))
	}
	counter := detect.NewCounter(data)
	out := []result.Cell{}
	for key, tickets := range byPair {
		seen := counter.Count(tickets, nil, w)
		c := result.Cell{
			Department: text.Plain(data.Fields[dataset.Department].Name[key[0]]), Category: text.Plain(data.Fields[dataset.Category].Name[key[1]]),
			Tickets: seen.Tickets[0], Reports: seen.Reports, PatternIDs: append([]string{}, patterns[key]...),
		}
		if w.Past > 0 {
			answer := test.Compare(stat.Sample{Count: c.Reports, Baseline: seen.PastReports(), BaselineExposure: busy, Exposure: float64(w.Volumes[0])})
			if answer.Size > 0 {
				c.Expected, c.PValue = &answer.Expected, &answer.P
			}
		}
		if c.Tickets > 0 || valueOrZero(c.Expected) >= 1 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b result.Cell) int {
		return cmp.Or(cmp.Compare(a.Department, b.Department), cmp.Compare(a.Category, b.Category))
	})
	return out
}

// patternsByPair returns the emerging patterns by department and category in which
// enough people report them in the window to form a pattern.
func patternsByPair(in Input, w detect.Window) map[pair][]string {
	out := map[pair][]string{}
	for _, p := range in.Patterns {
		if p.Kind != result.Emerging {
			continue
		}
		byPair := map[pair][]int32{}
		for _, t := range in.Data.Recent(p.Tickets, w.Days) {
			key := pairOf(in.Data, t)
			byPair[key] = append(byPair[key], t)
		}
		for key, tickets := range byPair {
			if in.Data.Reporters(tickets) >= in.MinPeople {
				out[key] = append(out[key], p.ID)
			}
		}
	}
	return out
}
