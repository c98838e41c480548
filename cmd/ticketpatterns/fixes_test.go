package main

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest"
)

func TestFixesNameTheOption(t *testing.T) {
	held := []ingest.Column{{Field: "department", Filled: 5}}
	for _, c := range []struct {
		name string
		file ingest.File
		want []string
	}{
		{"nothing wrong", ingest.File{Rows: 9, Recognition: ingest.Recognition{Columns: held}}, nil},
		{
			"a column whose name a shell would run",
			ingest.File{Rows: 9, Recognition: ingest.Recognition{Columns: held, Unused: []string{"it's $(rm)"}, Missing: []ingest.Gap{{Field: "requester"}}, Candidates: []ingest.Candidate{{Field: "requester", Column: "it's $(rm)"}}}},
			[]string{`if "it's $(rm)" holds the requester: --map 'requester=it'\''s $(rm)'; or in config.yaml under reading, columns: [{field: requester, column: "it's $(rm)"}]`},
		},
		{
			"no column that may hold it",
			ingest.File{Rows: 9, Recognition: ingest.Recognition{Columns: held, Unused: []string{"Votes"}, Missing: []ingest.Gap{{Field: "requester"}, {Field: "closed"}}}},
			[]string{"if a column that is not used holds one of requester, closed, name it: --map requester=COLUMN"},
		},
		{
			"every column is used",
			ingest.File{Rows: 9, Recognition: ingest.Recognition{Columns: held, Missing: []ingest.Gap{{Field: "requester"}}}},
			[]string{"every column is used: export again with columns for requester"},
		},
		{
			"order taken as configured",
			ingest.File{Rows: 9, Recognition: ingest.Recognition{Columns: held}, Warnings: []result.Warning{
				{Code: result.WarnDateOrder, Column: "Date", Dates: &result.DateReading{Order: result.MonthFirst, Proof: result.ProofConfigured}},
				{Code: result.WarnEmptyField, Field: "requester", Count: 9, Of: 9},
			}},
			[]string{`if "Date" is not month first: --date-order dmy; or in config.yaml under reading, date_order: dmy`},
		},
		{
			"departments mostly empty",
			ingest.File{Rows: 11, Recognition: ingest.Recognition{Columns: held}},
			[]string{"departments: --people FILE.csv, a list of requesters with their departments; or in config.yaml under inputs, people: [FILE.csv]"},
		},
	} {
		if got := fixes(&c.file); !slices.Equal(got, c.want) {
			t.Errorf("%s: fixes are %q, want %q", c.name, got, c.want)
		}
	}
}
