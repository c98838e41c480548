package escalate

import (
	"slices"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/result"
)

// resolvedShare is the share of an issue's earlier tickets that must have been
// resolved for its return to be one after a fix.
const resolvedShare = 0.75

// Subject is a pattern as criteria see it. Tickets are numbers of the data set,
// ascending.
type Subject struct {
	Kind        result.Kind
	Tickets     []int32 // of the pattern
	Issue       []int32 // of its issue in its scope, all time
	WindowDays  int
	Expected    *float64                // tickets; nil: no baseline
	PersonHours *float64                // lost at least; nil: no times to resolve
	Attack      func(ticket int32) bool // reports whether a ticket tells of an attack
}

// Measure returns the criteria that a pattern meets, each with the values that
// decided it, and the exceptions that kept one from counting.
func Measure(criteria []Criterion, d *dataset.Dataset, of Subject) ([]result.Criterion, []result.Exception) {
	met, exceptions := []result.Criterion{}, []result.Exception{}
	for _, c := range criteria {
		if !c.On || !c.asks(of.Kind) {
			continue
		}
		m := gauge{Dataset: d}
		if m.measure(c, of); m.short {
			continue
		}
		if e, excepted := m.excepted(c, of.Tickets); excepted {
			exceptions = append(exceptions, result.Exception{Criterion: c.Name, Department: e.Department, Category: e.Category, Reason: e.Reason})
			continue
		}
		met = append(met, c.met(m.values))
	}
	return met, exceptions
}

// measure takes the values that a criterion asks for.
func (m *gauge) measure(c Criterion, of Subject) {
	switch c.Kind {
	case KindPeople:
		m.within(result.MeasurePeopleWithin, result.MeasureTicketsWithin, c.Days, of.Tickets, c.People)
	case KindUnusual:
		if of.Expected == nil {
			m.short = true
			return
		}
		m.reporters(result.MeasurePeople, result.MeasureTickets, of.Tickets, c.People)
		m.atLeast(result.MeasureTimesExpected, float64(len(of.Tickets)) / *of.Expected, c.Times)
	case KindHours:
		if of.PersonHours == nil {
			m.short = true
			return
		}
		m.atLeast(result.MeasureHours, *of.PersonHours, c.Hours)
	case KindRepeat:
		m.measureReturn(c, of)
	case KindSecurity:
		m.within(result.MeasureAttackPeople, result.MeasureAttackTickets, c.Days, m.Filter(of.Tickets, of.Attack), c.People)
	case KindExecutive:
		listed := m.Filter(of.Tickets, func(t int32) bool { return m.listed(c, t) })
		m.reporters(result.MeasureListedPeople, result.MeasureListedTickets, listed, c.People)
	case KindChronic:
		m.atLeast(result.MeasureWeeks, float64(m.WeeksWith(of.Tickets)), float64(c.Weeks))
		m.atLeast(result.MeasureTicketsPerWeek, float64(len(of.Tickets))*7/float64(of.WindowDays), c.Tickets)
	}
}

// measureReturn measures whether the issue of tickets came back within their
// scope: its tickets before the last long enough gap, how many of them had been
// resolved when the next one came, and the people since.
func (m *gauge) measureReturn(c Criterion, of Subject) {
	all := of.Issue
	for i := len(all) - 1; i > 0; i-- {
		gap := m.Day[all[i-1]] - m.Day[all[i]] - 1
		if gap < c.Days || m.Day[all[i]] > m.Day[of.Tickets[0]] {
			continue
		}
		before, back := all[:i], m.Tickets[all[i]].Opened
		resolved := m.Filter(before, func(t int32) bool {
			end := m.Tickets[t].Finished()
			return !m.EndsKnown || !end.IsZero() && !end.After(back)
		})
		m.atLeast(result.MeasureQuietDays, float64(gap), float64(c.Days))
		m.atLeast(result.MeasureTicketsBefore, float64(len(before)), c.Tickets)
		m.atLeast(result.MeasureResolvedBefore, float64(len(resolved)), resolvedShare*float64(len(before)))
		m.reporters(result.MeasurePeopleSince, result.MeasureTicketsSince, all[i:], c.People)
		return
	}
	m.short = true
}

// MeasureReturn returns the met criteria when the return after a fix that people
// declared counts, and true if one of them is a return: then nobody has to wait for
// weeks of quiet to know that it was fixed.
func MeasureReturn(criteria []Criterion, d *dataset.Dataset, of Subject, met []result.Criterion, fix *result.FixCheck) ([]result.Criterion, bool) {
	for _, c := range criteria {
		if c.Kind != KindRepeat || !c.On || !c.asks(of.Kind) {
			continue
		}
		if slices.ContainsFunc(met, func(already result.Criterion) bool { return already.Name == c.Name }) {
			return met, true
		}
		since := d.Recent(of.Tickets, fix.Days)
		m := gauge{Dataset: d}
		m.add(result.Value{
			Measure: m.byPeople(result.MeasurePeopleSinceFix, result.MeasureTicketsSinceFix), Seen: float64(d.Reporters(since)), AtLeast: float64(c.People), Since: fix.On,
		})
		if _, excepted := m.excepted(c, of.Tickets); m.short || excepted {
			continue
		}
		return append(slices.Clone(met), c.met(m.values)), true
	}
	return met, false
}

// listed reports whether ticket t is of somebody whom a criterion lists.
func (m *gauge) listed(c Criterion, t int32) bool {
	k := &m.Tickets[t]
	for _, l := range []struct {
		list  []string
		value string
	}{{c.Locations, k.Place()}, {c.Departments, k.Department}, {c.Requesters, k.Requester}} {
		for _, name := range l.list {
			if dataset.SameSpelling(name, l.value) {
				return true
			}
		}
	}
	return false
}

// excepted returns the first exception that holds for all tickets.
func (m *gauge) excepted(c Criterion, tickets []int32) (Exception, bool) {
	for _, e := range c.Except {
		inside := m.Filter(tickets, func(t int32) bool {
			return e.holds(m.Tickets[t].Department, m.Tickets[t].Category)
		})
		if len(inside) == len(tickets) {
			return e, true
		}
	}
	return Exception{}, false
}

// holds reports whether the exception is about a department and a category.
func (e Exception) holds(department, category string) bool {
	return (e.Department == "" || dataset.SameSpelling(e.Department, department)) && (e.Category == "" || dataset.SameSpelling(e.Category, category))
}

// byPeople chooses the measure of people, or that of tickets where the export names
// nobody.
func (m *gauge) byPeople(people, tickets result.Measure) result.Measure {
	if m.People == 0 {
		return tickets
	}
	return people
}

// gauge collects the values of one criterion and remembers whether one is too low.
type gauge struct {
	*dataset.Dataset
	values []result.Value
	short  bool
}

func (m *gauge) add(v result.Value) {
	m.values = append(m.values, v)
	m.short = m.short || v.Seen < v.AtLeast
}

func (m *gauge) atLeast(what result.Measure, seen, want float64) {
	m.add(result.Value{Measure: what, Seen: seen, AtLeast: want})
}

// reporters asks for so many people behind tickets.
func (m *gauge) reporters(people, tickets result.Measure, seen []int32, want int) {
	m.atLeast(m.byPeople(people, tickets), float64(m.Reporters(seen)), float64(want))
}

// within asks for so many people behind the tickets of any run of days.
func (m *gauge) within(people, tickets result.Measure, days int, seen []int32, want int) {
	m.add(result.Value{Measure: m.byPeople(people, tickets), Seen: float64(m.mostReportersWithin(seen, days)), AtLeast: float64(want), Days: days})
}

// mostReportersWithin is the largest number of different people whose tickets
// stand in any run of days days.
func (m *gauge) mostReportersWithin(tickets []int32, days int) int {
	most := 0
	for i, first := range tickets {
		end := i
		for end < len(tickets) && m.Day[first]-m.Day[tickets[end]] < days {
			end++
		}
		most = max(most, m.Reporters(tickets[i:end]))
	}
	return most
}
