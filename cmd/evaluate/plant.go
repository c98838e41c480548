package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// The organisation that the exports come from. Departments are skewed (Zipf):
// the k-th has 1/k of the tickets and of the people of the first.
var (
	plantDepartments = []string{"Sales", "Operations", "Finance", "Customer Service", "Engineering", "Human Resources", "Marketing",
		"Legal", "Procurement", "Logistics", "Research", "Facilities"}
	plantSites      = []string{"London", "Madrid", "Leeds", "Porto", "Remote"}
	plantGroups     = []string{"Service Desk", "Service Desk", "Service Desk", "Desktop Support", "Applications", "Network"}
	plantPriorities = []string{"2 - High", "3 - Moderate", "3 - Moderate", "4 - Low"}
	// plantCategories stand in for a background without categories.
	plantCategories = []string{"Access", "Email", "Hardware", "Network", "Other", "Software"}
)

const (
	firstDepartmentPeople = 600 // people of the first department
	fewestPeople          = 16  // of any department
	outbreakDays          = 14  // an outbreak lies within these days before the end
	burstDays             = 7   // since the report before
	resolvedShare         = 0.93
	resolvedHours         = 20 // mean
)

// plantEnd is the last day of every made export: a Sunday, so that weeks are whole.
var plantEnd = time.Date(2026, time.March, 29, 0, 0, 0, 0, time.UTC)

// plantOptions says what to make.
type plantOptions struct {
	seed    uint64
	weeks   int
	perWeek int     // background tickets, on average
	plants  int     // outbreaks
	size    int     // tickets of each, at most the phrasings of its family
	within  int     // days within which the tickets of one come; under outbreakDays: a burst somewhere in the last burstDays; 0 for outbreakDays
	spread  int     // departments that report each outbreak, in turn; 0 for 1
	surge   float64 // factor on the background of the last two weeks; 1 = none
}

// plant is one outbreak: so many people of one department (or several) who report one fault
// in their own words within so many days.
type plant struct {
	family     family
	department string
	ids        map[string]bool
}

// export is a made export with what is hidden in it.
type export struct {
	tickets []ticket.Ticket // by opened
	plants  []plant
}

// maker draws the parts of one export from one stream of chance.
type maker struct {
	*rand.Rand
	days       []time.Time
	people     [][]string // by department
	skew       []float64  // weight of each department
	categories []string
	made       []madeTicket
	places     func(t *ticket.Ticket, plant int) // sets where a ticket comes from and lies
}

// madeTicket is a ticket and the number of its plant; -1 for the background.
type madeTicket struct {
	ticket.Ticket
	plant int
}

// makeExport hides outbreaks of families in a background of texts.
//
// Background dates are uniform over the weeks, weekends at a fifth, +1 % a week.
// Texts, departments, people and dates are drawn independently of each other,
// so that without plants nothing is a pattern, up to chance. The category of a
// planted ticket is the family's for half of them and somebody's guess for the
// rest. The same arguments give the same export.
func makeExport(texts []wording, families []family, o plantOptions) export {
	m := newMaker(texts, o)
	m.background(slices.Clone(texts), o)
	var plants []plant
	for _, at := range m.Perm(len(families))[:min(o.plants, len(families))] {
		plants = append(plants, m.outbreak(families[at], len(plants), o))
	}
	return m.finish(plants)
}

func newMaker(texts []wording, o plantOptions) *maker {
	m := &maker{Rand: rand.New(rand.NewPCG(o.seed, 0))}
	m.places = func(t *ticket.Ticket, _ int) {
		t.Location, t.AssignmentGroup = pick(m, plantSites), pick(m, plantGroups)
	}
	for i := range 7 * o.weeks {
		m.days = append(m.days, plantEnd.AddDate(0, 0, i+1-7*o.weeks))
	}
	for k, d := range plantDepartments {
		m.skew = append(m.skew, 1/float64(k+1))
		var people []string
		for i := range max(fewestPeople, firstDepartmentPeople/(k+1)) {
			people = append(people, fmt.Sprintf("%.3s%04d", d, i+1))
		}
		m.people = append(m.people, people)
	}
	for _, t := range texts {
		if t.category != "" {
			m.categories = append(m.categories, t.category)
		}
	}
	slices.Sort(m.categories)
	if m.categories = slices.Compact(m.categories); len(m.categories) == 0 {
		m.categories = plantCategories
	}
	return m
}

// background adds weeks*perWeek tickets; texts repeat if they are fewer.
func (m *maker) background(texts []wording, o plantOptions) {
	m.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	weights := make([]float64, len(m.days))
	for i, d := range m.days {
		weights[i] = math.Pow(1.01, float64(i)/7)
		if weekend(d) {
			weights[i] *= 0.2
		}
		if i >= len(m.days)-outbreakDays {
			weights[i] *= o.surge
		}
	}
	days, departments := cumulated(weights), cumulated(m.skew)
	for i := range o.weeks * o.perWeek {
		w := texts[i%len(texts)]
		day, department := m.days[m.weighted(days)], m.weighted(departments)
		m.add(day, w, pick(m, m.people[department]), department, cmp.Or(w.category, pick(m, m.categories)), -1)
	}
}

// outbreak adds the tickets of one plant, each from another person.
func (m *maker) outbreak(f family, number int, o plantOptions) plant {
	first := m.IntN(len(plantDepartments))
	persons, phrasings := m.Perm(len(m.people[first])), m.Perm(len(f.phrasings))
	span := m.span(o.within)
	for i := range min(o.size, len(phrasings), len(persons)) {
		department := (first + i%max(1, o.spread)) % len(plantDepartments)
		people := m.people[department]
		w := f.phrasings[phrasings[i]]
		category := w.category
		if m.IntN(2) == 0 {
			category = pick(m, m.categories)
		}
		m.add(pick(m, span), w, people[persons[i]%len(people)], department, category, number)
	}
	return plant{family: f, department: plantDepartments[first], ids: map[string]bool{}}
}

// span returns the working days on which an outbreak may be reported.
func (m *maker) span(within int) []time.Time {
	var span []time.Time
	for _, d := range m.days[len(m.days)-outbreakDays:] {
		if !weekend(d) {
			span = append(span, d)
		}
	}
	if within <= 0 || within >= outbreakDays {
		return span
	}
	var lately []time.Time
	for _, d := range span {
		if plantEnd.Sub(d) < burstDays*24*time.Hour {
			lately = append(lately, d)
		}
	}
	within = min(within, len(lately))
	from := m.IntN(len(lately) - within + 1)
	return lately[from : from+within]
}

// add adds a ticket of that day, within office hours.
func (m *maker) add(day time.Time, w wording, person string, department int, category string, plant int) {
	opened := day.Add(time.Duration(7+m.IntN(12))*time.Hour + time.Duration(m.IntN(3600))*time.Second)
	m.made = append(m.made, madeTicket{plant: plant, Ticket: ticket.Ticket{
		Source: "made", Opened: opened, Subject: w.subject, Description: w.description, Requester: person,
		Department: plantDepartments[department], Category: category,
	}})
}

// finish puts the tickets in order, numbers them, and says how each ended.
func (m *maker) finish(plants []plant) export {
	slices.SortStableFunc(m.made, func(a, b madeTicket) int { return a.Opened.Compare(b.Opened) })
	e := export{plants: plants}
	for i, made := range m.made {
		t := made.Ticket
		t.ID = fmt.Sprintf("T%07d", i+1)
		t.State = "Open"
		if m.Float64() < resolvedShare {
			t.State = "Closed"
			t.Resolved = t.Opened.Add(time.Duration(m.ExpFloat64() * resolvedHours * float64(time.Hour))).Truncate(time.Second)
		}
		m.places(&t, made.plant)
		t.Priority = pick(m, plantPriorities)
		e.tickets = append(e.tickets, t)
		if made.plant >= 0 {
			plants[made.plant].ids[t.ID] = true
		}
	}
	return e
}

func weekend(d time.Time) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// cumulated returns the running sums of weights.
func cumulated(weights []float64) []float64 {
	sums := make([]float64, len(weights))
	sum := 0.0
	for i, w := range weights {
		sum += w
		sums[i] = sum
	}
	return sums
}

// weighted draws an index with weights whose running sums are given.
func (m *maker) weighted(sums []float64) int {
	at, _ := slices.BinarySearch(sums, m.Float64()*sums[len(sums)-1])
	return min(at, len(sums)-1)
}

// pick draws one of the values, of which there must be one.
func pick[T any](m *maker, values []T) T { return values[m.IntN(len(values))] }
