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

// quality says what the analysis had to leave out, and what that costs.
func (r *reporter) quality(s *search, found found, later int) []result.Check {
	e := r.export
	var out []result.Check
	add := func(check, value, effect string) {
		out = append(out, result.Check{Check: check, Value: value, Effect: effect})
	}
	young := ""
	if s.young {
		young = r.say.Count(s.minPeople, "no baseline yet: %[2]s; until then only places are searched where %[1]d person reports the same and others do not",
			"no baseline yet: %[2]s; until then only places are searched where %[1]d people report the same and others do not", s.whyYoung())
	}
	add(r.say.Text("history of the export"), r.say.Count(e.days, "%d day", "%d days"), young)
	if value, effect := r.vanished(r.known.memory.Runs); value != "" {
		add(r.say.Text("tickets of the last run"), value, effect)
	}
	if later > 0 {
		add(r.say.Text("opened after the day of the report"), r.say.Tickets(later), r.say.Text("left out of this report"))
	}
	for _, l := range r.leftOut() {
		add(r.say.Text("left out: %s", l.Reason), r.ofAll(l.Tickets), r.say.Text("they are in no issue and no pattern"))
	}
	if len(e.tickets) > 0 && !r.export.anyText {
		add(r.say.Text("texts"), r.say.Text("none"), r.say.Text("the category path stands for the issue"))
	}
	if e.people == 0 {
		add(r.say.Text("requesters"), r.say.Text("none"), r.say.Text("tickets are counted instead of people: one person who files eight looks like eight people"))
	}
	if r.dismissed > 0 {
		add(r.say.Text("decided to be no pattern"), r.say.Count(r.dismissed, "%d pattern", "%d patterns"),
			r.say.Text("left out of this report until they grow beyond their forecast"))
	}
	if found.tooLarge > 0 {
		add(r.say.Text("scopes too large to search whole"), r.say.Count(found.tooLarge, "%d scope", "%d scopes"),
			r.say.Text("they were searched through their parts: department with category, service and location"))
	}
	return out
}

// ofAll writes a number of the export's tickets with its share.
func (r *reporter) ofAll(n int) string {
	all := len(r.export.tickets)
	return r.say.Text("%d of %d (%s)", n, all, r.say.Percent(float64(n)/float64(all)))
}
