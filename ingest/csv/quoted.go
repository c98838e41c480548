package csv

import (
	"fmt"
	"strings"
)

// quoted appends the record at pos, whose first line ends at lineEnd and
// which holds quotes or bare carriage returns.
func (s *scanner) quoted(b *Block, pos, lineEnd, after int) (int, bool) {
	first := len(b.Spans)
	limit := min(len(b.Text), pos+MaxRecordBytes)
	try := attempt{
		text:   b.Text[:limit],
		whole:  s.eof && limit == len(b.Text),
		onLine: s.wasted > freeWaste+wasteFactor*(s.offset+int64(pos)),
	}
	s.quotedRecord(b, pos, &try)
	if try.incomplete && limit == len(b.Text) && limit-pos < MaxRecordBytes {
		b.Spans = b.Spans[:first]
		return pos, false
	}
	if try.err == "" && !try.malformed && len(b.Spans)-first == 1 && s.unfold(b, first) {
		return s.accept(b, first, pos, try), true
	}
	fits := s.fits(len(b.Spans) - first)
	good := try.err == "" && (!try.malformed || fits)
	doubtful := try.malformed || try.lines > 0 && !fits
	if good && !doubtful {
		return s.accept(b, first, pos, try), true
	}
	// Read the line again with its quotes as text.
	asRead := append([]span(nil), b.Spans[first:]...)
	b.Spans = b.Spans[:first]
	mark := len(b.Records)
	s.plain(b, pos, lineEnd)
	b.unwrap(b.Spans[first:])
	plainFits := s.width > 0 && b.Records[mark].Cells == s.width
	if !(plainFits && (!good || try.lines > 0)) {
		if try.err == "" && (!try.malformed || try.lines == 0 || good) {
			b.Records, b.Spans = b.Records[:mark], append(b.Spans[:first], asRead...)
			return s.accept(b, first, pos, try), true
		}
		rec := &b.Records[mark]
		rec.Problem = "a quote is opened and not closed before a delimiter or the end of the line"
		if try.err != "" {
			rec.Problem = try.err
		}
	}
	s.wasted += int64(max(0, max(try.reach, try.after)-after))
	s.line++
	return after, true
}

// unfold cuts the one cell of a record into as many as the header has, as
// spreadsheets leave rows that they took for one cell and saved with another
// separator: "1,printer,""said """"no"""" and left""". It reports whether it could.
func (s *scanner) unfold(b *Block, first int) bool {
	whole := b.Spans[first]
	if s.width < 3 || !whole.escaped && strings.Count(b.Text[whole.Start:whole.End], s.comma) != s.width-1 {
		return false
	}
	cells, at, end := b.Spans[:first], int(whole.Start), int(whole.End)
	for {
		from, to := at, at
		if strings.HasPrefix(b.Text[at:end], `""`) {
			from, to = at+2, at+2
			for to < end && (!strings.HasPrefix(b.Text[to:end], `""`) || strings.HasPrefix(b.Text[to:end], `""""`)) {
				if to++; b.Text[to-1] == '"' {
					to += 3
				}
			}
			if to > end {
				to = end
			}
			at = min(to+2, end)
			if at < end && !strings.HasPrefix(b.Text[at:end], s.comma) {
				break
			}
		} else {
			if i := strings.Index(b.Text[at:end], s.comma); i >= 0 {
				to = at + i
			} else {
				to = end
			}
			at = to
		}
		cells = append(cells, span{Start: uint32(from), End: uint32(to), wrapped: true})
		if at >= end {
			break
		}
		at += len(s.comma)
	}
	if at < end || len(cells)-first != s.width {
		b.Spans = append(b.Spans[:first], whole)
		return false
	}
	b.Spans = cells
	return true
}

// accept appends the record whose cells stand in b.spans[first:].
func (s *scanner) accept(b *Block, first, pos int, a attempt) int {
	b.Records = append(b.Records, Record{
		First: first, Cells: len(b.Spans) - first,
		Start: uint32(pos), End: uint32(a.end), Line: s.line,
	})
	s.line += a.lines + 1
	return a.after
}

// attempt is one reading of a record with its quotes.
type attempt struct {
	text   string // up to where the record may go
	whole  bool   // nothing follows the text
	onLine bool   // a quoted cell must close on its own line

	end, after int    // end of the record without and with its line end
	reach      int    // how far was read in vain
	lines      int    // line breaks inside the record
	malformed  bool   // a quote inside a quoted cell was not doubled
	incomplete bool   // what follows the text might change the reading
	err        string // why there is no record
}

// quotedRecord appends the cells of the record at pos to b.spans.
func (s *scanner) quotedRecord(b *Block, pos int, a *attempt) {
	first, text := len(b.Spans), a.text
	for at := pos; ; {
		open := at
		for open < len(text) && text[open] == ' ' {
			open++
		}
		if s.quotes && open < len(text) && text[open] == '"' {
			next, done := s.quotedCell(b, a, pos, open)
			if done {
				return
			}
			at = next
			continue
		}
		end := s.cellEnd(text, at, len(b.Spans)-first+1)
		b.Spans = append(b.Spans, span{Start: uint32(at), End: uint32(end), escaped: strings.IndexByte(text[at:end], '\r') >= 0})
		if a.finish(end) {
			return
		}
		at = end + len(s.comma)
	}
}

// quotedCell appends the cell whose opening quote stands at open. It returns
// where the next cell begins, or true if the record ends here.
func (s *scanner) quotedCell(b *Block, a *attempt, pos, open int) (int, bool) {
	end, after, escaped := s.closing(a, pos, open)
	if end < 0 {
		return 0, true
	}
	cell := a.text[open+1 : end]
	a.lines += strings.Count(cell, "\n")
	if a.lines > maxRecordLines {
		a.reach = end
		a.err = fmt.Sprintf("a quote is opened and not closed within %d lines", maxRecordLines)
		return 0, true
	}
	escaped = escaped || strings.IndexByte(cell, '\r') >= 0
	b.Spans = append(b.Spans, span{Start: uint32(open + 1), End: uint32(end), escaped: escaped, slashed: s.escape && strings.IndexByte(cell, '\\') >= 0})
	return after + len(s.comma), a.finish(after)
}

// closing returns the offset of the quote that closes the cell opened at open,
// and of the delimiter or line end after it; -1 if there is none.
func (s *scanner) closing(a *attempt, pos, open int) (end, after int, escaped bool) {
	text := a.text
	if a.onLine {
		if nl := strings.IndexByte(text[open:], '\n'); nl >= 0 {
			text = text[:open+nl+1]
		}
	}
	for at := open + 1; ; {
		at = min(at, len(text))
		i := strings.IndexByte(text[at:], '"')
		quote := at + i
		if i < 0 {
			quote = len(text)
		}
		if a.malformed && quote-pos > maxRepairBytes {
			a.reach = pos + maxRepairBytes
			a.err = fmt.Sprintf("a quote is opened and not closed within %d bytes", maxRepairBytes)
			return -1, -1, false
		}
		if i < 0 {
			a.unclosed(len(text))
			return -1, -1, false
		}
		at = quote
		if s.escape && isGuarded(text, open+1, at) {
			at++
			continue
		}
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
		if end := s.padding(text, after); end > after && open == pos {
			return at, end, escaped
		}
		a.malformed = true
		at++
	}
}

// padding returns the end of the line, if nothing but another separator stands between
// offset at and it: a spreadsheet fills up rows that it took for one cell.
func (s *scanner) padding(text string, at int) int {
	if at >= len(text) || strings.IndexByte(";,\t|", text[at]) < 0 || text[at] == s.comma[0] {
		return at
	}
	end := at
	for end < len(text) && text[end] == text[at] {
		end++
	}
	if end < len(text) && text[end] != '\n' && text[end] != '\r' {
		return at
	}
	return end
}

// unclosed notes that no quote closes a cell before offset end.
func (a *attempt) unclosed(end int) {
	a.reach, a.incomplete = end, !a.whole && !a.onLine
	a.err = "a quote is opened and never closed"
	if a.incomplete {
		a.err = fmt.Sprintf("a quote is opened and not closed within %d bytes", MaxRecordBytes)
	}
}

// ends reports whether a cell may end at offset at.
func (s *scanner) ends(text string, at int) bool {
	return at >= len(text) || text[at] == '\n' || text[at] == '\r' || strings.HasPrefix(text[at:], s.comma)
}

// cellEnd returns where the unquoted cell at offset at ends: cells counts it
// and those before it. A bare carriage return ends the record only if that
// completes the row.
func (s *scanner) cellEnd(text string, at, cells int) int {
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n', c == s.comma[0] && strings.HasPrefix(text[i:], s.comma):
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
func (a *attempt) finish(at int) bool {
	if at < len(a.text) && a.text[at] != '\n' && a.text[at] != '\r' {
		return false
	}
	a.end, a.after = at, min(at+1, len(a.text))
	switch {
	case at >= len(a.text), a.text[at] == '\r' && at+1 == len(a.text):
		a.incomplete = !a.whole
	case a.text[at] == '\r' && a.text[at+1] == '\n':
		a.after++
	}
	return true
}
