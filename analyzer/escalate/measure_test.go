package escalate

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"ticketpatterns/analyzer/dataset"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// lastDay is the day of the analysis in the tests.
var lastDay = time.Date(2026, 6, 28, 17, 0, 0, 0, time.UTC)

// clerks are tickets of one issue, one for each number of days back, each of
// another person.
func clerks(change func(i int, k *ticket.Ticket), daysBack ...int) (*dataset.Dataset, []int32) {
	var tickets []ticket.Ticket
	var numbers []int32
	for i, d := range daysBack {
		opened := lastDay.AddDate(0, 0, -d)
		k := ticket.Ticket{
			ID: fmt.Sprint(i), Opened: opened, Resolved: opened.Add(10 * time.Hour), Requester: fmt.Sprintf("clerk %d", i),
			Department: "Finance", Category: "Software", Location: "Leeds", Subject: "crash on posting",
		}
		if change != nil {
			change(i, &k)
		}
		tickets, numbers = append(tickets, k), append(numbers, int32(i))
	}
	return dataset.New(tickets, lastDay), numbers
}

func ptr(v float64) *float64 { return &v }

// phishing reports whether a ticket of clerks tells of an attack.
func phishing(d *dataset.Dataset) func(int32) bool {
	return func(t int32) bool { return strings.Contains(d.Tickets[t].Description, "phishing") }
}

// days counts down from first to last.
func days(first, last int) []int {
	var out []int
	for d := first; d >= last; d-- {
		out = append(out, d)
	}
	return out
}

// Every kind of criterion, met with the values that decided it, and not met by
// one less.
func TestCriteria(t *testing.T) {
	finance := func(_ int, k *ticket.Ticket) { k.Department = "Finance" }
	attack := func(_ int, k *ticket.Ticket) { k.Description = "looks like phishing" }
	unnamed := func(_ int, k *ticket.Ticket) { k.Requester = "" }
	unresolved := func(_ int, k *ticket.Ticket) { k.Resolved = time.Time{} }
	comeback := append(days(64, 60), days(5, 2)...) // five tickets, 54 days of quiet, four tickets
	for _, c := range []struct {
		name      string
		criterion Criterion
		days      []int
		change    func(int, *ticket.Ticket)
		pattern   result.Pattern
		recent    int // of the tickets, the last are the pattern; 0 = all
		want      string
	}{
		// 9 people over 17 days: at most 7 of them within 14 days.
		{name: "people", criterion: Criterion{Kind: KindPeople, People: 7, Days: 14}, days: []int{16, 14, 12, 10, 8, 6, 4, 2, 0}, want: "people_within_days 7 >= 7"},
		{name: "too few people", criterion: Criterion{Kind: KindPeople, People: 8, Days: 14}, days: []int{16, 14, 12, 10, 8, 6, 4, 2, 0}},
		{name: "nobody is named", criterion: Criterion{Kind: KindPeople, People: 3, Days: 14}, days: days(3, 0), change: unnamed, want: "tickets_within_days 4 >= 3"},
		{
			name: "unusual", criterion: Criterion{Kind: KindUnusual, People: 4, Times: 3}, days: days(5, 0),
			pattern: result.Pattern{Expected: ptr(1.5), Tickets: make([]string, 6)}, want: "people 6 >= 4; times_expected 4 >= 3",
		},
		{
			name: "usual", criterion: Criterion{Kind: KindUnusual, People: 4, Times: 3}, days: days(5, 0),
			pattern: result.Pattern{Expected: ptr(2.5), Tickets: make([]string, 6)},
		},
		{name: "no baseline", criterion: Criterion{Kind: KindUnusual, People: 4, Times: 3}, days: days(5, 0)},
		{
			name: "hours", criterion: Criterion{Kind: KindHours, Hours: 40}, days: days(5, 0),
			pattern: result.Pattern{Impact: result.Impact{PersonHours: ptr(48.0)}}, want: "person_hours 48 >= 40",
		},
		{
			name: "few hours", criterion: Criterion{Kind: KindHours, Hours: 40}, days: days(5, 0),
			pattern: result.Pattern{Impact: result.Impact{PersonHours: ptr(39.0)}},
		},
		{name: "no times", criterion: Criterion{Kind: KindHours, Hours: 40}, days: days(5, 0)},
		{
			name: "repeat", criterion: Criterion{Kind: KindRepeat, People: 4, Days: 28, Tickets: 5}, days: comeback, recent: 4,
			want: "days_without_ticket 54 >= 28; tickets_before 5 >= 5; resolved_before 5 >= 3.75; people_since 4 >= 4",
		},
		{name: "never quiet", criterion: Criterion{Kind: KindRepeat, People: 4, Days: 28, Tickets: 5}, days: days(40, 0), recent: 4},
		{name: "new", criterion: Criterion{Kind: KindRepeat, People: 4, Days: 28, Tickets: 5}, days: days(5, 0)},
		{name: "back long before", criterion: Criterion{Kind: KindRepeat, People: 4, Days: 28, Tickets: 5}, days: append(days(104, 100), days(40, 0)...), recent: 4},
		{name: "never resolved", criterion: Criterion{Kind: KindRepeat, People: 4, Days: 28, Tickets: 5}, days: append([]int{64, 63, 62, 61, 60}, days(5, 2)...), recent: 4, change: func(i int, k *ticket.Ticket) {
			if i < 3 {
				unresolved(i, k)
			}
		}},
		{name: "security", criterion: Criterion{Kind: KindSecurity, People: 3, Days: 14}, days: days(2, 0), change: attack, want: "attack_people_within_days 3 >= 3"},
		{name: "no attack", criterion: Criterion{Kind: KindSecurity, People: 3, Days: 14}, days: days(9, 0)},
		{name: "executive by department", criterion: Criterion{Kind: KindExecutive, People: 2, Departments: []string{"FINANCE "}}, days: days(2, 0), change: finance, want: "listed_people 3 >= 2"},
		{name: "executive by place", criterion: Criterion{Kind: KindExecutive, People: 1, Locations: []string{"leeds"}}, days: days(2, 0), want: "listed_people 3 >= 1"},
		{name: "executive by person", criterion: Criterion{Kind: KindExecutive, People: 1, Requesters: []string{"Clerk 1"}}, days: days(2, 0), want: "listed_people 1 >= 1"},
		{name: "nobody of the list", criterion: Criterion{Kind: KindExecutive, People: 1, Departments: []string{"Board"}}, days: days(2, 0)},
		{
			name: "chronic", criterion: Criterion{Kind: KindChronic, Weeks: 4, Tickets: 1}, days: days(27, 0),
			pattern: result.Pattern{Kind: result.Chronic, WindowDays: 28}, want: "weeks_with_ticket 4 >= 4; tickets_per_week 7 >= 1",
		},
		{name: "chronic is not asked of what is new", criterion: Criterion{Kind: KindChronic, Weeks: 4, Tickets: 1}, days: days(27, 0)},
		{
			name: "few weeks", criterion: Criterion{Kind: KindChronic, Weeks: 5, Tickets: 1}, days: days(27, 0),
			pattern: result.Pattern{Kind: result.Chronic, WindowDays: 28},
		},
		{
			name: "people is not asked of what is chronic", criterion: Criterion{Kind: KindPeople, People: 1, Days: 14}, days: days(27, 0),
			pattern: result.Pattern{Kind: result.Chronic, WindowDays: 28},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, tickets := clerks(c.change, c.days...)
			all := tickets
			if c.recent > 0 {
				tickets = tickets[len(tickets)-c.recent:]
			}
			if c.pattern.Kind == "" {
				c.pattern.Kind = result.Emerging
			}
			c.criterion.Name, c.criterion.On = "mine", true
			ask := func(k Criterion) string {
				p := c.pattern
				met, _ := Measure([]Criterion{k}, d, Subject{
					Kind: p.Kind, Tickets: tickets, Issue: all, WindowDays: p.WindowDays, Expected: p.Expected, PersonHours: p.Impact.PersonHours, Attack: phishing(d),
				})
				var said []string
				for _, met := range met {
					for _, v := range met.Values {
						said = append(said, fmt.Sprintf("%s %.4g >= %.4g", v.Measure, v.Seen, v.AtLeast))
					}
				}
				return strings.Join(said, "; ")
			}
			if got := ask(c.criterion); got != c.want {
				t.Errorf("on: %q, want %q", got, c.want)
			}
			c.criterion.On = false
			if got := ask(c.criterion); got != "" {
				t.Errorf("off: %q, want nothing", got)
			}
		})
	}
}

func TestCriteriaAreQuotedWithTheirNumbers(t *testing.T) {
	d, tickets := clerks(nil, days(6, 0)...)
	criteria := []Criterion{{Name: "people", Kind: KindPeople, On: true, People: 7, Days: 14, Text: "{people} people in {days} days"}}
	met, _ := Measure(criteria, d, Subject{Kind: result.Emerging, Tickets: tickets, Issue: tickets})
	want := []result.Criterion{{Name: "people", Kind: KindPeople, Text: "{people} people in {days} days", People: 7, Days: 14, Values: []result.Value{{Measure: result.MeasurePeopleWithin, Seen: 7, AtLeast: 7, Days: 14}}}}
	if diff := cmp.Diff(want, met); diff != "" {
		t.Errorf("criteria (-want +got):\n%s", diff)
	}
}

// An exception is documented in the result, holds for its criterion only, and
// only where all tickets are of its department and category.
func TestExceptions(t *testing.T) {
	d, tickets := clerks(nil, days(6, 0)...)
	hours := 10.0
	on := Subject{Kind: result.Emerging, Tickets: tickets, Issue: tickets, PersonHours: &hours}
	for _, c := range []struct {
		name   string
		except Exception
		want   bool
	}{
		{"department", Exception{Department: "finance", Reason: "month end"}, true},
		{"category", Exception{Category: "Software", Reason: "month end"}, true},
		{"both", Exception{Department: "Finance", Category: "Software", Reason: "month end"}, true},
		{"another category", Exception{Department: "Finance", Category: "Hardware", Reason: "month end"}, false},
		{"another department", Exception{Department: "Legal", Reason: "month end"}, false},
	} {
		people := Criterion{Name: "people", Kind: KindPeople, On: true, People: 1, Days: 14, Except: []Exception{c.except}}
		hours := Criterion{Name: "hours", Kind: KindHours, On: true, Hours: 1}
		met, exceptions := Measure([]Criterion{people, hours}, d, on)
		excepted := len(exceptions) == 1 && exceptions[0].Reason == "month end" && exceptions[0].Criterion == "people"
		if excepted != c.want || len(met) == 2 == c.want {
			t.Errorf("%s: criteria %+v, exceptions %+v", c.name, met, exceptions)
		}
	}
	unmet := Criterion{Name: "people", Kind: KindPeople, On: true, People: 8, Days: 14, Except: []Exception{{Department: "Finance", Reason: "x"}}}
	if _, exceptions := Measure([]Criterion{unmet}, d, on); len(exceptions) != 0 {
		t.Error("an exception is told of a criterion that is not met")
	}
}

func TestValidateCriteria(t *testing.T) {
	for want, c := range map[string]Criterion{
		`criteria[0].kind: unknown kind "odd", want one of people, unusual, hours, repeat, security, executive, chronic`: {Name: "x", Kind: "odd"},
		`criteria[0].name: is empty`:                           {Kind: KindHours, Hours: 1},
		`criteria[0].tickets: is 0, want more than 0`:          {Name: "x", Kind: KindRepeat, People: 1, Days: 1},
		`criteria[0].days: is 0, want more than 0`:             {Name: "x", Kind: KindSecurity, People: 1},
		`criteria[0]: names no locations`:                      {Name: "x", Kind: KindExecutive, People: 1, On: true},
		`criteria[0].except[0]: names no department`:           {Name: "x", Kind: KindHours, Hours: 1, Except: []Exception{{Reason: "r"}}},
		`criteria[0].except[0].reason: is empty, want why the`: {Name: "x", Kind: KindHours, Hours: 1, Except: []Exception{{Category: "c", Reason: " "}}},
	} {
		wrong := Validate([]Criterion{c})
		if len(wrong) != 1 || !strings.Contains(wrong[0].Error(), want) {
			t.Errorf("%+v: %v\nwant %s", c, wrong, want)
		}
	}
	if wrong := Validate([]Criterion{{Name: "x", Kind: KindExecutive, People: 1}}); len(wrong) != 0 {
		t.Errorf("an executive criterion that is off needs no list: %v", wrong)
	}
}

// A return after a declared fix is a criterion of its own: with it alone the
// pattern is asked again, with the people since the fix; without it, it is not.
func TestReturnAfterADeclaredFix(t *testing.T) {
	repeat := slices.IndexFunc(DefaultCriteria(), func(c Criterion) bool { return c.Kind == KindRepeat })
	d, tickets := clerks(nil, append(days(40, 30), days(5, 0)...)...)
	on := Subject{Kind: result.Emerging, Tickets: tickets[11:], Issue: tickets}
	fix := &result.FixCheck{On: "2026-06-05", Days: 20}
	back := func(change func(*Criterion)) ([]result.Criterion, bool) {
		c := DefaultCriteria()[repeat]
		change(&c)
		return MeasureReturn([]Criterion{c}, d, on, []result.Criterion{}, fix)
	}
	met, is := back(func(*Criterion) {})
	if !is || len(met) != 1 || met[0].Values[0] != (result.Value{Measure: result.MeasurePeopleSinceFix, Seen: 6, AtLeast: 4, Since: "2026-06-05"}) {
		t.Errorf("met %v, %+v", is, met)
	}
	for name, change := range map[string]func(*Criterion){
		"off":                    func(c *Criterion) { c.On = false },
		"excepted":               func(c *Criterion) { c.Except = []Exception{{Department: "Finance", Reason: "is being replaced"}} },
		"six people, want seven": func(c *Criterion) { c.People = 7 },
	} {
		if met, is := back(change); is || len(met) != 0 {
			t.Errorf("%s: met %+v", name, met)
		}
	}
}
