package detect

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/text"
)

// The bound that a few scopes give changes none of the p-values that the threshold is
// learned from.
func TestPilotChangesNoThreshold(t *testing.T) {
	const accepted = 0.3
	data := dataset.New(fixture.NewDesk(1, 26, 300).Tickets, fixture.LastDay)
	s := newSearch(data, text.NewIndex(data.Vectors()), defaults.completed())
	s.export = s.shuffle(0, false, s.newDepartments())
	with, without := newNullDistribution(accepted), newNullDistribution(accepted)
	needed := with.needed()
	bound := s.pilotBound(OtherGroups, weakestP, needed)
	if bound >= weakestP {
		t.Fatal("the pilot gives no bound: the test cannot fail")
	}
	s.addChance(OtherGroups, &with, 1)
	s.bounds[OtherGroups] = weakestP
	ps, below := s.chanceBelow(OtherGroups, needed, 1)
	without.add(ps, below)
	if len(with.ps) <= needed || !slices.Equal(with.ps[:needed+1], without.ps[:needed+1]) || with.threshold(accepted) != without.threshold(accepted) {
		t.Errorf("threshold %g with a pilot of bound %g, %g without:\n%v\n%v", with.threshold(accepted), bound, without.threshold(accepted), with.ps, without.ps)
	}
	if len(with.ps) > len(without.ps) {
		t.Errorf("%d p-values with the pilot, %d without", len(with.ps), len(without.ps))
	}
}
