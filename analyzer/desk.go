package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// desk counts the whole desk, for the charts that patterns are seen against.
func (r *reporter) desk(s *search) result.Desk {
	e := r.export
	all := make([]int32, len(e.tickets))
	d := result.Desk{Weeks: make([]result.Day, r.weeks), HistoryDays: e.days}
	for t := range all {
		all[t] = int32(t)
		if r.issueOf[t] < 0 {
			d.LeftOut++
		}
		if e.docOf[t] < 0 {
			d.NoiseLeft++
		}
	}
	for i := range d.Weeks {
		d.Weeks[i] = r.dayOf(7*(r.weeks-i) - 1)
	}
	d.LeftOutBy = r.leftOut()
	d.Weekly = r.weekly(all)
	w := s.windows[len(s.windows)/2]
	d.WindowDays = w.days
	if s.young {
		d.NoBaseline = s.whyYoung()
	}
	d.Cells = r.cells(w, s.test)
	return d
}

// cells tests the bare number of tickets of each department and category, for
// the map of where the desk is busier than usual. No pattern is made of it.
func (r *reporter) cells(w window, test stat.Test) []result.Cell {
	byPair := map[[2]int32][]int{}
	for t := range r.export.tickets {
		key := [2]int32{r.export.fields[department].value[t], r.export.fields[category].value[t]}
		if byPair[key] == nil {
			byPair[key] = make([]int, w.past+1)
		}
		if k := r.export.day[t] / w.days; k <= w.past {
			byPair[key][k]++
		}
	}
	cells := []result.Cell{}
	for key, counts := range byPair {
		c := result.Cell{
			Department: text.Plain(r.export.fields[department].name[key[0]]),
			Category:   text.Plain(r.export.fields[category].name[key[1]]), Tickets: counts[0],
		}
		if w.past > 0 {
			busy := make([]float64, 0, w.past)
			for k := w.past; k >= 1; k-- {
				busy = append(busy, float64(w.desks[k]))
			}
			answer := test.Compare(stat.Sample{
				Count: counts[0], Baseline: oldestFirst(counts, w.past), BaselineExposure: busy, Exposure: float64(w.desks[0]),
			})
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
