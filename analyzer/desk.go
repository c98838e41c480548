package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// desk counts the whole desk, for the charts that patterns are seen against.
func (r *reporter) desk(found detect.Result, patterns []result.Pattern) result.Desk {
	e := r.export
	all := make([]int32, len(e.Tickets))
	d := result.Desk{Weeks: make([]result.Day, r.export.Weeks()), HistoryDays: e.Days}
	for t := range all {
		all[t] = int32(t)
		if r.issues.Of[t] < 0 {
			d.LeftOut++
		}
		if e.TextOf[t] < 0 {
			d.NoiseLeft++
		}
	}
	for i := range d.Weeks {
		d.Weeks[i] = r.export.Date(7*(r.export.Weeks()-i) - 1)
	}
	d.LeftOutBy = r.leftOut()
	d.Weekly = r.export.Weekly(all)
	w := found.Windows[len(found.Windows)/2]
	d.WindowDays = w.Days
	if found.Young {
		d.NoBaseline = r.noBaseline()
	}
	d.Cells = r.cells(w, r.options.test(), r.patternsIn(w, patterns))
	return d
}

// pair is a department and a category.
type pair [2]int32

func pairOf(e *dataset.Dataset, t int32) pair {
	return pair{e.Fields[dataset.Department].Value[t], e.Fields[dataset.Category].Value[t]}
}

// cells tests how many people report anything in each department and category,
// for the map of where the desk is busier than usual. Each counts once in a
// window, as in a pattern: one person who files nine tickets is no event. No
// pattern is made of it.
func (r *reporter) cells(w detect.Window, test stat.Test, patterns map[pair][]string) []result.Cell {
	byPair := map[pair][]int32{}
	for t := range r.export.Tickets {
		key := pairOf(r.export, int32(t))
		byPair[key] = append(byPair[key], int32(t))
	}
	busy := make([]float64, 0, w.Past)
	for k := w.Past; k >= 1; k-- {
		busy = append(busy, float64(w.Volumes[k]))
	}
	counter := detect.NewCounter(r.export)
	cells := []result.Cell{}
	for key, tickets := range byPair {
		seen := counter.Count(tickets, nil, w)
		c := result.Cell{
			Department: text.Plain(r.export.Fields[dataset.Department].Name[key[0]]), Category: text.Plain(r.export.Fields[dataset.Category].Name[key[1]]),
			Tickets: seen.Tickets[0], Reports: seen.Reports, PatternIDs: nonNil(patterns[key]),
		}
		if w.Past > 0 {
			answer := test.Compare(stat.Sample{Count: c.Reports, Baseline: seen.PastReports(), BaselineExposure: busy, Exposure: float64(w.Volumes[0])})
			if answer.Size > 0 {
				c.Expected, c.PValue = &answer.Expected, &answer.P
			}
		}
		if c.Tickets > 0 || value(c.Expected) >= 1 {
			cells = append(cells, c)
		}
	}
	slices.SortFunc(cells, func(a, b result.Cell) int {
		return cmp.Or(cmp.Compare(a.Department, b.Department), cmp.Compare(a.Category, b.Category))
	})
	return cells
}

// patternsIn lists the emerging patterns by the departments and categories in
// which enough people for a pattern report them in the window.
func (r *reporter) patternsIn(w detect.Window, patterns []result.Pattern) map[pair][]string {
	number := r.numbers()
	out := map[pair][]string{}
	for i := range patterns {
		if patterns[i].Kind != result.Emerging {
			continue
		}
		byPair := map[pair][]int32{}
		for _, ref := range patterns[i].Tickets {
			if t := number[ref]; r.export.Day[t] < w.Days {
				byPair[pairOf(r.export, t)] = append(byPair[pairOf(r.export, t)], t)
			}
		}
		for key, tickets := range byPair {
			if r.export.Reporters(tickets) >= r.options.MinPeople {
				out[key] = append(out[key], patterns[i].ID)
			}
		}
	}
	return out
}
