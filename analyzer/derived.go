package analyzer

import (
	"math/rand/v2"
	"slices"
)

// until returns the export as it was so many days before AsOf.
func (e *export) until(daysBack int) *export {
	n := slices.IndexFunc(e.day, func(d int) bool { return d < daysBack })
	if n < 0 {
		n = len(e.day)
	}
	out := *e
	out.tickets, out.refs, out.person = e.tickets[:n], e.refs[:n], e.person[:n]
	out.asOf = e.asOf.AddDate(0, 0, -daysBack)
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

// atOtherTimes returns the export with each ticket at the time of another one of
// its department, and with those of new departments anywhere: what is said there
// is said by anybody then. The same number gives the same shuffle.
func (e *export) atOtherTimes(number uint64, isNew []bool) *export {
	departments := e.fields[department]
	random := rand.New(rand.NewPCG(number, 0))
	from := swap(departments.value, len(departments.name), random)
	for t, v := range departments.value {
		if isNew[v] {
			other := random.IntN(len(from))
			from[t], from[other] = from[other], from[t]
		}
	}
	out := e.saying(from)
	out.person = pick(e.person, from)
	for f := range e.fields {
		if field(f) != department {
			out.fields[f].value = pick(e.fields[f].value, from)
		}
	}
	return out
}

// atOtherPlaces returns the export with each ticket's text at the time and place
// of another one.
func (e *export) atOtherPlaces(number uint64) *export {
	return e.saying(swap(make([]int32, len(e.tickets)), 1, rand.New(rand.NewPCG(number, 0))))
}

// swap returns, for each place, the place whose content it gets: at random
// within groups of equal value.
func swap(value []int32, values int, random *rand.Rand) []int32 {
	places := make([][]int32, values)
	for t, v := range value {
		places[v] = append(places[v], int32(t))
	}
	from := make([]int32, len(value))
	for _, here := range places {
		for i, j := range random.Perm(len(here)) {
			from[here[i]] = here[j]
		}
	}
	return from
}
