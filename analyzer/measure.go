package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
)

// resolvedShare is the share of an issue's earlier tickets that must have been
// resolved for its return to be one after a fix.
const resolvedShare = 0.75

// criteria fills in the criteria that a pattern of a scope meets, each with the
// values that decided it, and the exceptions that kept one from counting.
func (r *reporter) criteria(p *result.Pattern, s dataset.Scope, tickets []int32) {
	p.Criteria, p.Exceptions = []result.Criterion{}, []result.Exception{}
	for _, c := range r.options.Criteria {
		if !c.On || !c.asks(p.Kind) {
			continue
		}
		values, ok := r.measure(c, p, s, tickets)
		if !ok {
			continue
		}
		if e, excepted := r.excepted(c, tickets); excepted {
			p.Exceptions = append(p.Exceptions, result.Exception{Criterion: c.Name, Department: e.Department, Category: e.Category, Reason: e.Reason})
			continue
		}
		p.Criteria = append(p.Criteria, c.met(values))
	}
}

// measure takes the values that a criterion asks for and tells whether all are
// reached.
func (r *reporter) measure(c Criterion, p *result.Pattern, s dataset.Scope, tickets []int32) ([]result.Value, bool) {
	m := measures{}
	switch c.Kind {
	case KindPeople:
		m.within(r.byPeople(result.MeasurePeopleWithin, result.MeasureTicketsWithin), c.Days, float64(r.mostVoicesWithin(tickets, c.Days)), float64(c.People))
	case KindUnusual:
		if p.Expected == nil {
			return nil, false
		}
		m.atLeast(r.byPeople(result.MeasurePeople, result.MeasureTickets), float64(r.export.Reporters(tickets)), float64(c.People))
		m.atLeast(result.MeasureTimesExpected, float64(len(p.Tickets)) / *p.Expected, c.Times)
	case KindHours:
		if p.Impact.PersonHours == nil {
			return nil, false
		}
		m.atLeast(result.MeasureHours, *p.Impact.PersonHours, c.Hours)
	case KindRepeat:
		r.measureReturn(&m, c, s, tickets)
	case KindSecurity:
		attacks := r.export.Filter(tickets, func(t int32) bool { return cause.Names(cause.Security, r.describe.CauseFacts(t)) })
		m.within(r.byPeople(result.MeasureAttackPeople, result.MeasureAttackTickets), c.Days, float64(r.mostVoicesWithin(attacks, c.Days)), float64(c.People))
	case KindExecutive:
		listed := r.export.Filter(tickets, func(t int32) bool { return r.listed(c, t) })
		m.atLeast(r.byPeople(result.MeasureListedPeople, result.MeasureListedTickets), float64(r.export.Reporters(listed)), float64(c.People))
	case KindChronic:
		m.atLeast(result.MeasureWeeks, float64(r.export.WeeksWith(tickets)), float64(c.Weeks))
		m.atLeast(result.MeasureTicketsPerWeek, float64(len(tickets))*7/float64(p.WindowDays), c.Tickets)
	}
	return m.values, !m.short
}

// measureReturn measures whether the issue of tickets came back within their
// scope: its tickets before the last long enough gap, how many of them had been
// resolved when the next one came, and the people since.
func (r *reporter) measureReturn(m *measures, c Criterion, s dataset.Scope, tickets []int32) {
	all := r.inScope(r.issueHolding(tickets), s)
	for i := len(all) - 1; i > 0; i-- {
		gap := r.export.Day[all[i-1]] - r.export.Day[all[i]] - 1
		if gap < c.Days || r.export.Day[all[i]] > r.export.Day[tickets[0]] {
			continue
		}
		before, back := all[:i], r.export.Tickets[all[i]].Opened
		resolved := r.export.Filter(before, func(t int32) bool {
			end := r.export.Tickets[t].Finished()
			return !r.export.EndsKnown || !end.IsZero() && !end.After(back)
		})
		m.atLeast(result.MeasureQuietDays, float64(gap), float64(c.Days))
		m.atLeast(result.MeasureTicketsBefore, float64(len(before)), c.Tickets)
		m.atLeast(result.MeasureResolvedBefore, float64(len(resolved)), resolvedShare*float64(len(before)))
		m.atLeast(r.byPeople(result.MeasurePeopleSince, result.MeasureTicketsSince), float64(r.export.Reporters(all[i:])), float64(c.People))
		return
	}
	m.short = true
}

// repeatAfterFix adds the criterion of a return where the fix that people declared
// does not hold: then nobody has to wait for weeks of quiet to know that it was one.
func (r *reporter) repeatAfterFix(s *sighting, f *result.FixCheck) bool {
	since := r.export.Recent(s.tickets, f.Days)
	for _, c := range r.options.Criteria {
		if c.Kind != KindRepeat || !c.On || !c.asks(s.Kind) {
			continue
		}
		if slices.ContainsFunc(s.Criteria, func(met result.Criterion) bool { return met.Name == c.Name }) {
			return true
		}
		m := measures{}
		m.since(r.byPeople(result.MeasurePeopleSinceFix, result.MeasureTicketsSinceFix), f.On, float64(r.export.Reporters(since)), float64(c.People))
		if _, excepted := r.excepted(c, s.tickets); m.short || excepted {
			continue
		}
		s.Criteria = append(s.Criteria, c.met(m.values))
		return true
	}
	return false
}

// listed reports whether ticket t is of somebody whom a criterion lists.
func (r *reporter) listed(c Criterion, t int32) bool {
	k := &r.export.Tickets[t]
	for _, l := range []struct {
		list  []string
		value string
	}{{c.Locations, k.Place()}, {c.Departments, k.Department}, {c.Requesters, k.Requester}} {
		for _, name := range l.list {
			if dataset.Same(name, l.value) {
				return true
			}
		}
	}
	return false
}

// excepted returns the first exception that holds for all tickets.
func (r *reporter) excepted(c Criterion, tickets []int32) (Exception, bool) {
	for _, e := range c.Except {
		inside := r.export.Filter(tickets, func(t int32) bool {
			return e.holds(r.export.Tickets[t].Department, r.export.Tickets[t].Category)
		})
		if len(inside) == len(tickets) {
			return e, true
		}
	}
	return Exception{}, false
}

// holds reports whether the exception is about a department and a category.
func (e Exception) holds(department, category string) bool {
	return (e.Department == "" || dataset.Same(e.Department, department)) && (e.Category == "" || dataset.Same(e.Category, category))
}

// byPeople chooses the measure of people, or that of tickets where the export names
// nobody.
func (r *reporter) byPeople(people, tickets result.Measure) result.Measure {
	if r.export.People == 0 {
		return tickets
	}
	return people
}

// measures collects values and remembers whether one is too low.
type measures struct {
	values []result.Value
	short  bool
}

func (m *measures) add(v result.Value) {
	m.values = append(m.values, v)
	m.short = m.short || v.Seen < v.AtLeast
}

func (m *measures) atLeast(what result.Measure, seen, want float64) {
	m.add(result.Value{Measure: what, Seen: seen, AtLeast: want})
}

func (m *measures) within(what result.Measure, days int, seen, want float64) {
	m.add(result.Value{Measure: what, Seen: seen, AtLeast: want, Days: days})
}

func (m *measures) since(what result.Measure, day result.Day, seen, want float64) {
	m.add(result.Value{Measure: what, Seen: seen, AtLeast: want, Since: day})
}

// mostVoicesWithin is the largest number of different people whose tickets
// stand in any run of days days.
func (r *reporter) mostVoicesWithin(tickets []int32, days int) int {
	most := 0
	for i, first := range tickets {
		end := i
		for end < len(tickets) && r.export.Day[first]-r.export.Day[tickets[end]] < days {
			end++
		}
		most = max(most, r.export.Reporters(tickets[i:end]))
	}
	return most
}
