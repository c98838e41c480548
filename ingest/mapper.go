package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"
)

// mapped is what became of one block.
type mapped[U any] struct {
	block   *block
	values  []U      // one for each of taken
	faults  []string // for each of taken: why it is no value; "" if it is
	taken   []int    // indexes of the records that were mapped
	stamps  []stamp  // len(taken) x number of times of the schema
	texts   []string // what the stamps were read from
	updates []int32  // the number of the update, for each of taken
	blank   []bool   // by record: all cells are empty
	filled  []int    // by field of the plan: rows with a value
}

// mapBlock lets gocsv map the records of b to rows and converts these to
// values.
func mapBlock[T, U any](s *schema, p *plan, l layout, b *block, names interner, convert func(*T) (U, string)) (mapped[U], error) {
	m := mapped[U]{block: b}
	d := &decoder{schema: s, plan: p, layout: l, block: b, names: names, blank: make([]bool, len(b.records)), filled: make([]int, len(p.fields))}
	var rows []T
	if err := gocsv.UnmarshalDecoder(d, &rows); err != nil {
		return m, fmt.Errorf("mapping columns: %w", err)
	}
	m.values, m.faults = make([]U, len(d.taken)), make([]string, len(d.taken))
	for i := range m.values {
		m.values[i], m.faults[i] = convert(&rows[i])
	}
	m.taken, m.stamps, m.texts, m.updates, m.blank, m.filled = d.taken, d.stamps, d.texts, d.updates, d.blank, d.filled
	return m, nil
}

// decoder hands a block to gocsv: first the canonical header, so that gocsv
// meets exactly the names of its tags, then each record that has the width of
// the header, with the cells of each field chosen and cleaned.
type decoder struct {
	schema *schema
	plan   *plan
	layout layout
	block  *block
	names  interner

	taken   []int
	stamps  []stamp
	texts   []string
	updates []int32
	blank   []bool
	filled  []int
}

// GetCSVRows implements gocsv.Decoder.
func (d *decoder) GetCSVRows() ([][]string, error) {
	records := d.block.records
	header := make([]string, len(d.plan.fields))
	for i, f := range d.plan.fields {
		header[i] = f.field
	}
	rows := append(make([][]string, 0, 1+len(records)), header)
	cells := make([]string, len(records)*len(header))
	n := len(records) * len(d.schema.times)
	d.stamps, d.texts = make([]stamp, 0, n), make([]string, 0, n)
	d.taken, d.updates = make([]int, 0, len(records)), make([]int32, 0, len(records))
	for i := range records {
		r := &records[i]
		if d.blank[i] = d.empty(r); d.blank[i] || d.faulty(r) {
			continue
		}
		row := cells[:len(header):len(header)]
		cells = cells[len(header):]
		d.compose(r, row)
		d.taken = append(d.taken, i)
		rows = append(rows, row)
	}
	return rows, nil
}

// empty reports whether all cells of a record are empty.
func (d *decoder) empty(r *record) bool {
	for _, s := range d.block.spans[r.first : r.first+r.cells] {
		if !blank(d.block.text[s.start:s.end]) {
			return false
		}
	}
	return true
}

// blank reports whether a cell holds nothing but white space.
func blank(cell []byte) bool {
	return len(cell) == 0 || cell[0] <= ' ' && trim(string(cell)) == "" || cell[0] >= utf8.RuneSelf && trim(string(cell)) == ""
}

// faulty reports whether a record cannot be mapped, and notes why. A short
// record can: the cells that are not there are empty.
func (d *decoder) faulty(r *record) bool {
	if r.problem != "" {
		return true
	}
	if r.cells > len(d.layout.header) {
		for _, s := range d.block.spans[r.first+len(d.layout.header) : r.first+r.cells] {
			if !blank(d.block.text[s.start:s.end]) {
				r.problem = fmt.Sprintf("%d cells where the header has %d: a delimiter or a quote inside a cell is not guarded", r.cells, len(d.layout.header))
				return true
			}
		}
	}
	if int(r.end-r.start) == len(d.layout.raw) && d.block.raw(*r) == d.layout.raw {
		r.problem = "the header line once more"
	}
	return r.problem != ""
}

// compose fills row with the cells of each field and keeps the times apart.
func (d *decoder) compose(r *record, row []string) {
	first := len(d.stamps)
	for range d.schema.times {
		d.stamps, d.texts = append(d.stamps, stamp{}), append(d.texts, "")
	}
	for i := range d.plan.fields {
		f := &d.plan.fields[i]
		text, column := d.field(r, f)
		if t := indexOf(d.schema.times, f.field); t >= 0 {
			at := parseStamp(text)
			at.column = uint8(column)
			d.stamps[first+t], d.texts[first+t] = at, text
		}
		if f.field == "id" {
			text = d.scoped(r, plainID(text))
		}
		if text != "" {
			d.filled[i]++
		}
		row[i] = text
	}
	update := 0
	if d.plan.sequence >= 0 {
		update, _ = strconv.Atoi(d.cell(r, d.plan.sequence, cleaner{}))
	}
	d.updates = append(d.updates, int32(update))
}

// field returns the first value of the field's columns and which of them it
// stands in.
func (d *decoder) field(r *record, f *fieldPlan) (string, int) {
	for i, c := range f.columns {
		if text := d.cell(r, c, f.clean); text != "" {
			if f.less {
				text = oneLess(text)
			}
			if f.comment {
				text = commentText(text)
			}
			return text, i
		}
	}
	return f.empty, 0
}

// oneLess makes moves of a count of stations.
func oneLess(text string) string {
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return strconv.Itoa(n - 1)
	}
	return text
}

// commentText takes time and author from the front of a comment as Jira exports
// it: "22/Sep/25 9:26 AM;5f00;the text". Only the first two separators count.
func commentText(text string) string {
	at, rest, _ := strings.Cut(text, ";")
	author, said, ok := strings.Cut(rest, ";")
	if !ok || strings.ContainsAny(author, " \n") || parseStamp(at).kind < stampFixed {
		return text
	}
	return trim(said)
}

// cell returns the cleaned text of one cell, "" beyond the end of the record.
func (d *decoder) cell(r *record, column int, c cleaner) string {
	if column >= r.cells {
		return ""
	}
	raw := d.block.cell(d.block.spans[r.first+column])
	if len(raw) == 0 {
		return ""
	}
	return c.clean(d.names.string(raw))
}

// scoped puts in front of an id what makes it unique.
func (d *decoder) scoped(r *record, id string) string {
	if id == "" || len(d.plan.scope) == 0 {
		return id
	}
	if scope := d.cell(r, d.plan.scope[0], cleaner{}); scope != "" {
		return scope + "#" + id
	}
	return id
}

// plainID takes the thousands separators out of an id that is a number, as
// GLPI writes it: "28 316".
func plainID(id string) string {
	parts := strings.FieldsFunc(id, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' })
	if len(parts) < 2 {
		return id
	}
	for i, p := range parts {
		if _, ok := digits(p); !ok || i > 0 && len(p) != 3 {
			return id
		}
	}
	return strings.Join(parts, "")
}

// interner keeps one copy of each short text: names of teams, states and
// people repeat in most rows.
type interner map[string]string

// maxInterned bounds the table, so that ids and subjects cannot fill memory.
const maxInterned = 1 << 16

// string returns raw as a string.
func (n interner) string(raw []byte) string {
	if len(raw) > 40 {
		return string(raw)
	}
	if s, ok := n[string(raw)]; ok {
		return s
	}
	s := string(raw)
	if len(n) < maxInterned {
		n[s] = s
	}
	return s
}
