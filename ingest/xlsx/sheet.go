package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
)

const (
	maxRows    = 1 << 20 // of a sheet, as Excel has them
	maxColumns = 1 << 14
	chunk      = 64 << 10 // bytes of text made at a time
	ahead      = 200      // rows among which the widest is looked for
)

// Sheet is the text of one sheet: comma separated, with quotes where they are
// needed, row n on line n. A line end inside a cell is a carriage return, so that
// it is none of the text. All rows with more than one cell are as wide as the
// widest of the first ones, as Excel leaves empty cells at the end of a row out.
type Sheet struct {
	book *Book
	xml  *tokens
	row  int  // number of the last row written
	in   bool // inside of a row

	early [][]byte // the first rows, until the widest is known
	wide  []int    // cells of each
	width int      // 0 until it is known

	cells  int    // of the row being read
	filled int    // of these with a text
	commas int    // written in the row being read
	line   []byte // of the row being read
	text   []byte // of the cell being read
	out    []byte // text made
	at     int    // of these bytes handed out
	made   int64
	begun  bool // inside of the rows
	err    error
}

// Sheet opens the sheet called name.
func (b *Book) Sheet(name string) (*Sheet, error) {
	part, known := b.sheets[name]
	if !known {
		return nil, fmt.Errorf("no sheet %q, want one of %q", name, b.Sheets)
	}
	if err := b.load(); err != nil {
		return nil, err
	}
	t, err := b.part(part, maxUnpacked)
	if err == nil && t == nil {
		err = fmt.Errorf("the workbook has no part %s", part)
	}
	if err != nil {
		return nil, err
	}
	return &Sheet{book: b, xml: t}, nil
}

// Close closes the sheet.
func (s *Sheet) Close() error { return s.xml.Close() }

// Read implements io.Reader.
func (s *Sheet) Read(p []byte) (int, error) {
	for s.at == len(s.out) {
		if s.err != nil {
			return 0, s.err
		}
		s.out, s.at = s.out[:0], 0
		s.fill()
		if s.made += int64(len(s.out)); s.made > maxText {
			s.err = fmt.Errorf("%w: %d MB of text in one sheet", errTooLarge, maxText>>20)
			return 0, s.err
		}
	}
	n := copy(p, s.out[s.at:])
	s.at += n
	return n, nil
}

// fill makes the text of some rows.
func (s *Sheet) fill() {
	for s.err == nil && len(s.out) < chunk {
		token, err := s.xml.next()
		if err == io.EOF && s.begun {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.err = err
			if err != io.EOF {
				s.err = fmt.Errorf("reading row %d: %w", s.row+1, err)
			}
			break
		}
		if err := s.take(token); err != nil {
			s.err = err
		}
	}
	if s.err != nil {
		s.release()
	}
}

// take goes on with one token of the sheet.
func (s *Sheet) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "sheetData":
			s.begun = true
		case "row":
			return s.begin(t)
		case "c":
			if s.in {
				return s.cell(t)
			}
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "row":
			s.end()
		case "sheetData":
			return io.EOF
		}
	}
	return nil
}

// begin begins a row: rows that the sheet leaves out are blank lines.
func (s *Sheet) begin(t xml.StartElement) error {
	n := s.row + 1
	if r := attr(t, "r"); r != "" {
		var err error
		if n, err = strconv.Atoi(r); err != nil || n <= s.row || n > maxRows {
			return fmt.Errorf("row %q stands below row %d, want a larger number up to %d", r, s.row, maxRows)
		}
	}
	for s.row++; s.row < n; s.row++ {
		s.write(nil, 0)
	}
	s.in, s.cells, s.filled, s.commas, s.line = true, 0, 0, 0, s.line[:0]
	return nil
}

// end ends a row.
func (s *Sheet) end() {
	if !s.in {
		return
	}
	s.in = false
	cells := s.commas + 1
	if s.filled < 2 {
		cells = 0 // a title or a footer is not made wider
	}
	s.write(s.line, cells)
}

// write hands out a row, once it is known how wide rows are. cells is 0 for a row
// that stays as it is.
func (s *Sheet) write(line []byte, cells int) {
	if s.width > 0 {
		s.put(line, cells)
		return
	}
	s.early, s.wide = append(s.early, slices.Clone(line)), append(s.wide, cells)
	if len(s.early) >= ahead {
		s.release()
	}
}

// release hands out the first rows.
func (s *Sheet) release() {
	if s.width > 0 {
		return
	}
	s.width = max(1, slices.Max(append(s.wide, 1)))
	for i, line := range s.early {
		s.put(line, s.wide[i])
	}
	s.early, s.wide = nil, nil
}

func (s *Sheet) put(line []byte, cells int) {
	s.out = append(s.out, line...)
	if cells > 0 {
		for ; cells < s.width; cells++ {
			s.out = append(s.out, ',')
		}
	}
	s.out = append(s.out, '\n')
}

// cell reads one cell and appends its text to the row.
func (s *Sheet) cell(start xml.StartElement) error {
	column := s.cells
	if r := attr(start, "r"); r != "" {
		if column = columnOf(r); column < s.cells || column >= maxColumns {
			return fmt.Errorf("row %d: cell %q is out of place", s.row, r)
		}
	}
	s.cells = column + 1
	kind, style := attr(start, "t"), attr(start, "s")
	if err := s.value(); err != nil {
		return err
	}
	text := s.shown(kind, style)
	if len(text) == 0 {
		return nil
	}
	for ; s.commas < column; s.commas++ {
		s.line = append(s.line, ',')
	}
	s.filled++
	s.quote(text)
	return nil
}

// value reads up to the end of a cell and leaves what it holds in text. A formula
// counts for nothing: its last result stands beside it.
func (s *Sheet) value() error {
	s.text = s.text[:0]
	in, inline := runs{}, false
	held := false
	for {
		token, err := s.xml.next()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return fmt.Errorf("reading row %d: %w", s.row, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			held, inline = t.Name.Local == "v", inline || t.Name.Local == "is"
		case xml.EndElement:
			if t.Name.Local == "c" {
				return nil
			}
			held, inline = false, inline && t.Name.Local != "is"
		case xml.CharData:
			if held {
				s.text = append(s.text, t...)
			}
		}
		if inline {
			in.take(token, &s.text)
		}
		if len(s.text) > maxToken {
			return fmt.Errorf("row %d: a cell is larger than %d MB", s.row, maxToken>>20)
		}
	}
}

// shown returns what a person sees in the cell just read.
func (s *Sheet) shown(kind, style string) []byte {
	switch kind {
	case "s":
		i, err := strconv.Atoi(string(bytes.TrimSpace(s.text)))
		text, ok := s.book.strings.at(i)
		if err != nil || !ok {
			return nil
		}
		return unescape(text)
	case "b":
		if isTrue(string(s.text)) {
			return []byte("TRUE")
		}
		return []byte("FALSE")
	case "e":
		return nil // #N/A, #REF! and the like
	case "str", "inlineStr", "d":
		return unescape(s.text)
	}
	f := number
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.book.formats) {
		f = s.book.formats[i]
	}
	if f == number {
		return s.text
	}
	return []byte(s.book.written(string(s.text), f))
}

// quote appends a cell.
func (s *Sheet) quote(text []byte) {
	if !bytes.ContainsAny(text, ",\"\r\n") && text[0] > ' ' {
		s.line = append(s.line, text...)
		return
	}
	s.line = append(s.line, '"')
	for i, c := range text {
		switch {
		case c == '"':
			s.line = append(s.line, '"', '"')
		case c == '\n' && i > 0 && text[i-1] == '\r':
		case c == '\n':
			s.line = append(s.line, '\r')
		default:
			s.line = append(s.line, c)
		}
	}
	s.line = append(s.line, '"')
}

// columnOf returns the column of a cell such as AB12, from 0; -1 if it is none.
func columnOf(ref string) int {
	n := 0
	for i, c := range []byte(ref) {
		switch {
		case c >= 'A' && c <= 'Z' && i < 3:
			n = n*26 + int(c-'A') + 1
		case c >= '0' && c <= '9':
			return n - 1
		default:
			return -1
		}
	}
	return n - 1
}
