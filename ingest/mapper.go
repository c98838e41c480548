package ingest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"
	"unicode/utf8"

	"github.com/gocarina/gocsv"
)

// work is one chunk and what became of it.
type work[U any] struct {
	csv.Block
	memory []byte // that the text lies in, to be used again; nil if it is not
	end    int    // offset behind the last whole record
	lines  int    // physical lines up to there
	wasted int64  // bytes looked through in vain
	err    error

	values  []U           // one for each of taken
	hashes  []uint32      // for each of values: see idHash
	faults  []string      // for each of taken: why it is no value; "" if it is
	taken   []int         // indexes of the records that were mapped
	stamps  []dates.Stamp // len(taken) x number of times of the schema
	texts   []string      // what the stamps were read from: parts of the chunk
	updates []int32       // the number of the update, for each of taken if the file has any
	filled  []int         // by field of the plan: rows with a value
}

// mapper cuts chunks into records and lets gocsv map these to rows, which it
// converts to values. Each core has one of its own. As gocsv.Decoder it hands
// over the canonical header first, so that gocsv meets exactly the names of its
// tags, then each record that can be mapped, with the cells of each field chosen
// and cleaned. Times stay apart, as only the whole file says how they are read.
type mapper[T, U any] struct {
	rd     *reading[T, U]
	fields []fieldReader
	header []string // the fields that gocsv maps
	chunk  *work[U] // at hand

	rows  []T // for gocsv
	grid  [][]string
	cells []string
	loose []int // of the record at hand: the cells whose text is a part of the chunk
}

// fieldReader reads one field of the plan.
type fieldReader struct {
	*fieldPlan
	time   int // index of the field among the schema's times, or -1
	id     bool
	column []interner // for each of fieldPlan.columns; nil if it is a time
}

func newMapper[T, U any](rd *reading[T, U]) *mapper[T, U] {
	m := &mapper[T, U]{rd: rd}
	for i := range rd.plan.fields {
		p := &rd.plan.fields[i]
		f := fieldReader{fieldPlan: p, time: slices.Index(rd.schema.times, p.field), id: p.field == "id"}
		if f.time < 0 {
			m.header = append(m.header, p.field)
			f.column = make([]interner, len(p.columns))
		}
		m.fields = append(m.fields, f)
	}
	return m
}

// work cuts and maps one chunk. last says that nothing follows it.
func (m *mapper[T, U]) work(text string, last bool, at csv.State) *work[U] {
	w, _ := m.rd.spare.Get().(*work[U])
	if w == nil {
		w = &work[U]{}
	}
	w.Text, w.Spans, w.Records = text, w.Spans[:0], w.Records[:0]
	w.end, w.lines, w.wasted = m.rd.layout.Cut(&w.Block, last, at)
	w.faults, w.taken, w.texts = w.faults[:0], w.taken[:0], w.texts[:0]
	w.filled = append(w.filled[:0], make([]int, len(m.fields))...)
	w.stamps, w.updates = w.stamps[:0], w.updates[:0]
	m.chunk = w
	if err := gocsv.UnmarshalDecoder(m, &m.rows); err != nil {
		w.err = fmt.Errorf("mapping columns: %w", err)
		return w
	}
	w.hashes = w.hashes[:0]
	w.values = slices.Grow(w.values[:0], len(w.taken))[:len(w.taken)]
	for i := range w.values {
		w.faults = append(w.faults, m.rd.convert(&m.rows[i], &w.values[i]))
		w.hashes = append(w.hashes, idHash(&w.values[i]))
	}
	return w
}

// GetCSVRows implements gocsv.Decoder.
func (m *mapper[T, U]) GetCSVRows() ([][]string, error) {
	w, width := m.chunk, len(m.header)
	m.grid = append(m.grid[:0], m.header)
	if need := len(w.Records) * width; len(m.cells) < need {
		m.cells = make([]string, need+need/8)
	}
	cells := m.cells
	for i := range w.Records {
		r := &w.Records[i]
		if r.Blank = w.Empty(r); r.Blank || m.faulty(r) {
			continue
		}
		row := cells[:width:width]
		cells = cells[width:]
		m.compose(r, row)
		w.taken = append(w.taken, i)
		m.grid = append(m.grid, row)
	}
	return m.grid, nil
}

// faulty reports whether a record cannot be mapped, and notes why. A short
// record can: the cells that are not there are empty.
func (m *mapper[T, U]) faulty(r *csv.Record) bool {
	if r.Problem != "" {
		return true
	}
	l, w := &m.rd.layout, m.chunk
	if r.Cells > len(l.Header) {
		for _, s := range w.Spans[r.First+len(l.Header) : r.First+r.Cells] {
			if !csv.Blank(w.Text[s.Start:s.End]) {
				r.Problem = fmt.Sprintf("%d cells where the header has %d: %s", r.Cells, len(l.Header), w.unguarded(r))
				return true
			}
		}
	}
	if w.Text[r.Start:r.End] == l.Raw {
		r.Problem = "the header line once more"
	}
	return r.Problem != ""
}

// unguarded says why a record may have too many cells.
func (w *work[U]) unguarded(r *csv.Record) string {
	opened := false
	for _, s := range w.Spans[r.First : r.First+r.Cells] {
		cell := csv.Trim(w.Text[s.Start:s.End])
		if opened && strings.HasSuffix(cell, "'") {
			return "cells are quoted with ' instead of \", which CSV does not know; export with double quotes"
		}
		opened = opened || strings.HasPrefix(cell, "'")
	}
	return "a delimiter or a quote inside a cell is not guarded"
}

// compose fills row with the cells of each field and keeps the times apart.
func (m *mapper[T, U]) compose(r *csv.Record, row []string) {
	w, first := m.chunk, len(m.chunk.stamps)
	for range m.rd.schema.times {
		w.stamps, w.texts = append(w.stamps, dates.Stamp{}), append(w.texts, "")
	}
	m.loose = m.loose[:0]
	k := 0
	for i := range m.fields {
		f := &m.fields[i]
		text, column, shared := m.field(r, f)
		if f.id {
			if id := m.scoped(r, plainID(text)); id != text {
				text, shared = id, false
			}
		}
		if text != "" {
			w.filled[i]++
		}
		if f.time >= 0 {
			if f.clocks != nil && text != "" {
				text = m.withClock(r, text, f.clocks[column])
			}
			at := dates.Parse(text)
			at.Column = uint8(column)
			w.stamps[first+f.time], w.texts[first+f.time] = at, text
			continue
		}
		if text != "" && !shared {
			m.loose = append(m.loose, k)
		}
		row[k] = text
		k++
	}
	own(row, m.loose)
	if m.rd.plan.sequence >= 0 {
		text, _ := m.cell(r, m.rd.plan.sequence, &cleaner{}, nil)
		update, _ := strconv.Atoi(text)
		w.updates = append(w.updates, int32(update))
	}
}

// withClock puts the time of day in column clock behind a date; -1 means that
// there is none.
func (m *mapper[T, U]) withClock(r *csv.Record, date string, clock int) string {
	if clock < 0 {
		return date
	}
	at, _ := m.cell(r, clock, &cleaner{time: true}, nil)
	if at == "" || dates.Parse(date).Nanos != 0 {
		return date
	}
	return date + " " + at
}

// own copies the cells of row that loose names, so that they do not keep the
// chunk alive: short ones into one text, so that a row costs few pieces of memory.
func own(row []string, loose []int) {
	const long = 128
	size := 0
	for _, k := range loose {
		if len(row[k]) > long {
			row[k] = strings.Clone(row[k])
		} else {
			size += len(row[k])
		}
	}
	var joined strings.Builder
	joined.Grow(size)
	for _, k := range loose {
		if len(row[k]) <= long {
			joined.WriteString(row[k])
		}
	}
	rest := joined.String()
	for _, k := range loose {
		if n := len(row[k]); n <= long {
			row[k], rest = rest[:n], rest[n:]
		}
	}
}

// field returns the first value of the field's columns, which of them it stands
// in, and whether other rows share its memory.
func (m *mapper[T, U]) field(r *csv.Record, f *fieldReader) (text string, column int, shared bool) {
	for i, c := range f.columns {
		var in *interner
		if f.time < 0 {
			in = &f.column[i]
		}
		if text, shared = m.cell(r, c, &f.clean, in); text != "" {
			if f.less {
				text, shared = oneLess(text), false
			}
			if f.comment {
				text = commentText(text)
			}
			return text, i, shared
		}
	}
	return f.empty, 0, true
}

// cell returns the cleaned text of one cell, "" beyond the end of the record,
// and whether its memory is that of in.
func (m *mapper[T, U]) cell(r *csv.Record, column int, c *cleaner, in *interner) (text string, shared bool) {
	if column >= r.Cells {
		return "", true
	}
	raw := m.chunk.Cell(m.chunk.Spans[r.First+column])
	if raw == "" {
		return "", true
	}
	if in != nil {
		if text, shared = in.clean(raw, c); shared {
			return text, true
		}
	} else if len(c.extra) == 0 && writtenInDigits(raw) {
		return raw, false
	}
	return c.clean(raw), false
}

// writtenInDigits reports whether raw is like 2026-03-05 10:15:00, as most times
// are: nothing in it is to be cleaned away, and it is no word for "never".
func writtenInDigits(raw string) bool {
	if raw[0] < '1' || raw[0] > '9' || raw[len(raw)-1] == ' ' {
		return false
	}
	for i := 0; i < len(raw); i++ {
		if c := raw[i]; (c < '-' || c > ':') && c != ' ' && c != 'T' && c != 'Z' {
			return false
		}
	}
	return true
}

// scoped puts in front of an id what makes it unique.
func (m *mapper[T, U]) scoped(r *csv.Record, id string) string {
	if id == "" || len(m.rd.plan.scope) == 0 {
		return id
	}
	if scope, _ := m.cell(r, m.rd.plan.scope[0], &cleaner{}, nil); scope != "" {
		return scope + "#" + id
	}
	return id
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
	if !ok || strings.ContainsAny(author, " \n") || dates.Parse(at).Kind < dates.Fixed {
		return text
	}
	return csv.Trim(said)
}

// plainID takes the thousands separators out of an id that is a number, as
// GLPI writes it: "28 316".
func plainID(id string) string {
	if strings.IndexFunc(id, func(r rune) bool { return r == ' ' || r >= utf8.RuneSelf }) < 0 {
		return id
	}
	parts := strings.FieldsFunc(id, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' })
	if len(parts) < 2 {
		return id
	}
	for i, p := range parts {
		if _, ok := dates.Digits(p); !ok || i > 0 && len(p) != 3 {
			return id
		}
	}
	return strings.Join(parts, "")
}
