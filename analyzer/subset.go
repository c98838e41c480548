package analyzer

// recentOf keeps the tickets opened in the last so many days.
func (e *export) recentOf(tickets []int32, days int) []int32 {
	return e.filter(tickets, func(t int32) bool { return e.day[t] < days })
}

// inScope keeps the tickets that a scope holds.
func (e *export) inScope(tickets []int32, s scope) []int32 {
	return e.filter(tickets, func(t int32) bool { return s.holds(e, t) })
}

// filter keeps the tickets that ok accepts; nil if there are none.
func (e *export) filter(tickets []int32, ok func(int32) bool) []int32 {
	var out []int32
	for _, t := range tickets {
		if ok(t) {
			out = append(out, t)
		}
	}
	return out
}

// voices counts the different people behind tickets, or the tickets of an export
// that names nobody.
func (e *export) voices(tickets []int32) int {
	if e.people == 0 {
		return len(tickets)
	}
	return e.distinctPeople(tickets)
}
