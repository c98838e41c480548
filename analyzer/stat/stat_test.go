package stat_test

import (
	"math"
	"testing"

	"ticketpatterns/analyzer/stat"
)

// near tells whether got is want but for a relative error; two NaN are near.
func near(got, want, relative float64) bool {
	if math.IsNaN(want) {
		return math.IsNaN(got)
	}
	return got == want || math.Abs(got-want) <= relative*math.Abs(want)
}

func TestTestsAreFoundByTheirLabel(t *testing.T) {
	for label, test := range stat.Tests {
		if test.Label() != label {
			t.Errorf("Tests[%q].Label() = %q", label, test.Label())
		}
	}
	if _, ok := stat.Tests["gamma-poisson"]; !ok {
		t.Error("Tests has no gamma-poisson")
	}
}
