package analyzer

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/internal/fixture"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
)

var (
	// lastDay is the day that all invented desks end with.
	lastDay = fixture.LastDay
	// crashes are eight reports of one crashing application.
	crashes = fixture.Crashes
)

// invented is an invented desk that can be analysed.
type invented struct{ *fixture.Desk }

func newDesk(seed uint64, weeks, perWeek int) *invented {
	return &invented{fixture.NewDesk(seed, weeks, perWeek)}
}

// analyze analyses the desk with the default options and owners.
func (d *invented) analyze(t *testing.T) *result.Analysis {
	t.Helper()
	o := DefaultOptions()
	o.AsOf = lastDay
	o.Owners = owner.DefaultMap()
	a, err := Analyze(Input{Tickets: d.Tickets}, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// about returns the patterns whose exemplars or label name word.
func about(a *result.Analysis, word string) []result.Pattern {
	var out []result.Pattern
	for _, p := range a.Patterns {
		said := p.Label
		for _, e := range p.Exemplars {
			said += " " + e.Subject
		}
		if strings.Contains(strings.ToLower(said), word) {
			out = append(out, p)
		}
	}
	return out
}
