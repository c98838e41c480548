package detect

import (
	"math"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// The families share all the false alarms by their weights; what one cannot use on
// an export the others get.
func TestFamiliesShareTheBudget(t *testing.T) {
	tickets := fixture.NewDesk(1, 26, 60).Tickets
	var nowhere []ticket.Ticket
	for _, t := range tickets {
		t.Department = "All"
		nowhere = append(nowhere, t)
	}
	for _, c := range []struct {
		name    string
		tickets []ticket.Ticket
		groups  [2]float64 // of departments, of others
	}{
		{"departments", tickets, [2]float64{1.5, 0.5}},
		{"one department", nowhere, [2]float64{0, 2}},
	} {
		e := dataset.New(c.tickets, fixture.LastDay)
		o := defaults
		o.FalseAlarmsPerReport, o.Budget = 2, [FamilyCount]float64{DepartmentGroups: 3, OtherGroups: 1}
		s := newSearch(e, text.NewIndex(e.Vectors()), o)
		for i, f := range []Family{DepartmentGroups, OtherGroups} {
			if got := s.accepted[f]; math.Abs(got-c.groups[i]) > 1e-9 {
				t.Errorf("%s: %s gets %g false alarms, want %g", c.name, FamilyNames[f], got, c.groups[i])
			}
		}
	}
}

// Each pattern lies below the threshold of its own family, and the first is the one
// that chance shows least.
func TestPatternsAreMeasuredByTheirFamily(t *testing.T) {
	d := fixture.NewDesk(1, 26, 60)
	d.PlantCrashes(0)
	found := Search(dataset.New(d.Tickets, fixture.LastDay), defaults)
	threshold := map[Family]float64{}
	for _, f := range found.Families {
		threshold[f.Family] = f.Threshold
	}
	if len(found.Patterns) == 0 {
		t.Fatal("nothing found: this test cannot fail")
	}
	last := 0.0
	for _, p := range found.Patterns {
		strongest := p.ByChance
		for _, a := range p.Also {
			strongest = min(strongest, a.ByChance)
		}
		if strongest < last || p.ByChance > defaults.FalseAlarmsPerReport || p.P() >= threshold[p.Family] {
			t.Errorf("%s: %g by chance, after one of %g; p %g, threshold %g", FamilyNames[p.Family], strongest, last, p.P(), threshold[p.Family])
		}
		last = strongest
	}
}
