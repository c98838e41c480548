package ingest

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/xlsx"
)

// sheetOf is a workbook of which one sheet is asked for.
type sheetOf struct {
	*os.File
	sheet string
}

// workbook is a file of several tables, each of which is read as text.
type workbook struct {
	io.ReaderAt
	size  int64
	sheet string // the one asked for, "" for the first that fits
}

// asWorkbook returns r as workbook, nil if it is none. A workbook begins at its
// end, so that one from standard input cannot be told and is refused later.
func asWorkbook(r io.Reader) *workbook {
	var w workbook
	if s, ok := r.(*sheetOf); ok {
		r, w.sheet = s.File, s.sheet
	}
	at, ok := r.(io.ReaderAt)
	w.ReaderAt, w.size = at, csv.SizeOf(r)
	if !ok || w.size == 0 || w.sheet == "" && !xlsx.IsBook(at, w.size) {
		return nil
	}
	return &w
}

// readWorkbook reads the first sheet that holds what the schema wants, or the one
// asked for. The name of the sheet stands behind that of the file, so that a line
// of it is a row of the sheet.
func readWorkbook[T, U any](w *workbook, name string, s *schema, o Options, given []ColumnMapping, convert func(*T, *U) string) (*table[U], error) {
	whole := csv.NewFingerprint(io.NewSectionReader(w, 0, w.size))
	_, err := io.Copy(io.Discard, whole)
	sha, size := whole.Sum()
	fail := func(rd *reading[T, U], name string, err error) (*table[U], error) {
		err = inFile(name, err)
		rd.file.SHA256, rd.file.Bytes, rd.file.Problem = sha, size, err.Error()
		return &rd.table, err
	}
	if err != nil {
		return fail(newReading(name, s, o, convert), name, fmt.Errorf("reading: %w", err))
	}
	book, err := xlsx.Open(w, w.size)
	if err != nil {
		return fail(newReading(name, s, o, convert), name, err)
	}
	sheets := book.Sheets
	if w.sheet != "" {
		sheets = []string{w.sheet}
	}
	var unfit []string
	for _, sheet := range sheets {
		rd := newReading(name+"#"+sheet, s, o, convert)
		err := rd.readSheet(book, sheet, o, given)
		if err == nil {
			rd.file.SHA256, rd.file.Bytes = sha, size
			rd.file.Sheet = sheet
			rd.file.OtherSheets = slices.DeleteFunc(slices.Clone(book.Sheets), func(s string) bool { return s == sheet })
			return &rd.table, nil
		}
		if rd.begun || len(sheets) == 1 {
			return fail(rd, rd.file.Name, err)
		}
		unfit = append(unfit, fmt.Sprintf("%q: %v", sheet, withoutLine(err)))
	}
	const shown = 5
	if more := len(unfit) - shown; more > 1 {
		unfit = append(unfit[:shown], fmt.Sprintf("and %d more", more))
	}
	return fail(newReading(name, s, o, convert), name, fmt.Errorf("no sheet holds %s; %s", s.what, strings.Join(unfit, "; ")))
}

// withoutLine returns what is wrong without its line.
func withoutLine(err error) error {
	var at *csv.LineError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// readSheet reads one sheet.
func (rd *reading[T, U]) readSheet(book *xlsx.Book, name string, o Options, given []ColumnMapping) error {
	sheet, err := book.Sheet(name)
	if err != nil {
		return err
	}
	defer sheet.Close()
	text, err := csv.NewReader(sheet, "", 0)
	if err != nil {
		return err
	}
	rd.sheet = true
	err = rd.run(text, o, given)
	rd.file.Encoding, rd.file.Delimiter = result.Encoding{Name: "Excel workbook"}, ""
	for i, line := range rd.file.Preamble {
		rd.file.Preamble[i] = strings.TrimRight(line, ",")
	}
	return err
}

// vocabulary returns the headers that the text may have, and what is known of how
// it is written.
func (rd *reading[T, U]) vocabulary(given []ColumnMapping) csv.Vocabulary {
	v := rd.schema.vocabulary(given)
	if rd.sheet {
		v.Comma = ","
	}
	return v
}
