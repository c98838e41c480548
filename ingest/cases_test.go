package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ticketpatterns/analyzer/ticket"
)

// exportCase is a file in testdata/cases, each of which stands for a kind of
// export that was once read wrongly, with the values that are right.
type exportCase struct {
	file    string
	options Options
	rows    int    // tickets; 0 for 24
	columns string // field=Header, separated by "; "; an empty header for a field that no column holds
	first   string // of the first ticket: field=value, likewise
}

var exportCases = []exportCase{
	{file: "35-zone-in-the-header", columns: "opened=Created (UTC+5:30)", first: "opened=2026-03-16T08:05:00+05:30"},
	{file: "36-weekday-proves-the-order", columns: "opened=Opened", first: "opened=2026-03-02T08:05:00Z"},
	{
		file: "37-japanese", columns: "opened=受付日時; id=受付番号; subject=件名", first: "opened=2026-03-16T08:05:00Z; id=0; subject=プリンターが動かない",
		options: Options{Columns: []ColumnMapping{{"opened", "受付日時"}, {"subject", "件名"}, {"id", "受付番号"}}},
	},
}

func TestCases(t *testing.T) {
	for _, c := range exportCases {
		t.Run(c.file, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("testdata", "cases", c.file+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			readsAs(t, c, text)
		})
	}
}

// readsAs checks that text reads as a case says.
func readsAs(t *testing.T, c exportCase, text []byte) {
	t.Helper()
	b, err := ReadReader(strings.NewReader(string(text)), "export.csv", c.options)
	if err != nil {
		t.Fatal(err)
	}
	if c.rows == 0 {
		c.rows = 24
	}
	if len(b.Tickets) != c.rows || len(b.Rejects) > 0 {
		t.Errorf("%d tickets and %d rejects, want %d and 0; %v", len(b.Tickets), len(b.Rejects), c.rows, b.Rejects)
	}
	held := map[string]string{}
	for _, column := range b.Files[0].Columns {
		held[column.Field] = column.Headers[0]
		if rows := b.Files[0].Rows; column.Filled > rows {
			t.Errorf("%s is filled in %d of %d rows", column.Field, column.Filled, rows)
		}
	}
	for field, header := range pairs(c.columns) {
		if held[field] != header {
			t.Errorf("%s is read from %q, want %q", field, held[field], header)
		}
	}
	if len(b.Tickets) == 0 {
		return
	}
	for field, want := range pairs(c.first) {
		if got := written(&b.Tickets[0], ticket.FieldNamed(field)); got != want {
			t.Errorf("%s of the first ticket is %q, want %q", field, got, want)
		}
	}
}

func pairs(list string) map[string]string {
	out := map[string]string{}
	for pair := range strings.SplitSeq(list, "; ") {
		if field, value, ok := strings.Cut(pair, "="); ok {
			out[field] = value
		}
	}
	return out
}
