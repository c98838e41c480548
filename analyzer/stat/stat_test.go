package stat_test

import (
	"testing"

	"ticketpatterns/analyzer/stat"
)

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
