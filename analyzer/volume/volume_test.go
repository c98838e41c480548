package volume

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/ticket"
)

// asOf is a Sunday.
var asOf = time.Date(2026, time.June, 28, 18, 0, 0, 0, time.UTC)

// office invents a desk of ten sites and eight teams with perDay tickets a working
// day and a fifth of that on weekends, everything drawn independently.
type office struct {
	*rand.Rand
	tickets []ticket.Ticket
}

func newOffice(seed uint64, days, perDay int) *office {
	o := &office{Rand: rand.New(rand.NewPCG(seed, 3))}
	for back := range days {
		n := perDay
		if d := asOf.AddDate(0, 0, -back).Weekday(); d == time.Saturday || d == time.Sunday {
			n = perDay / 5
		}
		if d := asOf.AddDate(0, 0, -back).Weekday(); d == time.Monday {
			n = perDay * 3 / 2
		}
		o.day(back, n)
	}
	return o
}

func (o *office) day(back, n int) {
	for range n {
		o.open(back, fmt.Sprintf("Site %d", o.IntN(10)), fmt.Sprintf("Team %d", o.IntN(8)), fmt.Sprintf("person %d", o.IntN(900)))
	}
}

func (o *office) open(back int, site, team, person string) {
	o.tickets = append(o.tickets, ticket.Ticket{
		Source: "t", ID: fmt.Sprint(len(o.tickets)), Opened: asOf.AddDate(0, 0, -back).Add(-time.Duration(o.IntN(9)) * time.Hour),
		Subject: fmt.Sprintf("word%d word%d word%d", o.IntN(400), o.IntN(400), o.IntN(400)), Requester: person, Location: site, AssignmentGroup: team,
	})
}

func (o *office) search() (*dataset.Dataset, Result) {
	data := dataset.New(o.tickets, asOf)
	return data, Search(data, Options{FalseAlarms: 0.25, Permutations: 40, MinPeople: 4, MinTickets: 4, BaselineMinWeeks: 8})
}

func describe(d *dataset.Dataset, r Result) []string {
	var out []string
	for _, p := range r.Patterns {
		out = append(out, fmt.Sprintf("%s %d/%d", p.Scope.Describe(d), p.WindowDays, p.EndsBack))
	}
	return out
}

// A site with 24 tickets more within two days, which say different things and are
// held by all teams, is one finding: the site, in these days.
func TestSiteOutageIsFoundOnce(t *testing.T) {
	o := newOffice(1, 182, 50)
	for i := range 24 {
		o.open(3+i%2, "Site 4", fmt.Sprintf("Team %d", i%8), fmt.Sprintf("person %d", 100+i))
	}
	d, r := o.search()
	if got, want := describe(d, r), []string{"location Site 4 2/3"}; !slices.Equal(got, want) {
		t.Fatalf("found %v, want %v", got, want)
	}
	p := r.Patterns[0]
	if len(p.Tickets) < 24 || p.Expected < 5 || p.Expected > 15 {
		t.Errorf("%d tickets, %g expected; want the 24 and some 10 usual ones", len(p.Tickets), p.Expected)
	}
}

// Only the pair is struck: its site and its team have the same tickets, but thinned.
func TestPairIsNamedIfOnlyThePairIsStruck(t *testing.T) {
	o := newOffice(2, 182, 60)
	for i := range 16 {
		o.open(2, "Site 4", "Team 3", fmt.Sprintf("person %d", 100+i))
	}
	d, r := o.search()
	if got, want := describe(d, r), []string{"location Site 4, assignment group Team 3 1/2"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

// Twenty tickets of one person are no outage.
func TestOnePersonIsNoOutage(t *testing.T) {
	o := newOffice(3, 182, 50)
	for range 20 {
		o.open(2, "Site 4", "Team 3", "person 7")
	}
	if d, r := o.search(); len(r.Patterns) != 0 {
		t.Errorf("found %v, want nothing", describe(d, r))
	}
}

// A surge of everything, a Monday and a quiet time are the desk's, not each scope's.
func TestSurgeOfTheDeskIsNoSurgeOfItsScopes(t *testing.T) {
	o := newOffice(4, 182, 40)
	for back := range 5 {
		o.day(back+1, 120)
	}
	if d, r := o.search(); len(r.Patterns) > 1 {
		t.Errorf("found %v, want nothing but for chance", describe(d, r))
	}
}

// Thirty days are a past for a day or two, not for a week; fewer are none.
func TestYoungExports(t *testing.T) {
	for _, test := range []struct {
		days  int
		found bool
	}{{40, true}, {25, false}} {
		o := newOffice(5, test.days, 50)
		for i := range 30 {
			o.open(0, "Site 4", fmt.Sprintf("Team %d", i%8), fmt.Sprintf("person %d", 100+i))
		}
		d, r := o.search()
		if got := describe(d, r); test.found != slices.Contains(got, "location Site 4 1/0") || !test.found && len(got) > 0 {
			t.Errorf("%d days: found %v, want Site 4: %v", test.days, got, test.found)
		}
	}
}

// What is accepted holds where nothing happened. Twenty exports, a quarter of a false
// alarm each: five are expected, and more than eleven come up in 1 % of all trials.
func TestFalseAlarmsKeepTheirBudget(t *testing.T) {
	found := 0
	for seed := range uint64(20) {
		_, r := newOffice(100+seed, 182, 40).search()
		found += len(r.Patterns)
	}
	if found > 11 {
		t.Errorf("%d false alarms in 20 exports, want 5 or so", found)
	}
}

// A past outage hides neither the next one nor teaches the search to expect it.
func TestPastOutagesDoNotHideTheNext(t *testing.T) {
	o := newOffice(6, 182, 50)
	for _, back := range []int{2, 30, 51, 72, 100, 141} {
		for i := range 24 {
			o.open(back, "Site 4", fmt.Sprintf("Team %d", i%8), fmt.Sprintf("person %d", 100+i))
		}
	}
	d, r := o.search()
	if got, want := describe(d, r), "location Site 4 1/2"; len(got) == 0 || got[0] != want {
		t.Errorf("found %v, want %v first", got, want)
	}
}

func TestSearchIsTheSameTwice(t *testing.T) {
	o := newOffice(7, 120, 40)
	for i := range 20 {
		o.open(1, "Site 4", "Team 1", fmt.Sprintf("person %d", i))
	}
	d, first := o.search()
	_, second := o.search()
	if fmt.Sprint(first.Patterns, first.Null) != fmt.Sprint(second.Patterns, second.Null) {
		t.Errorf("first %v, then %v", describe(d, first), describe(d, second))
	}
}
