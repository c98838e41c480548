package csv

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"ticketpatterns/ingest/dates"
	"unicode"
)

const (
	SampleBytes = 1 << 20 // of the text, read before anything is decided
	SampleRows  = 1000    // records looked at for values
	headerRows  = 40      // records among which the header is searched
)

// Layout is how the text of a file is cut.
type Layout struct {
	Comma    string
	Quotes   bool
	Escape   bool // a backslash guards a quote inside a quoted cell
	Header   []string
	Raw      string // the header record as it stands in the file
	Line     int    // its physical line
	Next     int    // physical line of the first record below it
	Offset   int    // of that record in the text
	Score    int    // headers understood
	Preamble []string
}

// delimiters are tried in this order; a file's own "sep=" line decides.
var delimiters = []string{",", ";", "\t", "|", "¤", "\x1f"}

// DelimiterName returns the delimiter in words.
func DelimiterName(comma string) string {
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

// Vocabulary says what headers a file may have.
type Vocabulary struct {
	What    string   // the file holds, for errors: "tickets"
	Example []string // headers that a small file would have
	// key returns what a header that is understood folds to, "" for another.
	Key   func(header string) string
	Named bool // the user named a column, so that one header is enough
	// Times says that each row holds a time, so that a header in an unknown
	// language is told from what stands below it.
	Times bool
	Comma string // the delimiter, where it is known
}

// Sniff finds delimiter and header line in the first bytes of a text: the line
// with the most headers that are understood.
func Sniff(sample []byte, v Vocabulary) (Layout, error) {
	if err := notCSV(sample); err != nil {
		return Layout{}, err
	}
	tries := delimiters
	if sep, ok := sepLine(sample); ok {
		tries = []string{sep}
	}
	if v.Comma != "" {
		tries = []string{v.Comma}
	}
	var best Layout
	for _, comma := range tries {
		if l := findHeader(sample, comma, v); l.Score > best.Score || l.Score == best.Score && len(l.Header) > len(best.Header) {
			best = l
		}
	}
	if l, ok := plainHeader(sample, tries, v); ok && (l.Score > best.Score || !best.fitsRows(sample)) {
		best = l
	}
	if best.Score < 2 && !(best.Score == 1 && v.Named) {
		l, ok := headerAbove(sample, tries)
		if !ok || !v.Times {
			return Layout{}, noHeader(sample, v)
		}
		best = l
	}
	best = best.mend(sample, v)
	best.Quotes = best.Comma != "\t" || quotesCells(sample[best.Offset:], best)
	if !best.Quotes {
		best.Quotes = misfits(sample, best, true) < misfits(sample, best, false)
	}
	if quote := singleQuotes(best.Header); quote {
		return best, &LineError{Line: best.Line, Err: fmt.Errorf("cells are quoted with ' where CSV has \": export again with double quotes, or replace them")}
	}
	best.Escape = escapes(sample, best)
	return best, nil
}

// singleQuotes reports whether all cells of a header stand between apostrophes.
func singleQuotes(header []string) bool {
	for _, h := range header {
		if len(h) < 3 || h[0] != '\'' || h[len(h)-1] != '\'' {
			return false
		}
	}
	return len(header) > 1
}

// innerEscape is a quote behind a backslash that ends no cell, as databases and
// Spark write quotes inside of cells.
var innerEscape = regexp.MustCompile(`[^\\]\\"[^",;|\t\r\n]`)

// escapes reports whether a backslash guards quotes: then more records are as
// wide as the header, or as many, and no quote is doubled. A path such as C:\
// before the closing quote of a cell speaks against it.
func escapes(sample []byte, l Layout) bool {
	if !l.Quotes || !innerEscape.Match(sample) {
		return false
	}
	with := l
	with.Escape = true
	guarded, doubled := misfits(sample, with, true), misfits(sample, l, true)
	return guarded < doubled || guarded == doubled && !bytes.Contains(sample[l.Offset:], []byte(`""`))
}

// sepLine reads the first line "sep=;" that Excel writes.
func sepLine(sample []byte) (string, bool) {
	line, _, _ := bytes.Cut(sample, []byte("\n"))
	sep, ok := bytes.CutPrefix(bytes.Trim(line, "\"\r "), []byte("sep="))
	return string(sep), ok && len(sep) > 0 && len(sep) <= 2
}

// findHeader returns the best header line when cells are cut at comma.
func findHeader(sample []byte, comma string, v Vocabulary) Layout {
	head := beginning(sample, headerBytes)
	best := Layout{Comma: comma}
	sc := newScanner(head, nil, comma, true, 1)
	b, err := sc.next()
	if b == nil || err != nil {
		return best
	}
	for i, r := range b.Records[:min(len(b.Records), headerRows)] {
		cells, score := make([]string, r.Cells), 0
		seen := make(map[string]bool, r.Cells)
		for j := range cells {
			cells[j] = columnName(b.Cell(b.Spans[r.First+j]))
			if key := v.Key(cells[j]); key != "" && !seen[key] {
				seen[key] = true
				score++
			}
		}
		if slices.ContainsFunc(cells, isTime) {
			continue // a row below the header
		}
		if score > best.Score {
			best.Score, best.Header, best.Line, best.Raw = score, cells, r.Line, b.Raw(r)
			best.Offset, best.Next = afterLine(head, int(r.End)), r.Line+1+bytes.Count(head[r.Start:r.End], []byte("\n"))
			best.Preamble = best.Preamble[:0:0]
			for _, above := range b.Records[max(0, i-3):i] {
				best.Preamble = append(best.Preamble, b.Raw(above))
			}
		}
	}
	return best
}

// longestName is how many bytes of the name of a column are looked at.
const longestName = 1024

// columnName returns what is looked at of a cell of the header.
func columnName(cell string) string {
	return strings.ToValidUTF8(Trim(cell[:min(len(cell), longestName)]), "\uFFFD")
}

// isTime reports whether a cell is a time and nothing else.
func isTime(cell string) bool {
	const shortest = len("1.1.26")
	return len(cell) >= shortest && strings.ContainsFunc(cell, unicode.IsDigit) && dates.Parse(cell).Kind >= dates.Fixed
}

// headerAbove returns the first record as header if what stands below shows that
// it is one: it names each column once and holds neither number nor time, most
// records are as wide, and some column holds times.
func headerAbove(sample []byte, commas []string) (Layout, bool) {
	const fewest, below = 3, 50 // columns, and records looked at
	var best Layout
	for _, comma := range commas {
		head := beginning(sample, headerBytes)
		b, err := newScanner(head, nil, comma, true, 1).next()
		if b == nil || err != nil || b.Records[0].Cells < max(fewest, len(best.Header)+1) {
			continue
		}
		r := b.Records[0]
		l := Layout{Comma: comma, Line: r.Line, Raw: b.Raw(r), Offset: afterLine(head, int(r.End)), Next: r.Line + 1 + bytes.Count(head[r.Start:r.End], []byte("\n"))}
		for _, s := range b.Spans[r.First : r.First+r.Cells] {
			l.Header = append(l.Header, columnName(b.Cell(s)))
		}
		if l.namesColumns() && timesBelow(b, b.Records[1:min(len(b.Records), below)], r.Cells) {
			best = l
		}
	}
	return best, len(best.Header) > 0
}

// namesColumns reports whether each cell of the header may be the name of a
// column.
func (l Layout) namesColumns() bool {
	seen := make(map[string]bool, len(l.Header))
	for _, h := range l.Header {
		if !strings.ContainsFunc(h, unicode.IsLetter) || isTime(h) || seen[h] {
			return false
		}
		seen[h] = true
	}
	return true
}

// timesBelow reports whether most records are so wide and some column of them
// holds nothing but times.
func timesBelow(b *Block, records []Record, width int) bool {
	const most = 0.8
	wide, times, filled := 0, make([]int, width), make([]int, width)
	for _, r := range records {
		if r.Cells != width {
			continue
		}
		wide++
		for j := range width {
			if cell := Trim(b.Cell(b.Spans[r.First+j])); cell != "" {
				filled[j]++
				if isTime(cell) {
					times[j]++
				}
			}
		}
	}
	for j := range width {
		if times[j] > 0 && float64(times[j]) >= most*float64(filled[j]) {
			return float64(wide) >= most*float64(len(records))
		}
	}
	return false
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
func quotesCells(text []byte, l Layout) bool {
	if strings.HasPrefix(l.Raw, `"`) {
		return true
	}
	for line := range bytes.Lines(text) {
		for cell := range bytes.SplitSeq(bytes.TrimRight(line, "\r\n"), []byte(l.Comma)) {
			if len(cell) >= 2 && cell[0] == '"' && cell[len(cell)-1] == '"' {
				return true
			}
		}
	}
	return false
}

// misfits counts the records of the sample that are not as wide as the header,
// with quotes around cells or without.
func misfits(sample []byte, l Layout, quotes bool) int {
	l.Quotes = quotes
	b, n := SampleBlock(sample, l), 0
	for _, r := range b.Records[:min(len(b.Records), SampleRows)] {
		if r.Cells != len(l.Header) && !(r.Cells == 1 && Blank(b.Text[r.Start:r.End])) {
			n++
		}
	}
	return n
}

// noHeader says that no line names columns, and shows the first.
func noHeader(sample []byte, v Vocabulary) error {
	if len(bytes.TrimSpace(sample)) == 0 {
		return fmt.Errorf("the file is empty")
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(sample, "\r\n \t"), []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	shown := strings.ToValidUTF8(string(line[:min(len(line), 200)]), "?")
	if unwrapped := bytes.Trim(line, `"`); len(unwrapped) == len(line)-2 {
		if l := findHeader(bytes.ReplaceAll(unwrapped, []byte(`""`), []byte(`"`)), ",", v); l.Score >= 2 {
			return &LineError{Line: 1, Err: fmt.Errorf("each line is quoted as a whole, so that it is one cell: %q; export again without opening the file in between, or take the outer quotes away", shown)}
		}
	}
	for _, cell := range bytes.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;\t|", r) }) {
		if dates.Parse(strings.Trim(string(cell), `" `)).Kind >= dates.Fixed {
			return &LineError{Line: 1, Err: fmt.Errorf("no header found: the first line is a row of %s already (%q); export again with the names of the columns, or write them above it, such as %s", v.What, shown, strings.Join(v.Example, ","))}
		}
	}
	if words := strings.Fields(shown); len(words) > 2 && countKeys(words, v) >= 2 && countKeys(words, v) >= len(words)-1 {
		return &LineError{Line: 1, Err: fmt.Errorf("no header found: the first line (%q) names columns with spaces between; export again with commas, semicolons or tabs", shown)}
	}
	return &LineError{Line: 1, Err: fmt.Errorf("no header found: no line among the first %d names columns of %s; the first line is %q; name columns with --map field=Column", headerRows, v.What, shown)}
}

// countKeys counts the headers that are understood.
func countKeys(headers []string, v Vocabulary) int {
	n := 0
	for _, h := range headers {
		if v.Key(h) != "" {
			n++
		}
	}
	return n
}

// SampleBlock returns the first records below the header.
func SampleBlock(sample []byte, l Layout) *Block {
	sc := newScanner(sample[l.Offset:], nil, l.Comma, l.Quotes, l.Next)
	sc.width, sc.escape = len(l.Header), l.Escape
	b, err := sc.next()
	if b == nil || err != nil {
		return &Block{}
	}
	return b
}

// NewLineFeeds makes line feeds of the carriage returns that alone end the lines
// of old Macintosh files.
func NewLineFeeds(r io.Reader) io.Reader { return lineFeeds{r} }

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
