package main

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

func TestDepartmentsAreNamed(t *testing.T) {
	batch := &ingest.Batch{Tickets: make([]ticket.Ticket, 3), Files: []ingest.File{{Recognition: ingest.Recognition{Columns: []ingest.Column{
		{Field: "department", Headers: []string{"Dept"}, Filled: 3}, {Field: "location", Headers: []string{"Site"}, Filled: 3},
	}}}}}
	merged := []ingest.Merge{{Name: "Finance", Spellings: []string{"finance dept"}, Tickets: 2}}
	for _, c := range []struct {
		name           string
		reading        reading
		value, warning string
	}{
		{"from the export", reading{batch: batch, from: ingest.DepartmentSources{Named: 3}}, `from the export ("Dept")`, ""},
		{"people fill gaps", reading{batch: batch, from: ingest.DepartmentSources{Named: 3, People: 2}}, `from the export ("Dept"), else the list of people`, ""},
		{"people only", reading{batch: &ingest.Batch{}, from: ingest.DepartmentSources{People: 2}}, "from the list of people", ""},
		{"nothing", reading{batch: &ingest.Batch{}}, "none known", "no ticket names a department, so no pattern is tied to one"},
		{"location", reading{batch: batch, from: ingest.DepartmentSources{StandIn: ingest.FromLocation, Stood: 3}}, `the location of 3 tickets stands for the department, which 0 of 3 name; it is read from "Site"`, "only 0 of 3 tickets name a department, so the location stands for it"},
		{
			"spellings", reading{batch: batch, merged: merged, from: ingest.DepartmentSources{Named: 3}}, `from the export ("Dept"); 1 department was written in several ways`,
			`departments written in several ways count as one, in 2 tickets: "Finance" for "finance dept"`,
		},
	} {
		if got := english.CheckValue(c.reading.departmentCheck()); got != c.value {
			t.Errorf("%s: check says %q, want %q", c.name, got, c.value)
		}
		got := strings.Join(words.Writer{}.Warnings(c.reading.departmentWarnings()), "\n")
		if !strings.HasPrefix(got, c.warning) || (got == "") != (c.warning == "") {
			t.Errorf("%s: warnings are %q, want %q", c.name, got, c.warning)
		}
	}
}
