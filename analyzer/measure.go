package analyzer

import (
	"slices"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/cause"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
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
		p.Criteria = append(p.Criteria, result.Criterion{Name: c.Name, Text: c.sentence(r.say), Values: values})
	}
}

// measure takes the values that a criterion asks for and tells whether all are
// reached.
func (r *reporter) measure(c Criterion, p *result.Pattern, s dataset.Scope, tickets []int32) ([]result.Value, bool) {
	m := measures{say: r.say}
	switch c.Kind {
	case KindPeople:
		m.atLeast(r.voicesWithin(c.Days), float64(r.mostVoicesWithin(tickets, c.Days)), float64(c.People))
	case KindUnusual:
		if p.Expected == nil {
			return nil, false
		}
		m.atLeast(r.voiceWords("people", "tickets"), float64(r.export.Reporters(tickets)), float64(c.People))
		m.atLeast(r.say.Text("times as often as expected"), float64(len(p.Tickets)) / *p.Expected, c.Times)
	case KindHours:
		if p.Impact.PersonHours == nil {
			return nil, false
		}
		m.atLeast(r.say.Text("hours waited"), *p.Impact.PersonHours, c.Hours)
	case KindRepeat:
		r.measureReturn(&m, c, s, tickets)
	case KindSecurity:
		attacks := r.export.Filter(tickets, func(t int32) bool { return cause.Names(cause.Security, r.causeFacts(t)) })
		m.atLeast(r.attackedWithin(c.Days), float64(r.mostVoicesWithin(attacks, c.Days)), float64(c.People))
	case KindExecutive:
		listed := r.export.Filter(tickets, func(t int32) bool { return r.listed(c, t) })
		m.atLeast(r.voiceWords("people of the list", "tickets of the list"), float64(r.export.Reporters(listed)), float64(c.People))
	case KindChronic:
		m.atLeast(r.say.Text("weeks with a ticket"), float64(weeksWith(r.export, tickets)), float64(c.Weeks))
		m.atLeast(r.say.Text("tickets a week"), float64(len(tickets))*7/float64(p.WindowDays), c.Tickets)
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
		m.atLeast(r.say.Text("days without a ticket"), float64(gap), float64(c.Days))
		m.atLeast(r.say.Text("tickets before"), float64(len(before)), c.Tickets)
		m.atLeast(r.say.Text("of these resolved"), float64(len(resolved)), resolvedShare*float64(len(before)))
		m.atLeast(r.voiceWords("people since then", "tickets since then"), float64(r.export.Reporters(all[i:])), float64(c.People))
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
		m := measures{say: r.say}
		m.atLeast(r.voiceWords("people since the fix of %s", "tickets since the fix of %s", r.say.Date(f.On)), float64(r.export.Reporters(since)), float64(c.People))
		if _, excepted := r.excepted(c, s.tickets); m.short || excepted {
			continue
		}
		s.Criteria = append(s.Criteria, result.Criterion{Name: c.Name, Text: c.sentence(r.say), Values: m.values})
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
	}{{c.Locations, placeOf(k)}, {c.Departments, k.Department}, {c.Requesters, k.Requester}} {
		for _, name := range l.list {
			if same(name, l.value) {
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
	return (e.Department == "" || same(e.Department, department)) && (e.Category == "" || same(e.Category, category))
}

// voiceWords says what voices counts.
func (r *reporter) voiceWords(people, tickets say.English, operands ...any) string {
	if r.export.People == 0 {
		people = tickets
	}
	return r.say.Text(people, operands...)
}

func (r *reporter) voicesWithin(days int) string {
	if r.export.People == 0 {
		return r.say.Count(days, "tickets within %d day", "tickets within %d days")
	}
	return r.say.Count(days, "people within %d day", "people within %d days")
}

func (r *reporter) attackedWithin(days int) string {
	if r.export.People == 0 {
		return r.say.Count(days, "tickets that tell of an attack within %d day", "tickets that tell of an attack within %d days")
	}
	return r.say.Count(days, "people that tell of an attack within %d day", "people that tell of an attack within %d days")
}

// measures collects values and remembers whether one is too low.
type measures struct {
	say    *say.Language
	values []result.Value
	short  bool
}

func (m *measures) atLeast(name string, seen, want float64) {
	m.values = append(m.values, result.Value{Name: name, Seen: m.say.Decimal(seen), Want: ">= " + m.say.Decimal(want)})
	m.short = m.short || seen < want
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
