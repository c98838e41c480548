package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// table is one file as read: values of type U with their times still as
// written, and what was found out about the file.
type table[U any] struct {
	file    File
	values  [][]U         // in the order of the file, in as many pieces as it was read
	lines   []int         // physical line of each value's record
	stamps  []dates.Stamp // len(lines) x number of times of the schema
	updates []int32       // number of the update that a value's record is; nil if the file has none
	rejects rejects
	repeats repeats[U]
	orders  [][]dates.Order    // by time field, then by which of its columns
	zones   [][]*time.Location // likewise
	zone    *time.Location
}

// each calls do with each value, its number among all, and its times in the
// order of the schema's times, which are valid until the next call.
func (t *table[U]) each(do func(i int, v *U, times []time.Time)) {
	i, buffer := 0, []time.Time(nil)
	for _, piece := range t.values {
		for k := range piece {
			buffer = t.times(i, buffer[:0])
			do(i, &piece[k], buffer)
			i++
		}
	}
}

// times appends the times of value i to buffer.
func (t *table[U]) times(i int, buffer []time.Time) []time.Time {
	n := len(t.orders)
	for k, s := range t.stamps[i*n : (i+1)*n] {
		var at time.Time
		if cols := t.orders[k]; int(s.Column) < len(cols) {
			at = s.Time(cols[s.Column], t.zones[k][s.Column])
		}
		buffer = append(buffer, at)
	}
	return buffer
}

// inFile puts the file's name in front of an error.
func inFile(name string, err error) error {
	var at *csv.LineError
	if errors.As(err, &at) {
		return fmt.Errorf("%s:%d: %w", name, at.Line, at.Err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// reading is the state of reading one file.
type reading[T, U any] struct {
	table[U]
	schema  *schema
	plan    *plan
	layout  csv.Layout
	convert func(*T, *U) string
	pace    pace
	spare   sync.Pool // of *work[U]

	size    int64             // bytes of the text as far as it is known beforehand, else 0
	dates   [][]*dates.Column // by time field, then by which of its columns
	short   int               // records shorter than the header
	pending []footer          // rejects that are a footer if no good row follows
	numbers string            // the shape of the first cell of the first row
	kept    map[int]string    // by line: records that the order of dates may yet reject

	keptBytes int // of text in kept
	shortLine int // of the first that is short

	noTime, badTime string // why rows without a first time are rejected: one text for all

	lastDay int // of the first times so far, in days since 1970

	sheet bool // the text is that of a workbook's sheet
	begun bool // header and columns are understood

	zoneAssumed bool // nobody said in which zone times without one are
}

// readTable reads one stream. convert makes a value of a row, or says why it is
// none; the value's times come from table.each. The file of the returned table is filled as far as
// reading came, also beside an error.
func readTable[T, U any](r io.Reader, name string, s *schema, o Options, given []ColumnMapping, convert func(*T, *U) string) (*table[U], error) {
	if w := asWorkbook(r); w != nil {
		return readWorkbook(w, name, s, o, given, convert)
	}
	rd := newReading(name, s, o, convert)
	whole := csv.NewFingerprint(r)
	text, err := csv.NewReader(whole, o.Encoding, o.MaxUnpacked)
	if err == nil {
		defer text.Close()
		if text.Compression == "" {
			rd.size = csv.SizeOf(r)
		}
		err = rd.run(text, o, given)
		rd.file.Encoding, rd.file.Compression = text.Encoding(), text.Compression
	}
	if err == nil {
		_, err = io.Copy(io.Discard, whole)
	}
	rd.file.SHA256, rd.file.Bytes = whole.Sum()
	if err != nil {
		err = inFile(name, err)
		rd.file.Problem = err.Error()
		return &rd.table, err
	}
	rd.encodingWarning(text)
	return &rd.table, nil
}

// newReading returns the state before anything is read.
func newReading[T, U any](name string, s *schema, o Options, convert func(*T, *U) string) *reading[T, U] {
	rd := &reading[T, U]{schema: s, convert: convert, pace: o.pace, kept: make(map[int]string)}
	if len(s.times) > 0 {
		rd.noTime = fmt.Sprintf("%s is empty, want a time", s.times[0])
		rd.badTime = fmt.Sprintf("%s is not a time, want one such as 2026-03-05 10:15", s.times[0])
	}
	rd.file.Name, rd.zone, rd.zoneAssumed = name, o.location(), o.Location == nil
	return rd
}

// run reads the text: sample, header, recognition, rows, dates.
func (rd *reading[T, U]) run(text *csv.Reader, o Options, given []ColumnMapping) error {
	sample, more, err := csv.ReadSample(text, csv.SampleBytes)
	if err != nil {
		return fmt.Errorf("reading: %w", err)
	}
	var src io.Reader
	if more {
		src = text
	}
	if bytes.IndexByte(sample, '\n') < 0 {
		sample = bytes.ReplaceAll(sample, []byte{'\r'}, []byte{'\n'})
		if src != nil {
			src = csv.NewLineFeeds(text)
		}
	}
	if rd.layout, err = csv.Sniff(sample, rd.vocabulary(given)); err != nil {
		return err
	}
	first := csv.SampleBlock(sample, rd.layout)
	if err := rd.understand(first, given); err != nil {
		return err
	}
	rd.begun = true
	if err := rd.rows(csv.NewChunker(sample[rd.layout.Offset:], src, rd.layout, rd.pace.chunk), rd.layout.Next); err != nil {
		return err
	}
	return rd.settle(o)
}

// understand recognises the system and gives columns to fields.
func (rd *reading[T, U]) understand(first *csv.Block, given []ColumnMapping) error {
	s, l, f := rd.schema, rd.layout, &rd.file
	cols := columnsOf(l, first)
	sys, confidence, evidence := recognise(s, cols)
	f.System, f.Form, f.Key, f.Confidence, f.Evidence = sys.Name, sys.Form, sys.Key, confidence, evidence
	f.Delimiter, f.HeaderLine, f.Preamble = csv.DelimiterName(l.Comma), l.Line, l.Preamble
	if !l.Quotes {
		f.Delimiter += ", without quoting"
	}
	plan, err := newPlan(s, sys, cols, given)
	if err != nil {
		return &csv.LineError{Line: l.Line, Err: err}
	}
	rd.plan = plan
	rd.warnWidth(first)
	rd.dates = make([][]*dates.Column, len(s.times))
	rd.orders, rd.zones = make([][]dates.Order, len(s.times)), make([][]*time.Location, len(s.times))
	for _, p := range plan.fields {
		c := Column{Field: p.field, Given: p.given, Likely: p.likely}
		for i, at := range p.columns {
			if !slices.Contains(c.Headers, cols[at].name) {
				c.Headers = append(c.Headers, cols[at].name)
			}
			if len(c.Samples) == 0 {
				c.Samples = cols[at].samples()
			}
			if t := slices.Index(s.times, p.field); t >= 0 {
				_, zone, order := dates.ReadHeader(cols[at].name)
				rd.dates[t] = append(rd.dates[t], &dates.Column{Field: p.field, Header: cols[at].name, Index: i, Zone: zone, Said: order})
			}
		}
		for _, clock := range p.clocks {
			if clock >= 0 {
				c.Headers = append(c.Headers, cols[clock].name)
			}
		}
		f.Columns = append(f.Columns, c)
	}
	unused := map[string]bool{}
	for i, c := range cols {
		if c.name != "" && !plan.used[i] && !unused[c.name] {
			unused[c.name] = true
			f.Unused = append(f.Unused, c.name)
		}
	}
	return rd.required(cols)
}

// settle decides the orders of the dates once all rows are known, drops rows
// whose first time is none in that order, and counts.
func (rd *reading[T, U]) settle(o Options) error {
	if len(rd.lines) > 0 {
		rd.pending = slices.DeleteFunc(rd.pending, func(p footer) bool {
			if p.isCut(rd.numbers) {
				return false
			}
			rd.file.Footer = append(rd.file.Footer, p.Record)
			for _, i := range p.filled {
				rd.file.Columns[i].Filled--
			}
			return true
		})
	}
	rd.flush()
	if err := rd.decide(o); err != nil {
		return err
	}
	rd.dropLate()
	rd.dropOutliers()
	rd.checkTimes()
	rd.repeats.recent = nil
	rd.file.Kept, rd.file.Merged, rd.file.Rejected = len(rd.lines), rd.repeats.all, rd.rejects.count
	rd.file.Rows = rd.file.Kept + rd.file.Merged + rd.file.Rejected
	rd.rejects.settle()
	rd.describeDates()
	rd.describe()
	return nil
}

// decide settles the order of every column of times.
func (rd *reading[T, U]) decide(o Options) error {
	configured, _ := dates.ParseOrder(o.DateOrder)
	n := len(rd.schema.times)
	err := dates.Decide(slices.Concat(rd.dates...), configured, rd.schema.times, func(visit func([]dates.Stamp)) {
		for i := range rd.lines {
			for range rd.weight(i) {
				visit(rd.stamps[i*n : (i+1)*n])
			}
		}
	})
	for t, cols := range rd.dates {
		for _, c := range cols {
			rd.orders[t] = append(rd.orders[t], c.Order)
			rd.zones[t] = append(rd.zones[t], rd.zoneOf(c))
		}
	}
	if open := (*dates.AmbiguousError)(nil); errors.As(err, &open) {
		return &csv.LineError{Line: open.Line, Err: open}
	}
	return err
}

// zoneOf returns the zone of a column's times without one.
func (rd *reading[T, U]) zoneOf(c *dates.Column) *time.Location {
	if c.Zone != nil {
		return c.Zone
	}
	return rd.zone
}

// dropLate rejects rows whose required time is no date in its column's order.
func (rd *reading[T, U]) dropLate() {
	if !rd.schema.needed() {
		return
	}
	n := len(rd.schema.times)
	rd.rejects.nextPass()
	rd.drop(func(i int) bool {
		s := rd.stamps[i*n]
		c := rd.dates[0][s.Column]
		if s.Fits(c.Order) {
			return false
		}
		rd.rejectKept(i, ticket.Reject{
			Pos: ticket.Pos{File: rd.file.Name, Line: rd.lines[i]}, Column: c.Header, Value: s.Written(),
			Reason: fmt.Sprintf("%s is no date read %s, as %s is proven to be", rd.schema.times[0], c.Order, c.Header), Record: rd.kept[rd.lines[i]],
		})
		return true
	})
}

// drop takes out the values for whose numbers gone holds. It asks in the order
// of the file.
func (t *table[U]) drop(gone func(i int) bool) {
	n, i, k := len(t.stamps)/max(1, len(t.lines)), 0, 0
	for p, piece := range t.values {
		kept := 0
		for from := range piece {
			if !gone(i) {
				if k != i {
					piece[kept], t.lines[k] = piece[from], t.lines[i]
					copy(t.stamps[k*n:], t.stamps[i*n:(i+1)*n])
					if t.updates != nil {
						t.updates[k] = t.updates[i]
					}
				}
				kept++
				k++
			}
			i++
		}
		clear(piece[kept:])
		t.values[p] = piece[:kept]
	}
	t.lines, t.stamps = t.lines[:k], t.stamps[:k*n]
	if t.updates != nil {
		t.updates = t.updates[:k]
	}
}
