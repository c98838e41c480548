package ingest

import (
	"slices"
	"strings"
	"ticketpatterns/ingest/system"
)

// chooseNear gives free columns whose headers are near the usual names to fields
// that have none, where the values fit, and marks the fields. The names that a
// recognised system uses are known, so that it does so for other lists only.
func (p *plan) chooseNear(s *schema, found map[string][]int, cols []column, likely map[string]bool) {
	if p.system != s.plain() {
		return
	}
	for _, st := range s.stems {
		if len(found[st.Field]) > 0 {
			continue
		}
		for i, c := range cols {
			if !p.used[i] && st.Near(c.key) && c.couldBe(s, st.Field) {
				found[st.Field], likely[st.Field] = []int{p.named(i, cols)}, true
				p.use(found[st.Field])
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
	case c.holdsTimes(), c.holdsClocks():
		return false
	case field == "id":
		return 10*c.different() >= 9*len(c.values)
	case field == "department":
		return c.share(func(v string) bool { return directions[strings.ToLower(v)] }) < 0.5
	}
	return true
}

// directions are those of a call or a message: no direction of a firm.
var directions = set("in", "out", "inbound", "outbound", "incoming", "outgoing", "entrante", "saliente", "sortant", "entrant", "eingehend", "ausgehend", "internal", "external")

// nearUsual reports whether a header is near the usual name of some field, and
// short enough to be a header.
func nearUsual(key string) bool {
	const longestHeader = 40
	return len(key) <= longestHeader && slices.ContainsFunc(system.Stems, func(s system.Stem) bool { return s.Near(key) })
}
