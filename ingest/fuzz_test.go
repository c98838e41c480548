package ingest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// FuzzRead reads any bytes: it never panics, loses no row, and what it could
// read it writes and reads back the same.
func FuzzRead(f *testing.F) {
	fixtures, err := filepath.Glob("testdata/*.csv")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range fixtures {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text, "")
	}
	f.Add([]byte("id;opened;subject\n1;03/04/2026;\"x\n2;05.04.26 1:00 PM;y\"\"\r3;;\x00\xff"), "dmy")
	f.Add([]byte("\xff\xfei\x00d\x00,\x00o\x00p\x00e\x00n\x00e\x00d\x00\n\x00"), "mdy")
	f.Add([]byte("\x1f\x8b\x08"), "")
	f.Fuzz(func(t *testing.T, in []byte, order string) {
		o := Options{DateOrder: order}
		if o.Validate() != nil {
			o.DateOrder = "ymd"
		}
		b, err := ReadReader(bytes.NewReader(in), "fuzz.csv", o)
		if err != nil {
			return
		}
		balanced(t, b.Files)
		if f := b.Files[0]; f.Kept != len(b.Tickets) || f.Rejected != len(b.Rejects) {
			t.Fatalf("kept %d and rejected %d, but %d tickets and %d rejects", f.Kept, f.Rejected, len(b.Tickets), len(b.Rejects))
		}
		for i := range b.Tickets {
			if b.Tickets[i].Opened.IsZero() || b.Tickets[i].ID == "" || b.Tickets[i].Source == "" {
				t.Fatalf("ticket without opened, id or source: %+v", b.Tickets[i])
			}
		}
		first := canonical(t, b.Tickets)
		again, err := ReadReader(bytes.NewReader([]byte(first)), "again.csv", Options{})
		if err != nil {
			t.Fatalf("%v\n%q", err, first)
		}
		if second := canonical(t, again.Tickets); second != first {
			t.Fatalf("written first:\n%q\nthen:\n%q", first, second)
		}
	})
}
