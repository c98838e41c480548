package main

import (
	"maps"
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
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
			Warnings: []result.Warning{{Code: result.WarnNoIDs, File: path, Count: 1}},
			Rejects:  []ticket.Reject{{Pos: ticket.Pos{File: path, Line: 3}}},
		},
		changes: &ingest.Changes{}, people: &ingest.People{},
	}
	r.shorten()
	in := r.input()
	said := words.Writer{}.Warnings(in.Warnings)
	for _, check := range in.Quality {
		said = append(said, english.CheckName(check), english.CheckValue(check), english.CheckEffect(check))
	}
	for _, reject := range r.rejects() {
		said = append(said, reject.Error())
	}
	for _, file := range r.inputs() {
		said = append(said, file.File)
	}
	all := strings.Join(said, "\n")
	if strings.Contains(all, "secret") || strings.Count(all, "t.csv") != 5 {
		t.Errorf("the report says\n%s", all)
	}
}
