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

// FuzzStamp reads any text as a time: what is one can be written and read back.
func FuzzStamp(f *testing.F) {
	for _, s := range []string{"2026-03-05 10:15", "13/05/26 1:00 pm", "Tue Mar 05 10:15:00 CET 2026", "18/jul/26 9:10 AM", "1772705700.5", "5 août 2026 à 14h30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range orders {
			at := parseStamp(s).time(o, Options{}.location())
			if at.IsZero() {
				continue
			}
			if back := parseStamp(formatTime(at)).time(unordered, nil); !back.Equal(at) {
				t.Errorf("%q read %s is %s, which reads back as %s", s, o, formatTime(at), formatTime(back))
			}
		}
	})
}
