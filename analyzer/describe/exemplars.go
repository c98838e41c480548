package describe

import (
	"cmp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

// maxExemplars bounds the quoted tickets.
const maxExemplars = 5

// centroid returns the unit vector of the sum of the tickets' vectors.
func (d *Describer) centroid(tickets []int32) text.Vector {
	var a text.Adder
	for _, t := range tickets {
		if n := d.data.TextOf[t]; n >= 0 {
			a.Add(d.data.Texts[n].Vector, 1)
		}
	}
	return text.Unit(a.Sum())
}

// typical sorts tickets by similarity to their centroid and keeps the first of each
// distinct text and of each person. Texts that differ in words of one ticket only, such as
// a name, are one.
func (d *Describer) typical(tickets []int32) []int32 {
	centre := d.centroid(tickets)
	score := make(map[int32]float64, len(tickets))
	for _, t := range tickets {
		if n := d.data.TextOf[t]; n >= 0 {
			score[t] = text.Dot(d.data.Texts[n].Vector, centre)
		}
	}
	order := slices.Clone(tickets)
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Or(-cmp.Compare(score[a], score[b]), cmp.Compare(a, b)) })
	seenText, seenPerson := map[int32]bool{}, map[int32]bool{}
	return slices.DeleteFunc(order, func(t int32) bool {
		n, p := d.data.TextOf[t], d.data.Person[t]
		if n >= 0 {
			n = d.data.Texts[n].Like
		}
		if seenText[n] || p != dataset.Nobody && seenPerson[p] {
			return true
		}
		seenText[n], seenPerson[p] = true, true
		return false
	})
}

// exemplars quotes the most typical tickets.
func (d *Describer) exemplars(typical []int32) []result.Exemplar {
	out := []result.Exemplar{}
	for _, t := range typical[:min(len(typical), maxExemplars)] {
		k := &d.data.Tickets[t]
		description := strings.TrimSpace(d.data.Repeated.Description(k.Description))
		if fold.Spelling(description) == fold.Spelling(k.Subject) {
			description = ""
		}
		out = append(out, result.Exemplar{
			ID: d.data.Refs[t], Opened: d.data.Date(d.data.Day[t]),
			Subject: d.masker.quote(k.Subject, textRunes, k.Requester, k.Assignee), Description: d.masker.quote(description, textRunes, k.Requester, k.Assignee),
			Category: text.Plain(k.Category), Location: text.Plain(k.Location),
		})
	}
	return out
}
