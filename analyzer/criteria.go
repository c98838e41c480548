package analyzer

import (
	"fmt"
	"strconv"
	"strings"

	"ticketpatterns/analyzer/result"
)

// The kinds of criteria.
const (
	KindPeople  = "people"  // People different people within Days days
	KindUnusual = "unusual" // seen at least Times times as often as expected, by People people
	KindHours   = "hours"   // Hours hours waited
	KindChronic = "chronic" // Tickets tickets a week in at least Weeks weeks
)

func validateCriteria(criteria []Criterion) []error {
	var wrong []error
	seen := map[string]bool{}
	for i, c := range criteria {
		at := fmt.Sprintf("criteria[%d]", i)
		if c.Name == "" {
			wrong = append(wrong, fmt.Errorf("%s.name: is empty, want a name", at))
		}
		if seen[c.Name] {
			wrong = append(wrong, fmt.Errorf("%s.name: %q is there twice, want each name once", at, c.Name))
		}
		seen[c.Name] = true
		wrong = append(wrong, c.validate(at)...)
	}
	return wrong
}

func (c Criterion) validate(at string) []error {
	var wrong []error
	need := func(key string, value float64) {
		if value <= 0 {
			wrong = append(wrong, fmt.Errorf("%s.%s: is %g, want more than 0 for kind %q", at, key, value, c.Kind))
		}
	}
	switch c.Kind {
	case KindPeople:
		need("people", float64(c.People))
		need("days", float64(c.Days))
	case KindUnusual:
		need("people", float64(c.People))
		need("times", c.Times)
	case KindHours:
		need("hours", c.Hours)
	case KindChronic:
		need("weeks", float64(c.Weeks))
		need("tickets", c.Tickets)
	default:
		wrong = append(wrong, fmt.Errorf("%s.kind: unknown kind %q, want one of people, unusual, hours, chronic", at, c.Kind))
	}
	return wrong
}

// criteria returns the criteria that a pattern meets, each with the values that
// decided it. People, unusual and hours speak of what is new and are asked of
// emerging patterns; chronic patterns have their own.
func (r *reporter) criteria(p *result.Pattern, tickets []int32) []result.Criterion {
	met := []result.Criterion{}
	for _, c := range r.options.Criteria {
		if !c.On || (c.Kind == KindChronic) != (p.Kind == result.Chronic) {
			continue
		}
		if values, ok := r.measure(c, p, tickets); ok {
			met = append(met, result.Criterion{Name: c.Name, Text: c.sentence(), Values: values})
		}
	}
	return met
}

// measure takes the values that a criterion asks for and tells whether all are
// reached.
func (r *reporter) measure(c Criterion, p *result.Pattern, tickets []int32) ([]result.Value, bool) {
	var m measures
	switch c.Kind {
	case KindPeople:
		m.atLeast("people within "+plural(c.Days, "day", "days"), float64(r.mostPeopleWithin(tickets, c.Days)), float64(c.People))
	case KindUnusual:
		if p.Expected == nil {
			return nil, false
		}
		m.atLeast("people", float64(p.Requesters), float64(c.People))
		m.atLeast("times as often as expected", float64(len(p.Tickets)) / *p.Expected, c.Times)
	case KindHours:
		if p.Impact.PersonHours == nil {
			return nil, false
		}
		m.atLeast("hours waited", *p.Impact.PersonHours, c.Hours)
	case KindChronic:
		weeks := weeksWith(r.export, tickets)
		m.atLeast("weeks with a ticket", float64(weeks), float64(c.Weeks))
		m.atLeast("tickets a week", float64(len(tickets))*7/float64(p.WindowDays), c.Tickets)
	}
	return m.values, !m.short
}

// measures collects values and remembers whether one is too low.
type measures struct {
	values []result.Value
	short  bool
}

func (m *measures) atLeast(name string, seen, want float64) {
	m.values = append(m.values, result.Value{Name: name, Seen: number(seen), Want: ">= " + number(want)})
	m.short = m.short || seen < want
}

// number writes a measured value with at most one decimal.
func number(x float64) string { return strconv.FormatFloat(round(x, 10), 'f', -1, 64) }

// mostPeopleWithin is the largest number of different people whose tickets
// stand in any run of days days.
func (r *reporter) mostPeopleWithin(tickets []int32, days int) int {
	most := 0
	for i, first := range tickets {
		end := i
		for end < len(tickets) && r.export.day[first]-r.export.day[tickets[end]] < days {
			end++
		}
		most = max(most, r.export.distinctPeople(tickets[i:end]))
	}
	return most
}

// sentence is the criterion as people read it.
func (c Criterion) sentence() string {
	return strings.NewReplacer(
		"{people}", strconv.Itoa(c.People), "{days}", strconv.Itoa(c.Days), "{times}", number(c.Times),
		"{hours}", number(c.Hours), "{weeks}", strconv.Itoa(c.Weeks), "{tickets}", number(c.Tickets),
	).Replace(c.Text)
}
