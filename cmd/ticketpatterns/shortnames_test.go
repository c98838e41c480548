package main

import (
	"maps"
	"strings"
	"testing"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
)

func TestShortNames(t *testing.T) {
	for _, test := range []struct {
		paths []string
		want  map[string]string
	}{
		{[]string{"/home/eva/exports/march.csv", "-"}, map[string]string{"/home/eva/exports/march.csv": "march.csv", "-": "-"}},
		{[]string{"/a/north/t.csv", "/a/south/t.csv"}, map[string]string{"/a/north/t.csv": "north/t.csv", "/a/south/t.csv": "south/t.csv"}},
		{[]string{"/a/x/t.csv", "/b/x/t.csv", "u.csv"}, map[string]string{"/a/x/t.csv": "/a/x/t.csv", "/b/x/t.csv": "/b/x/t.csv", "u.csv": "u.csv"}},
		{[]string{"/a/t.csv", "/a/t.csv"}, map[string]string{"/a/t.csv": "t.csv"}},
	} {
		if got := shortNames(test.paths); !maps.Equal(got, test.want) {
			t.Errorf("%q: got %v, want %v", test.paths, got, test.want)
		}
	}
}

// Nothing of a report tells where its exports were.
func TestReportTellsNoFolders(t *testing.T) {
	const path = "/home/eva/secret/t.csv"
	r := &reading{
		batch: &ingest.Batch{
			Files:    []ingest.File{{Name: path, Problem: path + ":3: a quote is not closed", Rejected: 1, Rows: 1}},
			Warnings: []string{path + ": 1 row is without an id"},
			Rejects:  []ticket.Reject{{Pos: ticket.Pos{File: path, Line: 3}}},
		},
		changes: &ingest.Changes{}, people: &ingest.People{},
	}
	r.shorten()
	in := r.input(nil)
	for _, check := range in.Quality {
		in.Warnings = append(in.Warnings, check.Check, check.Value, check.Effect)
	}
	for _, reject := range r.rejects() {
		in.Warnings = append(in.Warnings, reject.Error())
	}
	for _, file := range r.inputs() {
		in.Warnings = append(in.Warnings, file.File)
	}
	all := strings.Join(in.Warnings, "\n")
	if strings.Contains(all, "secret") || strings.Count(all, "t.csv") != 5 {
		t.Errorf("the report says\n%s", all)
	}
}
