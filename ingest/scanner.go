package ingest

import (
	"bytes"
	"fmt"
	"io"
)

// Limits that keep one unclosed quote from swallowing the rest of a file.
// They stand far above what exporters write: ServiceNow and Jira cut a cell at
// 32,000 characters, and a mail thread of thousands of lines is still one cell.
const (
	maxRecordBytes = 4 << 20
	maxRecordLines = 20_000
	maxRepairBytes = 256 << 10 // of a record whose quotes are wrong
	blockBytes     = 1 << 20
	rescanBudget   = 256 << 20 // bytes looked through in vain for closing quotes
)

// span is one cell: text[start:end] without its outer quotes.
type span struct {
	start, end uint32
	escaped    bool // holds doubled quotes or carriage returns
}

// record is one row as cut from the text.
type record struct {
	first, cells int    // the row's cells are block.spans[first : first+cells]
	start, end   uint32 // the row's bytes, without its line end
	line         int    // physical line of its first byte, from 1
	problem      string // why it cannot be cut into cells; "" if it can
}

// block is a run of whole records with the text they point into.
type block struct {
	text    []byte
	spans   []span
	records []record
}

// cell returns the text of one cell. The result is valid as long as the block
// unless it had to be unescaped.
func (b *block) cell(s span) []byte {
	raw := b.text[s.start:s.end]
	if !s.escaped {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '"' && i+1 < len(raw) && raw[i+1] == '"':
			i++
			out = append(out, '"')
		case raw[i] == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
		case raw[i] == '\r':
			out = append(out, '\n')
		default:
			out = append(out, raw[i])
		}
	}
	return out
}

// unwrap takes the outer quotes from cells that are quoted whole.
func (b *block) unwrap(spans []span) {
	for i, s := range spans {
		if s.end-s.start >= 2 && b.text[s.start] == '"' && b.text[s.end-1] == '"' {
			spans[i] = span{start: s.start + 1, end: s.end - 1, escaped: true}
		}
	}
}

// raw returns the row as it stands in the text.
func (b *block) raw(r record) string { return string(b.text[r.start:r.end]) }

// scanner cuts text into records. A quoted cell ends at a quote that stands
// before a delimiter or a line end; a quote anywhere else is text. When a cell
// does not end that way, the line is read again with its quotes as text, and
// the reading that has as many cells as the header is taken.
type scanner struct {
	src    io.Reader
	comma  []byte // one character, possibly of several bytes
	quotes bool   // false: quotes are text everywhere (Request Tracker)
	width  int    // cells of the header; 0 while it is being looked for
	line   int    // of the next record, from 1

	tail    []byte // read from src, not yet cut
	eof     bool
	budget  int // left of rescanBudget
	unclose int // no closing quote before this offset of the present text

	spans, records int // of the last block: the next one will be alike
}

// newScanner returns a scanner over text, then src; nil if text is all. The
// first record begins on physical line line.
func newScanner(text []byte, src io.Reader, comma string, quotes bool, line int) *scanner {
	return &scanner{src: src, comma: []byte(comma), quotes: quotes, line: line, tail: text, eof: src == nil, budget: rescanBudget}
}

// next returns the next block, or nil at the end of the text. Each block owns
// its text, so that blocks can be worked on at the same time.
func (s *scanner) next() (*block, error) {
	want := blockBytes
	for {
		text, err := s.read(want)
		if err != nil {
			return nil, err
		}
		if len(text) == 0 {
			return nil, nil
		}
		b := &block{text: text, spans: make([]span, 0, s.spans+s.spans/8), records: make([]record, 0, s.records+s.records/8)}
		s.unclose = 0
		pos := 0
		for pos < len(text) {
			end, ok := s.cut(b, pos)
			if !ok {
				break
			}
			pos = end
		}
		s.tail = text[pos:]
		if len(b.records) > 0 || s.eof && pos == len(text) {
			if len(b.records) == 0 {
				return nil, nil
			}
			s.spans, s.records = len(b.spans), len(b.records)
			return b, nil
		}
		want = 2 * (len(s.tail) + blockBytes) // one record longer than the block, or only blank lines
	}
}

// read returns the tail and what follows it, at least want bytes if the text
// has that many.
func (s *scanner) read(want int) ([]byte, error) {
	if s.eof {
		text := s.tail
		s.tail = nil
		return text, nil
	}
	text := make([]byte, max(want, len(s.tail)+blockBytes))
	n := copy(text, s.tail)
	m, err := io.ReadFull(s.src, text[n:])
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		s.eof, err = true, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading line %d: %w", s.line, err)
	}
	return text[:n+m], nil
}

// cut appends the record at pos to b and returns the offset after it, or false
// if its end has not been read yet. Blank lines make no record.
func (s *scanner) cut(b *block, pos int) (int, bool) {
	rest := b.text[pos:]
	nl := bytes.IndexByte(rest, '\n')
	if nl < 0 && !s.eof && len(rest) <= maxRecordBytes {
		return pos, false
	}
	line := rest
	if nl >= 0 {
		line = rest[:nl]
	}
	if len(line) > 0 && line[len(line)-1] == '\r' {
		line = line[:len(line)-1]
	}
	after := pos + len(rest)
	if nl >= 0 {
		after = pos + nl + 1
	}
	if len(bytes.TrimSpace(line)) == 0 && !bytes.Contains(line, s.comma) && bytes.IndexByte(line, '\r') < 0 {
		s.line++
		return after, true
	}
	quoted := s.quotes && bytes.IndexByte(line, '"') >= 0
	if !quoted && bytes.IndexByte(line, '\r') < 0 {
		s.plain(b, pos, pos+len(line))
		s.line++
		return after, true
	}
	return s.careful(b, pos, pos+len(line), after)
}

// plain appends the record text[pos:end], which holds neither quotes nor line
// ends that matter.
func (s *scanner) plain(b *block, pos, end int) {
	rec := record{first: len(b.spans), start: uint32(pos), end: uint32(end), line: s.line}
	for at := pos; ; {
		i := bytes.Index(b.text[at:end], s.comma)
		if i < 0 {
			b.spans = append(b.spans, span{start: uint32(at), end: uint32(end)})
			break
		}
		b.spans = append(b.spans, span{start: uint32(at), end: uint32(at + i)})
		at += i + len(s.comma)
	}
	rec.cells = len(b.spans) - rec.first
	b.records = append(b.records, rec)
}

// careful appends the record at pos, whose first line ends at lineEnd and
// which holds quotes or bare carriage returns.
func (s *scanner) careful(b *block, pos, lineEnd, after int) (int, bool) {
	first := len(b.spans)
	try := s.quotedRecord(b, pos)
	if try.incomplete && !s.eof && len(b.text)-pos <= maxRecordBytes {
		b.spans = b.spans[:first]
		return pos, false
	}
	good := try.err == "" && (!try.malformed || s.fits(len(b.spans)-first))
	doubtful := try.malformed || try.lines > 0 && !s.fits(len(b.spans)-first)
	if good && !doubtful {
		return s.accept(b, first, pos, try), true
	}
	// Read the line again with its quotes as text.
	asRead := append([]span(nil), b.spans[first:]...)
	b.spans = b.spans[:first]
	mark := len(b.records)
	s.plain(b, pos, lineEnd)
	b.unwrap(b.spans[first:])
	if s.width > 0 && b.records[mark].cells == s.width && !good {
		s.line++
		return after, true
	}
	if try.lines > 0 && s.width > 0 && b.records[mark].cells == s.width {
		s.line++
		return after, true
	}
	if try.err == "" && (!try.malformed || try.lines == 0 || good) {
		b.records, b.spans = b.records[:mark], append(b.spans[:first], asRead...)
		return s.accept(b, first, pos, try), true
	}
	rec := &b.records[mark]
	rec.problem = "a quote is opened and not closed before a delimiter or the end of the line"
	if try.err != "" {
		rec.problem = try.err
	}
	s.line++
	return after, true
}

// fits reports whether n cells are what the header has.
func (s *scanner) fits(n int) bool { return s.width == 0 || n == s.width }

// accept appends the record whose cells stand in b.spans[first:].
func (s *scanner) accept(b *block, first, pos int, a attempt) int {
	b.records = append(b.records, record{
		first: first, cells: len(b.spans) - first,
		start: uint32(pos), end: uint32(a.end), line: s.line,
	})
	s.line += a.lines + 1
	return a.after
}

// attempt is the outcome of reading one record with its quotes.
type attempt struct {
	end, after int    // end of the record without and with its line end
	lines      int    // line breaks inside the record
	malformed  bool   // a quote inside a quoted cell was not doubled
	incomplete bool   // the text ended inside a quoted cell
	err        string // why there is no record
}

// quotedRecord appends the cells of the record at pos to b.spans.
func (s *scanner) quotedRecord(b *block, pos int) attempt {
	var a attempt
	first, text := len(b.spans), b.text
	for at := pos; ; {
		open := at
		for open < len(text) && text[open] == ' ' {
			open++
		}
		if s.quotes && open < len(text) && text[open] == '"' {
			next, done := s.quotedCell(b, &a, pos, open)
			if done {
				return a
			}
			at = next
			continue
		}
		end := s.cellEnd(text, at, len(b.spans)-first+1)
		b.spans = append(b.spans, span{start: uint32(at), end: uint32(end), escaped: bytes.IndexByte(text[at:end], '\r') >= 0})
		if s.finish(text, end, &a) {
			return a
		}
		at = end + len(s.comma)
	}
}

// quotedCell appends the cell whose opening quote stands at open. It returns
// where the next cell begins, or true if the record ends here.
func (s *scanner) quotedCell(b *block, a *attempt, pos, open int) (int, bool) {
	end, after, escaped := s.closing(b.text, open, a)
	switch {
	case end < 0:
		a.incomplete = s.budget >= 0
		a.err = "a quote is opened and never closed"
		return 0, true
	case end-pos > maxRecordBytes, a.malformed && end-pos > maxRepairBytes:
		s.budget -= end - pos
		a.err = fmt.Sprintf("a quote is opened and not closed within %d bytes", maxRecordBytes)
		return 0, true
	}
	cell := b.text[open+1 : end]
	a.lines += bytes.Count(cell, []byte{'\n'})
	if a.lines > maxRecordLines {
		s.budget -= end - pos
		a.err = fmt.Sprintf("a quote is opened and not closed within %d lines", maxRecordLines)
		return 0, true
	}
	escaped = escaped || bytes.IndexByte(cell, '\r') >= 0
	b.spans = append(b.spans, span{start: uint32(open + 1), end: uint32(end), escaped: escaped})
	return after + len(s.comma), s.finish(b.text, after, a)
}

// closing returns the offset of the quote that closes the cell opened at open,
// and of the delimiter or line end after it; -1 if there is none.
func (s *scanner) closing(text []byte, open int, a *attempt) (end, after int, escaped bool) {
	if open < s.unclose || s.budget < 0 {
		if nl := bytes.IndexByte(text[open:], '\n'); nl >= 0 {
			text = text[:open+nl+1] // closed on its own line or not at all
		}
	}
	for at := open + 1; ; {
		i := bytes.IndexByte(text[at:], '"')
		if i < 0 {
			s.unclose = max(s.unclose, len(text))
			s.budget -= len(text) - open
			return -1, -1, false
		}
		at += i
		if at+1 < len(text) && text[at+1] == '"' {
			escaped = true
			at += 2
			continue
		}
		after = at + 1
		for after < len(text) && text[after] == ' ' {
			after++
		}
		if s.ends(text, after) {
			return at, after, escaped
		}
		a.malformed = true
		at++
	}
}

// ends reports whether a cell may end at offset at.
func (s *scanner) ends(text []byte, at int) bool {
	return at >= len(text) || text[at] == '\n' || text[at] == '\r' || bytes.HasPrefix(text[at:], s.comma)
}

// cellEnd returns where the unquoted cell at offset at ends: cells counts it
// and those before it. A bare carriage return ends the record only if that
// completes the row.
func (s *scanner) cellEnd(text []byte, at, cells int) int {
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n', c == s.comma[0] && bytes.HasPrefix(text[i:], s.comma):
			return i
		case c == '\r':
			if i+1 >= len(text) || text[i+1] == '\n' || s.fits(cells) {
				return i
			}
		}
	}
	return len(text)
}

// finish sets the end of the record if offset at is a line end or the end of
// the text.
func (s *scanner) finish(text []byte, at int, a *attempt) bool {
	if at < len(text) && text[at] != '\n' && text[at] != '\r' {
		return false
	}
	a.end, a.after = at, min(at+1, len(text))
	if at+1 < len(text) && text[at] == '\r' && text[at+1] == '\n' {
		a.after++
	}
	if at >= len(text) && !s.eof {
		a.incomplete = true
	}
	return true
}
