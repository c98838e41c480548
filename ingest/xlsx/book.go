// Package xlsx reads the sheets of Excel workbooks as CSV, one line for each row,
// within limits that no file can exceed.
package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Limits of what a workbook may unpack to. Text is what its sheets hold; strings
// are the texts that cells share, which alone stay in memory.
const (
	maxUnpacked = 2 << 30
	maxSmall    = 32 << 20 // of a part that only describes
	maxToken    = 1 << 20  // of one tag or text; Excel ends cells at 32,767 characters
	maxSheets   = 1000
)

// These two are variables for tests, which would have to write gigabytes.
var (
	maxText    int64 = 1 << 30
	maxStrings int64 = 256 << 20
)

// errTooLarge is what reading a part beyond its limit ends with.
var errTooLarge = errors.New("the workbook unpacks to more than is read")

// Book is an open workbook. It is not safe for concurrent use.
type Book struct {
	Sheets []string // names in the order of their tabs, hidden ones last

	parts    map[string]*zip.File
	sheets   map[string]string // part of each sheet
	strings  texts
	loaded   bool // strings are
	formats  []format
	from1904 bool
	unpacked int64 // bytes so far
}

// IsBook reports whether a file is a workbook: a zip archive with the parts of one.
func IsBook(r io.ReaderAt, size int64) bool {
	var magic [4]byte
	if n, _ := r.ReadAt(magic[:], 0); n < 4 || string(magic[:]) != "PK\x03\x04" {
		return false
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	for _, f := range z.File {
		if strings.EqualFold(f.Name, "xl/workbook.xml") || strings.EqualFold(f.Name, "xl/workbook.bin") {
			return true
		}
	}
	return false
}

// Open reads what a workbook says of its sheets and formats, and no rows.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("opening workbook: %w", err)
	}
	b := &Book{parts: make(map[string]*zip.File, len(z.File)), sheets: make(map[string]string)}
	for _, f := range z.File {
		b.parts[strings.ToLower(f.Name)] = f
	}
	if b.parts["xl/workbook.bin"] != nil {
		return nil, errors.New("this is a binary workbook (.xlsb): save it as .xlsx or as CSV")
	}
	if err := b.directory(); err != nil {
		return nil, fmt.Errorf("opening workbook: %w", err)
	}
	if err := b.styles(); err != nil {
		return nil, fmt.Errorf("reading the formats of the workbook: %w", err)
	}
	return b, nil
}

// part opens a part of the archive as XML of at most so many bytes; nil if the
// workbook has none of that name.
func (b *Book) part(name string, limit int64) (*tokens, error) {
	f := b.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return newTokens(r, &b.unpacked, limit), nil
}

// directory finds the sheets and their parts.
func (b *Book) directory() error {
	targets := map[string]string{}
	err := b.tags("xl/_rels/workbook.xml.rels", maxSmall, func(t xml.StartElement) {
		if t.Name.Local == "Relationship" {
			targets[attr(t, "Id")] = attr(t, "Target")
		}
	})
	if err != nil {
		return err
	}
	var hidden []string
	err = b.tags("xl/workbook.xml", maxSmall, func(t xml.StartElement) {
		switch t.Name.Local {
		case "workbookPr":
			b.from1904 = isTrue(attr(t, "date1904"))
		case "sheet":
			name, target := attr(t, "name"), targets[attr(t, "id")]
			if target == "" || b.sheets[name] != "" || len(b.sheets) == maxSheets {
				return
			}
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			if b.sheets[name] = strings.TrimPrefix(target, "/"); attr(t, "state") == "" || attr(t, "state") == "visible" {
				b.Sheets = append(b.Sheets, name)
			} else {
				hidden = append(hidden, name)
			}
		}
	})
	b.Sheets = append(b.Sheets, hidden...)
	if err == nil && len(b.Sheets) == 0 {
		err = errors.New("it has no sheet")
	}
	return err
}

// tags calls visit with each start tag of a part.
func (b *Book) tags(name string, limit int64, visit func(xml.StartElement)) error {
	t, err := b.part(name, limit)
	if t == nil || err != nil {
		return err
	}
	defer t.Close()
	for {
		token, err := t.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			visit(start)
		}
	}
}

// styles reads which cell styles are formats of times.
func (b *Book) styles() error {
	codes, cells := map[int]string{}, false
	return b.tags("xl/styles.xml", maxSmall, func(t xml.StartElement) {
		switch t.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attr(t, "numFmtId")); err == nil {
				codes[id] = attr(t, "formatCode")
			}
		case "cellXfs":
			cells = true
		case "cellStyles", "dxfs":
			cells = false
		case "xf":
			if cells {
				id, _ := strconv.Atoi(attr(t, "numFmtId"))
				b.formats = append(b.formats, formatOf(id, codes[id]))
			}
		}
	})
}

// texts are the shared strings, one behind the other.
type texts struct {
	all  []byte
	ends []uint32
}

// at returns text i; false if there is none.
func (t *texts) at(i int) ([]byte, bool) {
	if i < 0 || i >= len(t.ends) {
		return nil, false
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.all[from:t.ends[i]], true
}

// load reads the shared strings, once.
func (b *Book) load() error {
	if b.loaded {
		return nil
	}
	b.loaded = true
	const name = "xl/sharedStrings.xml"
	t, err := b.part(name, maxStrings)
	if t == nil || err != nil {
		return err
	}
	defer t.Close()
	in := runs{}
	for {
		token, err := t.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		in.take(token, &b.strings.all)
		if end, ok := token.(xml.EndElement); ok && end.Name.Local == "si" {
			b.strings.ends = append(b.strings.ends, uint32(len(b.strings.all)))
		}
	}
}

// runs gathers the text of a string that may be made of runs, without how it is
// pronounced.
type runs struct{ text, spoken bool }

// take appends what a token adds to the text.
func (r *runs) take(token xml.Token, text *[]byte) {
	switch t := token.(type) {
	case xml.StartElement:
		r.text, r.spoken = t.Name.Local == "t", r.spoken || t.Name.Local == "rPh"
	case xml.EndElement:
		r.text, r.spoken = false, r.spoken && t.Name.Local != "rPh"
	case xml.CharData:
		if r.text && !r.spoken {
			*text = append(*text, t...)
		}
	}
}

// attr returns an attribute, whatever its name space.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || strings.EqualFold(s, "true") }

// unescape reads _x000D_ as Excel writes characters that XML cannot hold.
func unescape(s []byte) []byte {
	if !bytes.Contains(s, []byte("_x")) {
		return s
	}
	var out []byte
	for len(s) > 0 {
		if len(s) >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_' {
			if code, err := strconv.ParseUint(string(s[2:6]), 16, 16); err == nil {
				if code == '\n' || code == '\r' || code == '\t' || code >= ' ' {
					out = append(out, string(rune(code))...)
				}
				s = s[7:]
				continue
			}
		}
		out, s = append(out, s[0]), s[1:]
	}
	return out
}
