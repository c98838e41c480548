package csv

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// On correct CSV the scanner cuts what encoding/csv cuts.
func TestScannerAgreesWithEncodingCSV(t *testing.T) {
	cell := rapid.SampledFrom([]string{"", "a", "b c", "x,y", "line\nline", "say \"hi\"", "\"", "ü", " lead", "\n", "1"})
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 5).Draw(t, "width")
		want := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 1, 20).Draw(t, "records")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		if err := w.WriteAll(want); err != nil {
			t.Fatal(err)
		}
		sc := newScanner(nil, iotest(b.Bytes()), ",", true, 1)
		sc.width = width
		var got [][]string
		for {
			blk, err := sc.next()
			if err != nil {
				t.Fatal(err)
			}
			if blk == nil {
				break
			}
			for _, r := range blk.Records {
				cells := make([]string, r.Cells)
				for i := range cells {
					cells[i] = string(blk.Cell(blk.Spans[r.First+i]))
				}
				got = append(got, cells)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%q", diff, b.String())
		}
	})
}

// iotest returns a reader that hands out few bytes at a time.
func iotest(b []byte) *slowReader { return &slowReader{b} }

type slowReader struct{ rest []byte }

// Read implements io.Reader.
func (s *slowReader) Read(p []byte) (int, error) {
	n, err := bytes.NewReader(s.rest).Read(p[:min(len(p), 7)])
	s.rest = s.rest[n:]
	return n, err
}
