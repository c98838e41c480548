package csv

import (
	"fmt"
	"io"
	"strings"
)

// Limits that keep one unclosed quote from swallowing the rest of a file.
// They stand far above what exporters write: ServiceNow and Jira cut a cell at
// 32,000 characters, and a mail thread of thousands of lines is still one cell.
const (
	MaxRecordBytes = 4 << 20
	maxRecordLines = 20_000
	maxRepairBytes = 256 << 10 // of a record whose quotes are wrong
	blockBytes     = 1 << 20
)

// How many bytes may be looked through in vain, that is, in readings of records
// that are given up: freeWaste, and wasteFactor for each byte of the text. A
// text that asks for more is hostile, and from there on a quoted cell must close
// on its own line. So the work stays in proportion to the text.
const (
	freeWaste   = 64 << 20
	wasteFactor = 8
)

// span is one cell: text[start:end] without its outer quotes.
type span struct {
	Start, End uint32
	escaped    bool // holds doubled quotes or carriage returns
	slashed    bool // holds quotes behind a backslash
	wrapped    bool // stands in a row that is quoted as a whole, so that its quotes are doubled once more
}

// Record is one row as cut from the text.
type Record struct {
	First, Cells int    // the row's cells are block.spans[first : first+cells]
	Start, End   uint32 // the row's bytes, without its line end
	Line         int    // physical line of its first byte, from 1
	Problem      string // why it cannot be cut into cells; "" if it can
	Blank        bool   // all cells are empty; set when it is mapped
}

// Block is a run of whole records with the text they point into.
type Block struct {
	Text    string
	Spans   []span
	Records []Record
}

// Cell returns the text of one cell, which may be a part of the block's text.
func (b *Block) Cell(s span) string {
	raw := b.Text[s.Start:s.End]
	switch {
	case s.wrapped:
		return strings.ReplaceAll(strings.ReplaceAll(raw, `""""`, `"`), `""`, `"`)
	case s.slashed:
		raw = unslash.Replace(raw)
	case !s.escaped:
		return raw
	}
	raw = strings.ReplaceAll(raw, `""`, `"`)
	if strings.IndexByte(raw, '\r') >= 0 {
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\r", "\n")
	}
	return raw
}

// Empty reports whether all cells of a record are empty.
func (b *Block) Empty(r *Record) bool {
	for _, s := range b.Spans[r.First : r.First+r.Cells] {
		if !Blank(b.Text[s.Start:s.End]) {
			return false
		}
	}
	return true
}

// unslash takes the backslash from what it guards.
var unslash = strings.NewReplacer(`\\`, `\`, `\"`, `"`, "\\\n", "\n")

// unwrap takes the outer quotes from cells that are quoted whole.
func (b *Block) unwrap(spans []span) {
	for i, s := range spans {
		if s.End-s.Start >= 2 && b.Text[s.Start] == '"' && b.Text[s.End-1] == '"' {
			spans[i] = span{Start: s.Start + 1, End: s.End - 1, escaped: true}
		}
	}
}

// Raw returns a copy of the row as it stands in the text.
func (b *Block) Raw(r Record) string { return strings.Clone(b.Text[r.Start:r.End]) }

// scanner cuts text into records. A quoted cell ends at a quote that stands
// before a delimiter or a line end; a quote anywhere else is text. When a cell
// does not end that way, the line is read again with its quotes as text, and
// the reading that has as many cells as the header is taken.
//
// What a record is depends on nothing but the text from its first byte on, of
// which at most maxRecordBytes count, so that a scanner may start at any record.
// Only a hostile text makes an exception: see wasteFactor.
type scanner struct {
	src    io.Reader
	comma  string // one character, possibly of several bytes
	escape bool   // a backslash guards a quote inside a quoted cell
	quotes bool   // false: quotes are text everywhere (Request Tracker)
	width  int    // cells of the header; 0 while it is being looked for
	line   int    // of the next record, from 1

	tail   []byte // read from src, not yet cut
	eof    bool   // nothing follows the text at hand
	offset int64  // of the text at hand in the whole text
	wasted int64  // bytes looked through in vain
	cr     bool   // the text at hand holds carriage returns
}

// newScanner returns a scanner over text, then src; nil if text is all. The
// first record begins on physical line line.
func newScanner(text []byte, src io.Reader, comma string, quotes bool, line int) *scanner {
	return &scanner{src: src, comma: comma, quotes: quotes, line: line, tail: text, eof: src == nil}
}

// next returns the next block, or nil at the end of the text.
func (s *scanner) next() (*Block, error) {
	want := blockBytes
	for {
		text, err := s.read(want)
		if err != nil {
			return nil, err
		}
		b := &Block{Text: string(text)}
		pos := s.scan(b)
		s.tail = text[pos:]
		s.offset += int64(pos)
		if len(b.Records) > 0 {
			return b, nil
		}
		if s.eof && len(s.tail) == 0 {
			return nil, nil
		}
		want = 2 * (len(s.tail) + blockBytes) // one record longer than the block, or only blank lines
	}
}

// read returns the tail and what follows it, at least want bytes if the text
// has that many.
func (s *scanner) read(want int) ([]byte, error) {
	if s.eof {
		return s.tail, nil
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

// scan cuts the text of b into records and returns the offset behind the last
// one. What stands behind that is the beginning of a record whose end is not in
// the text; at the end of the whole text, nothing.
func (s *scanner) scan(b *Block) int {
	s.cr = strings.IndexByte(b.Text, '\r') >= 0
	pos := 0
	for pos < len(b.Text) {
		end, ok := s.cut(b, pos)
		if !ok {
			break
		}
		pos = end
	}
	return pos
}

// cut appends the record at pos to b and returns the offset after it, or false
// if its end is not in the text. Blank lines make no record.
func (s *scanner) cut(b *Block, pos int) (int, bool) {
	if end, ok := s.regular(b, pos); ok {
		return end, true
	}
	line, after, ok := s.firstLine(b.Text, pos)
	if !ok {
		return pos, false
	}
	bare := s.cr && strings.IndexByte(line, '\r') >= 0
	if !bare && strings.TrimSpace(line) == "" && !strings.Contains(line, s.comma) {
		s.line++
		return after, true
	}
	if !bare && !(s.quotes && strings.IndexByte(line, '"') >= 0) {
		s.plain(b, pos, pos+len(line))
		s.line++
		return after, true
	}
	return s.quoted(b, pos, pos+len(line), after)
}

// firstLine returns the line at pos without its end, and the offset after that;
// false if the end is not in the text. A line that is too long ends where the
// limit is.
func (s *scanner) firstLine(text string, pos int) (line string, after int, ok bool) {
	line = text[pos:min(len(text), pos+MaxRecordBytes)]
	after = pos + len(line)
	if nl := strings.IndexByte(line, '\n'); nl >= 0 {
		line, after = line[:nl], pos+nl+1
	} else if len(line) < MaxRecordBytes && !s.eof {
		return "", pos, false
	}
	return strings.TrimSuffix(line, "\r"), after, true
}

// plain appends the record text[pos:end], which holds neither quotes nor line
// ends that matter.
func (s *scanner) plain(b *Block, pos, end int) {
	rec := Record{First: len(b.Spans), Start: uint32(pos), End: uint32(end), Line: s.line}
	for at := pos; ; {
		i := strings.Index(b.Text[at:end], s.comma)
		if i < 0 {
			b.Spans = append(b.Spans, span{Start: uint32(at), End: uint32(end)})
			break
		}
		b.Spans = append(b.Spans, span{Start: uint32(at), End: uint32(at + i)})
		at += i + len(s.comma)
	}
	rec.Cells = len(b.Spans) - rec.First
	b.Records = append(b.Records, rec)
}

// fits reports whether n cells are what the header has.
func (s *scanner) fits(n int) bool { return s.width == 0 || n == s.width }

// regular appends the record at pos if it is as wide as the header and written
// without any fault, as nearly all are. It says no more than that: a record that
// it refuses is cut with care.
func (s *scanner) regular(b *Block, pos int) (int, bool) {
	if s.width < 2 || !s.quotes || len(s.comma) != 1 || s.comma[0] <= ' ' && s.comma[0] != '\t' || s.wasted > freeWaste {
		return pos, false
	}
	text, first, lines := b.Text, len(b.Spans), 0
	nl := pos + strings.IndexByte(text[pos:], '\n')
	if nl <= pos {
		return pos, false
	}
	for at := pos; ; {
		var cell span
		var after int
		if text[at] == '"' {
			cell, after = s.wellQuoted(text, at)
			if after > nl {
				lines += strings.Count(text[nl:after], "\n")
				next := strings.IndexByte(text[after:], '\n')
				if next < 0 {
					break
				}
				nl = after + next
			}
		} else {
			cell, after = s.unquoted(text, at, nl)
		}
		if after < 0 || len(b.Spans)-first >= s.width {
			break
		}
		b.Spans = append(b.Spans, cell)
		if text[after] == s.comma[0] {
			at = after + 1
			continue
		}
		if len(b.Spans)-first != s.width || nl-pos > maxRepairBytes || lines > maxRecordLines {
			break
		}
		b.Records = append(b.Records, Record{First: first, Cells: s.width, Start: uint32(pos), End: uint32(after), Line: s.line})
		s.line += lines + 1
		return nl + 1, true
	}
	b.Spans = b.Spans[:first]
	return pos, false
}

// wellQuoted returns the cell whose opening quote stands at open, and the offset
// of the delimiter or line end right behind its closing quote; -1 if there is
// none.
func (s *scanner) wellQuoted(text string, open int) (span, int) {
	escaped, slashed := false, false
	for at := open + 1; ; {
		i := strings.IndexByte(text[at:], '"')
		if at += i; i < 0 || at+1 >= len(text) || at-open > maxRepairBytes {
			return span{}, -1
		}
		if s.escape && isGuarded(text, open+1, at) {
			slashed = true
			at++
			continue
		}
		if next := text[at+1]; next == s.comma[0] || next == '\n' || next == '\r' && at+2 < len(text) && text[at+2] == '\n' {
			escaped = escaped || s.cr && strings.IndexByte(text[open:at], '\r') >= 0
			return span{Start: uint32(open + 1), End: uint32(at), escaped: escaped, slashed: slashed || s.escape && strings.IndexByte(text[open:at], '\\') >= 0}, at + 1
		} else if next != '"' {
			return span{}, -1
		}
		escaped = true
		at += 2
	}
}

// isGuarded reports whether a backslash guards the quote at offset at of a cell
// that begins at offset from.
func isGuarded(text string, from, at int) bool {
	n := 0
	for at-1-n >= from && text[at-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// unquoted returns the cell at offset at of a line that ends at nl, and the
// offset of the delimiter or line end behind it; -1 if it needs care.
func (s *scanner) unquoted(text string, at, nl int) (span, int) {
	end := nl
	if i := strings.IndexByte(text[at:nl], s.comma[0]); i >= 0 {
		end = at + i
	} else if text[nl-1] == '\r' && nl > at {
		end--
	}
	if text[at] == ' ' && strings.HasPrefix(strings.TrimLeft(text[at:end], " "), `"`) || s.cr && strings.IndexByte(text[at:end], '\r') >= 0 {
		return span{}, -1
	}
	return span{Start: uint32(at), End: uint32(end)}, end
}
