package dataset

// Recent returns the tickets opened in the last days days.
func (d *Dataset) Recent(tickets []int32, days int) []int32 {
	return d.Filter(tickets, func(t int32) bool { return d.Day[t] < days })
}

// InScope returns the tickets that s holds.
func (d *Dataset) InScope(tickets []int32, s Scope) []int32 {
	return d.Filter(tickets, func(t int32) bool { return s.Holds(d, t) })
}

// Filter returns the tickets that ok accepts; nil if there are none.
func (d *Dataset) Filter(tickets []int32, ok func(int32) bool) []int32 {
	var out []int32
	for _, t := range tickets {
		if ok(t) {
			out = append(out, t)
		}
	}
	return out
}

// Reporters counts the distinct requesters of tickets or, if the export names no
// requesters, the tickets.
func (d *Dataset) Reporters(tickets []int32) int {
	if d.People == 0 {
		return len(tickets)
	}
	return d.DistinctPeople(tickets)
}
