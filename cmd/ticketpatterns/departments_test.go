package main

import (
	"testing"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

func TestDepartmentsAreNamed(t *testing.T) {
	batch := &ingest.Batch{Tickets: make([]ticket.Ticket, 3), Files: []ingest.File{{Recognition: ingest.Recognition{Columns: []ingest.Column{
		{Field: "department", Headers: []string{"Dept"}, Filled: 3}, {Field: "location", Headers: []string{"Site"}, Filled: 3},
	}}}}}
	merged := []ingest.Merge{{Name: "Finance", Spellings: []string{"finance dept"}, Tickets: 2}}
	for _, c := range []struct {
		name     string
		batch    *ingest.Batch
		prepared ingest.Prepared
		want     string
	}{
		{"from the export", batch, ingest.Prepared{From: ingest.DepartmentSources{Named: 3}}, `from the export ("Dept")`},
		{"people fill gaps", batch, ingest.Prepared{From: ingest.DepartmentSources{Named: 3, People: 2}}, `from the export ("Dept"), else the list of people`},
		{"people only", &ingest.Batch{}, ingest.Prepared{From: ingest.DepartmentSources{People: 2}}, "from the list of people"},
		{"nothing", &ingest.Batch{}, ingest.Prepared{}, "none known"},
		{"location", batch, ingest.Prepared{From: ingest.DepartmentSources{StandIn: ingest.FromLocation, Stood: 3}}, `the location of 3 tickets stands for the department, which 0 of 3 name; it is read from "Site"`},
		{"spellings", batch, ingest.Prepared{Merged: merged, From: ingest.DepartmentSources{Named: 3}}, `from the export ("Dept"); 1 department was written in several ways`},
	} {
		r := reading{batch: c.batch, Prepared: c.prepared}
		if got := english.CheckValue(r.departmentCheck()); got != c.want {
			t.Errorf("%s: check says %q, want %q", c.name, got, c.want)
		}
	}
}
