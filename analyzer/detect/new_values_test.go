package detect

import (
	"fmt"
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

// A value begins with its first ticket, unless it is so rare that it may be
// chance that none came before; what was tried out long before is no past.
func TestScopeWindow(t *testing.T) {
	const long = 7 * 26
	each := func(n, from, to int) (days []int) {
		for i := range n {
			days = append(days, from+i*(to-from)/max(n-1, 1))
		}
		return days
	}
	for _, c := range []struct {
		name string
		days []int // before AsOf, of the tickets of the value
		want int   // earlier windows of 14 days, of 12
	}{
		{"always there", each(60, 0, long-1), 12},
		{"first seen a few days after the export begins", each(60, 0, long-4), 12},
		{"two weeks old", each(20, 0, 13), 0},
		{"five weeks old", each(40, 0, 34), 0},
		{"half a year, growing", slices.Concat(each(60, 0, 13), each(30, 14, 60), each(15, 61, 150)), 10},
		{"a trickle, then thirty times of it", slices.Concat(each(60, 0, 13), each(15, 14, 40), each(6, 41, 150)), 4},
		{"twelve weeks old", each(60, 0, 83), 5},
		{"tried out once, then new", append(each(30, 0, 13), 170), 0},
		{"one in ten tried it out", slices.Concat(each(30, 0, 13), each(4, 120, 170)), 12},
		{"rare: two tickets", each(2, 3, 9), 12},
		{"nothing but an outbreak", each(9, 0, 13), 0},
		{"a quiet place with an outbreak", append(each(12, 0, 13), 60, 90, 150), 12},
	} {
		d := fixture.NewDesk(5, 0, 0)
		add := func(day int, department string) {
			fault := fixture.Faults[d.Random.IntN(len(fixture.Faults))]
			d.Open(day, department, fmt.Sprint("person ", d.Random.IntN(40)), fault.Category, fault.Subject, "")
		}
		for day := range long {
			add(day, "Old")
			add(day, "Old")
		}
		for _, day := range c.days {
			add(day, "Value")
		}
		e := dataset.New(d.Tickets, fixture.LastDay)
		s := newSearch(e, text.NewIndex(e.Vectors()), defaults)
		value := slices.Index(e.Fields[dataset.Department].Name, "Value")
		at := slices.IndexFunc(s.windows, func(w Window) bool { return w.Days == 14 })
		if got := s.scopeWindow(e.FirstSeen[dataset.Department][value], s.windows[at]).Past; got != c.want {
			t.Errorf("%s: %d earlier windows, want %d", c.name, got, c.want)
		}
	}
}

// The search compares with the past by the test that the options name, in every
// step: one that is never surprised finds nothing that has a past.
func TestSearchTakesTheStatisticOfTheOptions(t *testing.T) {
	d := fixture.NewDesk(1, 26, 60)
	d.PlantCrashes(0)
	e := dataset.New(d.Tickets, fixture.LastDay)
	o := defaults
	o.Budget, o.Shuffles = [FamilyCount]float64{DepartmentGroups: 1, OtherGroups: 1}, 2 // words have a test of their own
	if found := Search(e, o); len(found.Patterns) == 0 {
		t.Fatal("the built-in statistic finds nothing: this test cannot fail")
	}
	o.Test = unmoved{}
	if found := Search(e, o); len(found.Patterns) > 0 || found.Tests == 0 {
		t.Errorf("%d patterns of %d groups tested, want none of some", len(found.Patterns), found.Tests)
	}
}

// unmoved is a statistic that no count surprises.
type unmoved struct{}

func (unmoved) Label() string { return "unmoved" }
func (unmoved) Compare(s stat.Sample) stat.Result {
	return stat.Result{Expected: float64(s.Count), P: 1, Size: 1}
}
func (unmoved) LowestP(stat.Sample) float64 { return 1 }
