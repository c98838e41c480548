package owner

import (
	"strings"
	"testing"
)

// The map knows a ticket by its words, fields, notes or group; not by the group of the
// help desk, which holds tickets for everybody.
func TestFit(t *testing.T) {
	unknown := Facts{Subject: "zorbl humming", Category: "Q17", Group: "Group 22"}
	for name, known := range map[string]Facts{
		"word":     {Subject: "printer jam"},
		"category": {Category: "Printing"},
		"item":     {ConfigurationItem: "SRV-SQL-01"},
		"notes":    {Subject: "zorbl humming", Resolution: "print driver renewed"},
		"group":    {Subject: "zorbl humming", Group: "IT Network Operations"},
	} {
		facts := []Facts{known}
		for range 7 {
			facts = append(facts, unknown)
		}
		f := DefaultMap().Finder()
		f.Learn(facts)
		if got := f.Fit(); got != (Fit{1, 8}) || !got.Fits() {
			t.Errorf("%s: %v, fits %v; want 1 of 8, which fits", name, got, got.Fits())
		}
		f.Learn(append(facts, unknown))
		if got := f.Fit(); got != (Fit{1, 9}) || got.Fits() {
			t.Errorf("%s: %v, fits %v; want 1 of 9, which does not", name, got, got.Fits())
		}
	}
	f := DefaultMap().Finder()
	f.Learn([]Facts{{Subject: strings.Repeat("hum ", 9), Group: "Service Desk"}})
	if got := f.Fit(); got != (Fit{0, 1}) {
		t.Errorf("group of the desk: %v, want 0 of 1", got)
	}
	if !(Fit{}).Fits() {
		t.Error("no tickets do not fit")
	}
}
