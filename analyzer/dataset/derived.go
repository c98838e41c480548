package dataset

import (
	"math/rand/v2"
	"slices"
)

// Until returns the data set as it was daysBack days before AsOf. Texts, terms and
// synonyms stay those of the whole export.
func (d *Dataset) Until(daysBack int) *Dataset {
	n := slices.IndexFunc(d.Day, func(day int) bool { return day < daysBack })
	if n < 0 {
		n = len(d.Day)
	}
	out := *d
	out.Tickets, out.Refs, out.Person = d.Tickets[:n], d.Refs[:n], d.Person[:n]
	out.AsOf = d.AsOf.AddDate(0, 0, -daysBack)
	out.Days = max(0, d.Days-daysBack)
	out.Day = make([]int, n)
	for t := range out.Day {
		out.Day[t] = d.Day[t] - daysBack
	}
	out.openedWithin = out.countOpened()
	for f := range d.Fields {
		out.Fields[f].Value = d.Fields[f].Value[:n]
	}
	out.TextOf = d.TextOf[:n]
	out.listTickets()
	out.FirstSeen = out.firstSeen()
	return &out
}

// withTextsOf returns a data set in which ticket t has the text of ticket from[t].
func (d *Dataset) withTextsOf(from []int32) *Dataset {
	out := *d
	out.TextOf = pick(d.TextOf, from)
	out.listTickets()
	return &out
}

// listTickets rebuilds the list of tickets of each distinct text.
func (d *Dataset) listTickets() {
	d.Texts = slices.Clone(d.Texts)
	for n := range d.Texts {
		d.Texts[n].Tickets = nil
	}
	for t, n := range d.TextOf {
		if n >= 0 {
			d.Texts[n].Tickets = append(d.Texts[n].Tickets, int32(t))
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

// ShuffleTimes returns the data set with opened times permuted among the tickets of
// each department, which removes any concentration in time but keeps what each
// department reports. Tickets of departments marked isNew trade times with any
// ticket: nothing is typical of them yet. The seed determines the permutation.
func (d *Dataset) ShuffleTimes(seed uint64, isNew []bool) *Dataset {
	departments := d.Fields[Department]
	random := rand.New(rand.NewPCG(seed, 0))
	from := permute(departments.Value, len(departments.Name), random)
	for t, v := range departments.Value {
		if isNew[v] {
			other := random.IntN(len(from))
			from[t], from[other] = from[other], from[t]
		}
	}
	out := d.withTextsOf(from)
	out.Person = pick(d.Person, from)
	for f := range d.Fields {
		if Field(f) != Department {
			out.Fields[f].Value = pick(d.Fields[f].Value, from)
		}
	}
	out.FirstSeen = out.firstSeen()
	return out
}

// ShuffleTexts returns the data set with the texts permuted among all tickets. The
// seed determines the permutation.
func (d *Dataset) ShuffleTexts(seed uint64) *Dataset {
	out := d.withTextsOf(permute(make([]int32, len(d.Tickets)), 1, rand.New(rand.NewPCG(seed, 0))))
	out.FirstSeen = out.firstSeen()
	return out
}

// permute returns a random permutation that moves elements only within groups of
// equal value: from[i] is the index whose content moves to i.
func permute(value []int32, values int, random *rand.Rand) []int32 {
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
