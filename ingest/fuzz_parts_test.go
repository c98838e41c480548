package ingest

import (
	"strings"
	"testing"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/system"
)

// FuzzSniff finds delimiter and header in any bytes: what it says lies inside
// the text, and the header that it names is understood.
func FuzzSniff(f *testing.F) {
	for _, s := range []string{"id,opened\n1,2026-03-05\n", "sep=;\nid;opened\n", "#TYPE x\n\nid\topened\r1\t2\r", "report\n\n\"id\",\"opened\nat\",created\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := csv.Sniff(text, ticketSchema().vocabulary(nil))
		if err != nil {
			return
		}
		if l.Offset < 0 || l.Offset > len(text) || l.Line < 1 || l.Next <= l.Line || l.Comma == "" || len(l.Preamble) > 3 {
			t.Fatalf("layout %+v of %d bytes", l, len(text))
		}
		known := 0
		for _, h := range l.Header {
			if key := system.FoldHeader(h); ticketSchema().known[key] || nearUsual(key) {
				known++
			}
		}
		if known < l.Score || l.Score < 2 {
			t.Fatalf("score %d, but %d headers of %q are understood", l.Score, known, l.Header)
		}
		csv.SampleBlock(text, l)
	})
}

// FuzzMatchHeaders gives any headers, one on each line, to fields: folding is
// settled after once, no column holds two fields, and none is made up.
func FuzzMatchHeaders(f *testing.F) {
	for _, s := range []string{"id\nopened", "Incident ID*+\nReported Date+", "Custom field (Impact)\nCustom field (", "\ufeffNumber\n№\nNumber", "Titre\nDate d'ouverture\n\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, headers string) {
		var cols []column
		for h := range strings.SplitSeq(headers, "\n") {
			if again := fold.Key(fold.Key(h)); again != fold.Key(h) {
				t.Fatalf("%q folds to %q and then to %q", h, fold.Key(h), again)
			}
			cols = append(cols, column{name: csv.Trim(h), key: system.FoldHeader(h), spoken: spoken(h), values: []string{"1"}})
		}
		sys, sure, _ := recognise(ticketSchema(), cols)
		if sys == nil || sure < 0 || sure > 1 {
			t.Fatalf("%q: %v with confidence %g", headers, sys, sure)
		}
		p, err := newPlan(ticketSchema(), sys, cols, nil)
		if err != nil {
			t.Fatal(err)
		}
		holder := make(map[int]string)
		for _, field := range p.fields {
			for _, i := range field.columns {
				if i < 0 || i >= len(cols) || holder[i] != "" {
					t.Fatalf("%q: column %d holds %s and %s", headers, i, holder[i], field.field)
				}
				holder[i] = field.field
			}
		}
		if len(cols) > 0 && cols[0].name != "" {
			if _, err := newPlan(ticketSchema(), sys, cols, []ColumnMapping{{Field: "subject", Column: cols[0].name}}); err != nil {
				t.Fatalf("%q is a column, yet: %v", cols[0].name, err)
			}
		}
	})
}
