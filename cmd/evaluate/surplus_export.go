package main

import (
	"fmt"
	"slices"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// surplusPlaces is how many values the fields of a surplus export have, so that two or
// three tickets a working day are usual of each at 250 tickets a week.
const surplusPlaces = 18

// surplusFields are what an outage of many symptoms strikes.
var surplusFields = []string{"location", "assignment group", "service"}

// surplusOptions says which outages of many symptoms are hidden in an export.
type surplusOptions struct {
	plantOptions
	outages int // of each size tickets
	days    int // within which an outage lies
}

// makeSurplus hides outages of many symptoms: each is of one location, group or
// service, by different people, within some days of the last week, and every
// ticket says something else that real people wrote. Locations, groups and services
// are drawn independently of everything else. The same arguments give the same
// export.
func makeSurplus(texts []wording, o surplusOptions) export {
	m := newMaker(texts, o.plantOptions)
	texts = slices.Clone(texts)
	m.background(texts, o.plantOptions)
	var plants []plant
	var struck []struct{ field, value string }
	for range o.outages {
		field, value := pick(m, surplusFields), placeName(m.IntN(surplusPlaces))
		struck = append(struck, struct{ field, value string }{field, value})
		plants = append(plants, m.surplus(texts, len(plants), o.size, o.days))
	}
	m.places = func(t *ticket.Ticket, plant int) {
		for _, field := range surplusFields {
			value := placeName(m.IntN(surplusPlaces))
			if plant >= 0 && struck[plant].field == field {
				value = struck[plant].value
			}
			switch field {
			case "location":
				t.Location = value
			case "service":
				t.Service = "Service " + value
			default:
				t.AssignmentGroup = "Team " + value
			}
		}
	}
	return m.finish(plants)
}

func placeName(i int) string { return fmt.Sprintf("%c%c", 'A'+i/5, 'a'+i%5) }

// surplus adds one outage that ends on a working day of the last week.
func (m *maker) surplus(texts []wording, number, size, days int) plant {
	var span []time.Time
	for at := len(m.days) - 1 - m.IntN(7); at >= 0 && len(span) < days; at-- {
		if !weekend(m.days[at]) {
			span = append(span, m.days[at])
		}
	}
	departments := cumulated(m.skew)
	for range size {
		department := m.weighted(departments)
		w := pick(m, texts)
		category := w.category
		if category == "" {
			category = pick(m, m.categories)
		}
		m.add(pick(m, span), w, pick(m, m.people[department]), department, category, number)
	}
	return plant{family: family{title: "outage of many symptoms"}, ids: map[string]bool{}}
}
