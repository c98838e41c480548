package analyzer

import "slices"

// until returns the export as it was so many days before AsOf.
func (e *export) until(daysBack int) *export {
	n := slices.IndexFunc(e.day, func(d int) bool { return d < daysBack })
	if n < 0 {
		n = len(e.day)
	}
	out := *e
	out.tickets, out.refs, out.person = e.tickets[:n], e.refs[:n], e.person[:n]
	out.days = max(0, e.days-daysBack)
	out.day = make([]int, n)
	for t := range out.day {
		out.day[t] = e.day[t] - daysBack
	}
	out.opened = out.countOpened()
	for f := range e.fields {
		out.fields[f].value = e.fields[f].value[:n]
	}
	out.docOf = e.docOf[:n]
	out.listTickets()
	return &out
}

// saying returns the export with the text of ticket from[t] at each place t.
func (e *export) saying(from []int32) *export {
	out := *e
	out.docOf = pick(e.docOf, from)
	out.listTickets()
	return &out
}

// listTickets lists anew which tickets use each wording.
func (e *export) listTickets() {
	e.docs = slices.Clone(e.docs)
	for d := range e.docs {
		e.docs[d].tickets = nil
	}
	for t, d := range e.docOf {
		if d >= 0 {
			e.docs[d].tickets = append(e.docs[d].tickets, int32(t))
		}
	}
}

func pick(values []int32, from []int32) []int32 {
	out := make([]int32, len(values))
	for i, f := range from {
		out[i] = values[f]
	}
	return out
}
