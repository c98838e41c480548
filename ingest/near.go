package ingest

// chooseNear gives free columns whose headers are near the usual names to fields
// that have none, where the values fit, and marks the fields. The names that a
// recognised system uses are known, so that it does so for other lists only.
func (p *plan) chooseNear(s *schema, found map[string][]int, cols []column, likely map[string]bool) {
	if p.system != s.plain() {
		return
	}
	for _, st := range s.stems {
		if len(found[st.field]) > 0 {
			continue
		}
		for i, c := range cols {
			if !p.used[i] && st.near(c.key) && c.couldBe(s, st.field) {
				found[st.field], likely[st.field] = []int{i}, true
				p.use(found[st.field])
				break
			}
		}
	}
}

// couldBe reports whether the values of a column fit a field that its header is
// near to.
func (c column) couldBe(s *schema, field string) bool {
	switch {
	case c.present() == 0:
		return false
	case s.isTime(field):
		return c.holdsTimes()
	case c.holdsTimes():
		return false
	case field == "id":
		return 10*c.different() >= 9*len(c.values)
	}
	return true
}
