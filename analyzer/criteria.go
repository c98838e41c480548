package analyzer

import "fmt"

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
