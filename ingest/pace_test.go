package ingest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"ticketpatterns/ingest/csv"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// paces are ways to divide the work: what is read must not depend on them.
func paces(sizes ...int) []pace {
	var out []pace
	for _, size := range sizes {
		for _, workers := range []int{1, 3} {
			out = append(out, pace{workers: workers, chunk: size, spoil: true})
		}
	}
	return out
}

// whole reads a file in one piece, as no chunk can be that large.
var whole = pace{workers: 1, chunk: 1 << 30}

// readAt reads text at a pace.
func readAt(text []byte, o Options, p pace) (*Batch, string) {
	o.pace = p
	b, err := ReadReader(bytes.NewReader(text), "export.csv", o)
	if err != nil {
		return b, err.Error()
	}
	return b, ""
}

// samePaces checks that text reads the same at all paces.
func samePaces(t interface{ Fatalf(string, ...any) }, text []byte, o Options, all []pace) {
	want, wantErr := readAt(text, o, whole)
	for _, p := range all {
		got, gotErr := readAt(text, o, p)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" || gotErr != wantErr {
			t.Fatalf("in chunks of %d bytes on %d cores (-whole +chunks), errors %q and %q:\n%s\n%.2000q", p.chunk, p.workers, wantErr, gotErr, diff, text)
		}
	}
}

func TestPaceChangesNothingInFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/*.?sv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		samePaces(t, text, Options{}, paces(1, 100, 1000))
	}
}

// hostileRow draws a row of an export with the columns id, opened, subject and
// description, or something that is none.
var hostileRow = rapid.Custom(func(t *rapid.T) string {
	cell := rapid.OneOf(
		rapid.SampledFrom([]string{
			"", " ", "x", "printer", "Müller", "2026-03-05 10:15", "05/03/2026", "13/03/2026", "\"", "\"\"", "\"\"\"", " \"x\" ", "\"a,b\"", "\"a\nb\"", "\"a\r\nb\"",
			"\"say \"\"hi\"\"\"", "\"say \"hi\" now\"", "\"open", "close\"", "a\rb", "\"a\rb\"", "\xff", "\x00", "\"1\n2,2026-03-05,x,y\n3\"", "'=1", "null",
		}),
		rapid.StringMatching(`[a", \r\n]{0,8}`),
	)
	end := rapid.SampledFrom([]string{"\n", "\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", ""}).Draw(t, "end")
	if rapid.Bool().Draw(t, "good") {
		return fmt.Sprintf("%d,2026-03-05 10:%02d,%s,\"two\nlines\"%s", rapid.IntRange(0, 30).Draw(t, "id"), rapid.IntRange(0, 59).Draw(t, "minute"), cell.Draw(t, "cell"), end)
	}
	return strings.Join(rapid.SliceOfN(cell, 1, 6).Draw(t, "cells"), ",") + end
})

func TestPaceChangesNothingInHostileFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := "id,opened,subject,description\n" + strings.Join(rapid.SliceOfN(hostileRow, 0, 40).Draw(t, "rows"), "")
		size := rapid.IntRange(1, len(text)).Draw(t, "chunk")
		samePaces(t, []byte(text), Options{DateOrder: "dmy"}, paces(1, 16, size))
	})
}

// One unclosed quote, and many of them, in files that are longer than what may
// lie between two quotes.
func TestPaceChangesNothingAroundUnclosedQuotes(t *testing.T) {
	row := "1,2026-03-05 10:15,printer," + strings.Repeat("x", 1000) + "\n"
	many := strings.Repeat(row, 2*csv.MaxRecordBytes/len(row))
	for name, text := range map[string]string{
		"one":             many + "2,2026-03-05 10:16,\"printer,y\n" + many,
		"one at the end":  many + "2,2026-03-05 10:16,\"printer,y",
		"closed far away": "2,2026-03-05 10:16,\"printer,y\n" + many + "3,2026-03-05,z\",y\n",
		"every 64th":      strings.Repeat(strings.Repeat(row, 63)+"2,2026-03-05 10:16,\"printer,y\n", len(many)/len(row)/64),
		"not doubled":     strings.Repeat("2,2026-03-05 10:16,\"\"\"printer\" jams,y\n", 5000),
		"a long line":     many + "2,2026-03-05 10:16," + strings.Repeat("y", csv.MaxRecordBytes+10) + ",z\n" + row,
	} {
		t.Run(name, func(t *testing.T) {
			samePaces(t, []byte("id,opened,subject,description\n"+text), Options{}, []pace{{workers: 2, spoil: true}, {workers: 2, chunk: 300_000, spoil: true}})
		})
	}
}

// A stream whose length is not known beforehand reads like a file.
func TestReadStream(t *testing.T) {
	var text, packed bytes.Buffer
	if err := writeExport(&text, 3000); err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(text.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	want, _ := readAt(text.Bytes(), Options{}, whole)
	if len(want.Tickets) != 3000 {
		t.Fatalf("read %d tickets, want 3000", len(want.Tickets))
	}
	for name, r := range map[string]io.Reader{
		"stdin": io.MultiReader(bytes.NewReader(text.Bytes())), "bytewise": iotest.OneByteReader(bytes.NewReader(text.Bytes())), "gzip": &packed,
	} {
		got, err := ReadReader(r, "export.csv", Options{pace: pace{chunk: 10_000, spoil: true}})
		if err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(want.Tickets, got.Tickets); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// FuzzChunks cuts any text into chunks of any size, which must not show.
func FuzzChunks(f *testing.F) {
	f.Add([]byte("1,2026-03-05 10:15,\"two\nlines\"\n2,\"x\n3,2026-03-05,y\r\n4,2026-03-05,\"a\"\"b\"\r"), uint(7))
	f.Add([]byte("\"1\",\"2026-03-05\",\"x\n\"\"y\"\"\n\"\n\n,,\n\"\r\n"), uint(20))
	f.Add([]byte("1,2026-03-05,\"a\n2,2026-03-05,b\n3,2026-03-05,\"c\"\n"), uint(1))
	f.Fuzz(func(t *testing.T, rows []byte, size uint) {
		text := append([]byte("id,opened,subject\n"), rows...)
		samePaces(t, text, Options{DateOrder: "mdy"}, paces(1+int(size%uint(len(text)+1))))
	})
}
