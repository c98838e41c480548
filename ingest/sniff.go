package ingest

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"ticketpatterns/ingest/dates"
)

const (
	sampleBytes = 1 << 20 // of the text, read before anything is decided
	sampleRows  = 1000    // records looked at for values
	headerRows  = 40      // records among which the header is searched
)

// layout is how the text of a file is cut.
type layout struct {
	comma    string
	quotes   bool
	header   []string
	raw      string // the header record as it stands in the file
	line     int    // its physical line
	next     int    // physical line of the first record below it
	offset   int    // of that record in the text
	score    int    // headers understood
	preamble []string
}

// delimiters are tried in this order; a file's own "sep=" line decides.
var delimiters = []string{",", ";", "\t", "|", "¤", "\x1f"}

// delimiterName returns the delimiter in words.
func delimiterName(comma string) string {
	switch comma {
	case ",":
		return "comma"
	case ";":
		return "semicolon"
	case "\t":
		return "tab"
	case "|":
		return "vertical bar"
	}
	return fmt.Sprintf("%q", comma)
}

// sniff finds delimiter and header line in the first bytes of a text: the line
// with the most headers that the schema understands, or that the user named.
func sniff(sample []byte, s *schema, given []ColumnMapping) (layout, error) {
	if err := notCSV(sample); err != nil {
		return layout{}, err
	}
	known := s.known
	if len(given) > 0 {
		known = maps.Clone(known)
	}
	for _, m := range given {
		known[foldHeader(m.Column)] = true
	}
	tries := delimiters
	if sep, ok := sepLine(sample); ok {
		tries = []string{sep}
	}
	var best layout
	for _, comma := range tries {
		if l := findHeader(sample, comma, known); l.score > best.score || l.score == best.score && len(l.header) > len(best.header) {
			best = l
		}
	}
	if best.score < 2 && !(best.score == 1 && len(given) > 0) {
		return layout{}, noHeader(sample, s)
	}
	best.quotes = best.comma != "\t" || quotesCells(sample[best.offset:], best)
	if !best.quotes {
		best.quotes = misfits(sample, best, true) < misfits(sample, best, false)
	}
	return best, nil
}

// sepLine reads the first line "sep=;" that Excel writes.
func sepLine(sample []byte) (string, bool) {
	line, _, _ := bytes.Cut(sample, []byte("\n"))
	sep, ok := bytes.CutPrefix(bytes.Trim(line, "\"\r "), []byte("sep="))
	return string(sep), ok && len(sep) > 0 && len(sep) <= 2
}

// findHeader returns the best header line when cells are cut at comma.
func findHeader(sample []byte, comma string, known map[string]bool) layout {
	head := sample[:min(len(sample), 128<<10)]
	best := layout{comma: comma}
	sc := newScanner(head, nil, comma, true, 1)
	b, err := sc.next()
	if b == nil || err != nil {
		return best
	}
	for i, r := range b.records[:min(len(b.records), headerRows)] {
		cells, score := make([]string, r.cells), 0
		seen := make(map[string]bool, r.cells)
		for j := range cells {
			cells[j] = trim(string(b.cell(b.spans[r.first+j])))
			if key := foldHeader(cells[j]); !seen[key] && (known[key] || nearUsual(key)) {
				seen[key] = true
				score++
			}
		}
		if score > best.score {
			best.score, best.header, best.line, best.raw = score, cells, r.line, b.raw(r)
			best.offset, best.next = afterLine(head, int(r.end)), r.line+1+bytes.Count(head[r.start:r.end], []byte("\n"))
			best.preamble = best.preamble[:0:0]
			for _, above := range b.records[max(0, i-3):i] {
				best.preamble = append(best.preamble, b.raw(above))
			}
		}
	}
	return best
}

// nearUsual reports whether a header is near the usual name of some field, and
// short enough to be a header.
func nearUsual(key string) bool {
	const longestHeader = 40
	return len(key) <= longestHeader && slices.ContainsFunc(ticketStems, func(s stem) bool { return s.near(key) })
}

// afterLine returns the offset behind the line end at offset end.
func afterLine(text []byte, end int) int {
	switch {
	case end >= len(text):
		return len(text)
	case text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n':
		return end + 2
	}
	return end + 1
}

// quotesCells reports whether a tab separated text quotes cells: one that
// does quotes some cell whole, one that does not lets quotes stand as text.
func quotesCells(text []byte, l layout) bool {
	if strings.HasPrefix(l.raw, `"`) {
		return true
	}
	for line := range bytes.Lines(text) {
		for cell := range bytes.SplitSeq(bytes.TrimRight(line, "\r\n"), []byte(l.comma)) {
			if len(cell) >= 2 && cell[0] == '"' && cell[len(cell)-1] == '"' {
				return true
			}
		}
	}
	return false
}

// misfits counts the records of the sample that are not as wide as the header,
// with quotes around cells or without.
func misfits(sample []byte, l layout, quotes bool) int {
	l.quotes = quotes
	b, n := sampleBlock(sample, l), 0
	for _, r := range b.records[:min(len(b.records), sampleRows)] {
		if r.cells != len(l.header) && !(r.cells == 1 && blank(b.text[r.start:r.end])) {
			n++
		}
	}
	return n
}

// noHeader says that no line names columns of tickets, and shows the first.
func noHeader(sample []byte, s *schema) error {
	if len(bytes.TrimSpace(sample)) == 0 {
		return fmt.Errorf("the file is empty")
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(sample, "\r\n \t"), []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	shown := strings.ToValidUTF8(string(line[:min(len(line), 200)]), "?")
	if unwrapped := bytes.Trim(line, `"`); len(unwrapped) == len(line)-2 {
		if l := findHeader(bytes.ReplaceAll(unwrapped, []byte(`""`), []byte(`"`)), ",", s.known); l.score >= 2 {
			return &lineError{1, fmt.Errorf("each line is quoted as a whole, so that it is one cell: %q; export again without opening the file in between, or take the outer quotes away", shown)}
		}
	}
	for _, cell := range bytes.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;\t|", r) }) {
		if dates.Parse(strings.Trim(string(cell), `" `)).Kind >= dates.Fixed {
			return &lineError{1, fmt.Errorf("no header found: the first line is a row of %s already (%q); export again with the names of the columns, or write them above it, such as %s", s.what, shown, strings.Join(s.example, ","))}
		}
	}
	return &lineError{1, fmt.Errorf("no header found: no line among the first %d names columns of %s; the first line is %q; name columns with --map field=Column", headerRows, s.what, shown)}
}

// sampleBlock returns the first records below the header.
func sampleBlock(sample []byte, l layout) *block {
	sc := newScanner(sample[l.offset:], nil, l.comma, l.quotes, l.next)
	sc.width = len(l.header)
	b, err := sc.next()
	if b == nil || err != nil {
		return &block{}
	}
	return b
}

// lineFeeds makes line feeds of the carriage returns that alone end the lines
// of old Macintosh files.
type lineFeeds struct{ r io.Reader }

// Read implements io.Reader.
func (l lineFeeds) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
