package dataset

import (
	"math/rand/v2"
	"slices"
)

// Until returns the export as it was so many days before AsOf.
func (e *Dataset) Until(daysBack int) *Dataset {
	n := slices.IndexFunc(e.Day, func(d int) bool { return d < daysBack })
	if n < 0 {
		n = len(e.Day)
	}
	out := *e
	out.Tickets, out.Refs, out.Person = e.Tickets[:n], e.Refs[:n], e.Person[:n]
	out.AsOf = e.AsOf.AddDate(0, 0, -daysBack)
	out.Days = max(0, e.Days-daysBack)
	out.Day = make([]int, n)
	for t := range out.Day {
		out.Day[t] = e.Day[t] - daysBack
	}
	out.opened = out.countOpened()
	for f := range e.Fields {
		out.Fields[f].Value = e.Fields[f].Value[:n]
	}
	out.TextOf = e.TextOf[:n]
	out.listTickets()
	out.FirstSeen = out.firstSeen()
	return &out
}

// withTextsOf returns the export with the text of ticket from[t] at each place t.
func (e *Dataset) withTextsOf(from []int32) *Dataset {
	out := *e
	out.TextOf = pick(e.TextOf, from)
	out.listTickets()
	return &out
}

// listTickets lists anew which tickets use each wording.
func (e *Dataset) listTickets() {
	e.Texts = slices.Clone(e.Texts)
	for d := range e.Texts {
		e.Texts[d].Tickets = nil
	}
	for t, d := range e.TextOf {
		if d >= 0 {
			e.Texts[d].Tickets = append(e.Texts[d].Tickets, int32(t))
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

// AtOtherTimes returns the export with each ticket at the time of another one of
// its department, and with those of new departments anywhere: what is said there
// is said by anybody then. The same number gives the same shuffle.
func (e *Dataset) AtOtherTimes(number uint64, isNew []bool) *Dataset {
	departments := e.Fields[Department]
	random := rand.New(rand.NewPCG(number, 0))
	from := swap(departments.Value, len(departments.Name), random)
	for t, v := range departments.Value {
		if isNew[v] {
			other := random.IntN(len(from))
			from[t], from[other] = from[other], from[t]
		}
	}
	out := e.withTextsOf(from)
	out.Person = pick(e.Person, from)
	for f := range e.Fields {
		if Field(f) != Department {
			out.Fields[f].Value = pick(e.Fields[f].Value, from)
		}
	}
	out.FirstSeen = out.firstSeen()
	return out
}

// AtOtherPlaces returns the export with each ticket's text at the time and place
// of another one.
func (e *Dataset) AtOtherPlaces(number uint64) *Dataset {
	out := e.withTextsOf(swap(make([]int32, len(e.Tickets)), 1, rand.New(rand.NewPCG(number, 0))))
	out.FirstSeen = out.firstSeen()
	return out
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
