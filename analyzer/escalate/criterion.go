package escalate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
)

// The kinds of criteria.
const (
	KindPeople    = "people"    // People different people within Days days
	KindUnusual   = "unusual"   // seen at least Times times as often as usual, by People people
	KindHours     = "hours"     // at least Hours hours lost
	KindRepeat    = "repeat"    // back, by People people, after Days days without a ticket, Tickets tickets before; or after a declared fix
	KindSecurity  = "security"  // People different people tell of an attack within Days days
	KindExecutive = "executive" // People people of the listed locations, departments or requesters
	KindChronic   = "chronic"   // Tickets tickets a week in at least Weeks weeks
)

// criterionKinds are all kinds, with the patterns that they speak of. People,
// unusual, hours and repeat speak of what is new.
var criterionKinds = []struct {
	name string
	asks []result.Kind
}{
	{KindPeople, []result.Kind{result.MajorIncident, result.Emerging}},
	{KindUnusual, []result.Kind{result.MajorIncident, result.Emerging}},
	{KindHours, []result.Kind{result.MajorIncident, result.Emerging}},
	{KindRepeat, []result.Kind{result.Emerging}},
	{KindSecurity, []result.Kind{result.MajorIncident, result.Emerging, result.Chronic}},
	{KindExecutive, []result.Kind{result.MajorIncident, result.Emerging, result.Chronic}},
	{KindChronic, []result.Kind{result.Chronic}},
}

// Sentence is a criterion in words. The built-in ones are English and said in the
// reader's language; what a site writes stays as it is.
type Sentence string

// Criterion is one written sentence that decides an escalation.
type Criterion struct {
	Name string `mapstructure:"name"`
	// Kind says what is measured: people, unusual, hours, repeat, security,
	// executive or chronic.
	Kind string `mapstructure:"kind"`
	On   bool   `mapstructure:"on"`
	// Text is the sentence as people read it; {people}, {days}, {times},
	// {hours}, {weeks} and {tickets} stand for the parameters below. One that is
	// not built in is written in the reader's language right away.
	Text    Sentence `mapstructure:"text"`
	People  int      `mapstructure:"people"`
	Days    int      `mapstructure:"days"`
	Times   float64  `mapstructure:"times"`
	Hours   float64  `mapstructure:"hours"`
	Weeks   int      `mapstructure:"weeks"`
	Tickets float64  `mapstructure:"tickets"`
	// Locations, Departments and Requesters are whom an executive criterion is
	// about, compared without case.
	Locations   []string `mapstructure:"locations"`
	Departments []string `mapstructure:"departments"`
	Requesters  []string `mapstructure:"requesters"`
	// Except are the documented exceptions.
	Except []Exception `mapstructure:"except"`
}

// Exception says where a criterion does not count, and why. A pattern is
// excepted if all its tickets have the department and the category; one of them
// may be "", for any.
type Exception struct {
	Department string `mapstructure:"department"`
	Category   string `mapstructure:"category"`
	Reason     string `mapstructure:"reason"`
}

// DefaultCriteria returns the built-in escalation criteria.
func DefaultCriteria() []Criterion {
	return []Criterion{
		{
			Name: "people", Kind: KindPeople, On: true, People: 8, Days: 14,
			Text: "At least {people} different people report the same issue within {days} days.",
		},
		{
			Name: "unusual", Kind: KindUnusual, On: true, People: 3, Times: 3,
			Text: "At least {people} different people report an issue at least {times} times as often as usual.",
		},
		{
			Name: "hours", Kind: KindHours, On: true, Hours: 40,
			Text: "One issue cost people at least {hours} working hours within its window.",
		},
		{
			Name: "repeat after fix", Kind: KindRepeat, On: true, People: 4, Days: 28, Tickets: 5,
			Text: "At least {people} different people report an issue again that had been resolved in {tickets} or more tickets and then was quiet for {days} days, or that was declared fixed.",
		},
		{
			Name: "security", Kind: KindSecurity, On: true, People: 3, Days: 14,
			Text: "At least {people} different people tell of something that looks like an attack within {days} days.",
		},
		{
			Name: "executive site", Kind: KindExecutive, On: false, People: 1,
			Text: "At least {people} of the people who report it works at a place or in a department whose standstill the board has asked to hear of.",
		},
		{
			Name: "chronic", Kind: KindChronic, On: true, Weeks: 9, Tickets: 2,
			Text: "One issue came in at least {weeks} of the weeks looked at, with {tickets} or more tickets a week.",
		},
	}
}

// Validate returns all mistakes of criteria at once, each naming its config.yaml key.
func Validate(criteria []Criterion) []error {
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
	case KindRepeat:
		need("people", float64(c.People))
		need("days", float64(c.Days))
		need("tickets", c.Tickets)
	case KindSecurity:
		need("people", float64(c.People))
		need("days", float64(c.Days))
	case KindExecutive:
		need("people", float64(c.People))
		if c.On && len(c.Locations)+len(c.Departments)+len(c.Requesters) == 0 {
			wrong = append(wrong, fmt.Errorf("%s: names no locations, departments or requesters, want some, or on: false", at))
		}
	case KindChronic:
		need("weeks", float64(c.Weeks))
		need("tickets", c.Tickets)
	default:
		var names []string
		for _, k := range criterionKinds {
			names = append(names, k.name)
		}
		wrong = append(wrong, fmt.Errorf("%s.kind: unknown kind %q, want one of %s", at, c.Kind, strings.Join(names, ", ")))
	}
	for _, m := range placeholder.FindAllString(string(c.Text), -1) {
		if !slices.Contains(placeholders, m) {
			wrong = append(wrong, fmt.Errorf("%s.text: unknown word %s, want one of %s", at, m, strings.Join(placeholders, ", ")))
		}
	}
	return append(wrong, c.validateExceptions(at)...)
}

// placeholders are the words in braces that a sentence may hold.
var (
	placeholders = []string{"{people}", "{days}", "{times}", "{hours}", "{weeks}", "{tickets}"}
	placeholder  = regexp.MustCompile(`\{[^{}]*\}`)
)

// validateExceptions refuses exceptions that say nothing or give no reason.
func (c Criterion) validateExceptions(at string) []error {
	var wrong []error
	for i, e := range c.Except {
		if e.Department == "" && e.Category == "" {
			wrong = append(wrong, fmt.Errorf("%s.except[%d]: names no department and no category, want at least one", at, i))
		}
		if strings.TrimSpace(e.Reason) == "" {
			wrong = append(wrong, fmt.Errorf("%s.except[%d].reason: is empty, want why the criterion does not count there", at, i))
		}
	}
	return wrong
}

// Excepted returns the first documented exception for tickets of a department and
// a category; "" is a ticket that names none.
func (c Criterion) Excepted(department, category string) (Exception, bool) {
	for _, e := range c.Except {
		if e.holds(department, category) {
			return e, true
		}
	}
	return Exception{}, false
}

// asks reports whether the criterion speaks of patterns of a kind.
func (c Criterion) asks(kind result.Kind) bool {
	for _, k := range criterionKinds {
		if k.name == c.Kind {
			return slices.Contains(k.asks, kind)
		}
	}
	return false
}

// met is the criterion in the result, with the values that reached it.
func (c Criterion) met(values []result.Value) result.Criterion {
	return result.Criterion{
		Name: c.Name, Kind: c.Kind, Text: string(c.Text), People: c.People, Days: c.Days, Times: c.Times, Hours: c.Hours,
		Weeks: c.Weeks, Tickets: c.Tickets, Values: values,
	}
}
