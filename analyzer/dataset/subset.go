package dataset

// Recent keeps the tickets opened in the last so many days.
func (d *Dataset) Recent(tickets []int32, days int) []int32 {
	return d.Filter(tickets, func(t int32) bool { return d.Day[t] < days })
}

// InScope keeps the tickets that a scope holds.
func (d *Dataset) InScope(tickets []int32, s Scope) []int32 {
	return d.Filter(tickets, func(t int32) bool { return s.Holds(d, t) })
}

// Filter keeps the tickets that ok accepts; nil if there are none.
func (d *Dataset) Filter(tickets []int32, ok func(int32) bool) []int32 {
	var out []int32
	for _, t := range tickets {
		if ok(t) {
			out = append(out, t)
		}
	}
	return out
}

// Reporters counts the different people behind tickets, or the tickets of an export
// that names nobody.
func (d *Dataset) Reporters(tickets []int32) int {
	if d.People == 0 {
		return len(tickets)
	}
	return d.DistinctPeople(tickets)
}
