package main

import (
	"testing"
	"ticketpatterns/ingest/prepare"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

func TestDepartmentsAreNamed(t *testing.T) {
	batch := &ingest.Batch{Tickets: make([]ticket.Ticket, 3), Files: []ingest.File{{Recognition: ingest.Recognition{Columns: []ingest.Column{
		{Field: "department", Headers: []string{"Dept"}, Filled: 3}, {Field: "location", Headers: []string{"Site"}, Filled: 3},
	}}}}}
	merged := []prepare.Merge{{Name: "Finance", Spellings: []string{"finance dept"}, Tickets: 2}}
	for _, c := range []struct {
		name     string
		batch    *ingest.Batch
		prepared prepare.Prepared
		want     string
	}{
		{"from the export", batch, prepare.Prepared{From: prepare.DepartmentSources{Named: 3}}, `from the export ("Dept")`},
		{"people fill gaps", batch, prepare.Prepared{From: prepare.DepartmentSources{Named: 3, People: 2}}, `from the export ("Dept"), else the list of people`},
		{"people only", &ingest.Batch{}, prepare.Prepared{From: prepare.DepartmentSources{People: 2}}, "from the list of people"},
		{"nothing", &ingest.Batch{}, prepare.Prepared{}, "none known"},
		{"location", batch, prepare.Prepared{From: prepare.DepartmentSources{StandIn: prepare.FromLocation, Stood: 3}}, `the location of 3 tickets stands for the department, which 0 of 3 name; it is read from "Site"`},
		{"spellings", batch, prepare.Prepared{Merged: merged, From: prepare.DepartmentSources{Named: 3}}, `from the export ("Dept"); 1 department was written in several ways`},
	} {
		r := reading{batch: c.batch, Prepared: c.prepared}
		if got := english.CheckValue(r.departmentCheck()); got != c.want {
			t.Errorf("%s: check says %q, want %q", c.name, got, c.want)
		}
	}
}
