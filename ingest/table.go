package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// table is one file as read: values of type U with their times still as
// written, and what was found out about the file.
type table[U any] struct {
	file    File
	values  []U
	lines   []int   // physical line of each value's record
	stamps  []stamp // len(values) x number of times of the schema
	updates []int32 // number of the update that a value's record is
	rejects []ticket.Reject
	orders  [][]order // by time field, then by which of its columns
	zone    *time.Location
	buffer  []time.Time
}

// times returns the times of value i in the order of the schema's times. The
// result is valid until the next call.
func (t *table[U]) times(i int) []time.Time {
	n := len(t.orders)
	t.buffer = t.buffer[:0]
	for k, s := range t.stamps[i*n : (i+1)*n] {
		var at time.Time
		if cols := t.orders[k]; int(s.column) < len(cols) {
			at = s.time(cols[s.column], t.zone)
		}
		t.buffer = append(t.buffer, at)
	}
	return t.buffer
}

// lineError is a mistake at a line of the file.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("%d: %v", e.line, e.err) }
func (e *lineError) Unwrap() error { return e.err }

// inFile puts the file's name in front of an error.
func inFile(name string, err error) error {
	var at *lineError
	if errors.As(err, &at) {
		return fmt.Errorf("%s:%d: %w", name, at.line, at.err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// reading is the state of reading one file.
type reading[T, U any] struct {
	table[U]
	schema  *schema
	plan    *plan
	layout  layout
	convert func(*T) U

	parts   []part[U]
	dates   [][]*dateColumn // by time field, then by which of its columns
	short   []int           // lines of records shorter than the header
	pending []ticket.Reject // rejects that are a footer if no good row follows
	kept    map[int]string  // by line: records that the order of dates may yet reject
}

// part holds what one block gave, as table does for the whole file.
type part[U any] struct {
	values  []U
	lines   []int
	stamps  []stamp
	updates []int32
}

// readTable reads one stream. convert makes a value of a row; the value's times
// come from table.times. The file of the returned table is filled as far as
// reading came, also beside an error.
func readTable[T, U any](r io.Reader, name string, s *schema, o Options, given []ColumnMapping, convert func(*T) U) (*table[U], error) {
	rd := &reading[T, U]{schema: s, convert: convert, kept: make(map[int]string)}
	rd.file.Name, rd.zone = name, o.location()
	sum := sha256.New()
	counted := &counter{r: io.TeeReader(r, sum)}
	text, err := newTextReader(counted, o.Encoding)
	if err == nil {
		defer text.close()
		err = rd.run(text, o, given)
		rd.file.Encoding, rd.file.Compression = text.encoding(), text.compression
	}
	if err == nil {
		_, err = io.Copy(io.Discard, counted)
	}
	rd.file.SHA256, rd.file.Bytes = hex.EncodeToString(sum.Sum(nil)), counted.n
	if err != nil {
		err = inFile(name, err)
		rd.file.Problem = err.Error()
		return &rd.table, err
	}
	rd.encodingWarning(text)
	return &rd.table, nil
}

// counter counts the bytes read through it.
type counter struct {
	r io.Reader
	n int64
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// run reads the text: sample, header, recognition, rows, dates.
func (rd *reading[T, U]) run(text *textReader, o Options, given []ColumnMapping) error {
	sample, err := io.ReadAll(io.LimitReader(text, sampleBytes))
	if err != nil {
		return fmt.Errorf("reading: %w", err)
	}
	var src io.Reader
	if len(sample) == sampleBytes {
		src = text
	}
	if bytes.IndexByte(sample, '\n') < 0 {
		sample = bytes.ReplaceAll(sample, []byte{'\r'}, []byte{'\n'})
		if src != nil {
			src = lineFeeds{text}
		}
	}
	if rd.layout, err = sniff(sample, rd.schema, given); err != nil {
		return err
	}
	first := sampleBlock(sample, rd.layout)
	if err := rd.understand(first, given); err != nil {
		return err
	}
	sc := newScanner(sample[rd.layout.offset:], src, rd.layout.comma, rd.layout.quotes, rd.layout.next)
	sc.width = len(rd.layout.header)
	if err := rd.rows(sc); err != nil {
		return err
	}
	return rd.settle(o)
}

// understand recognises the system and gives columns to fields.
func (rd *reading[T, U]) understand(first *block, given []ColumnMapping) error {
	s, l, f := rd.schema, rd.layout, &rd.file
	cols := columnsOf(l, first)
	sys, confidence, evidence := recognise(s, cols)
	f.System, f.Key, f.Confidence, f.Evidence = sys.name, sys.key, confidence, evidence
	f.Delimiter, f.HeaderLine, f.Preamble = delimiterName(l.comma), l.line, l.preamble
	if !l.quotes {
		f.Delimiter += ", without quoting"
	}
	plan, err := newPlan(s, sys, cols, given)
	if err != nil {
		return &lineError{l.line, err}
	}
	rd.plan = plan
	rd.dates = make([][]*dateColumn, len(s.times))
	rd.orders = make([][]order, len(s.times))
	for _, p := range plan.fields {
		c := Column{Field: p.field, Given: p.given}
		for i, at := range p.columns {
			if !slices.Contains(c.Headers, cols[at].name) {
				c.Headers = append(c.Headers, cols[at].name)
			}
			if len(c.Samples) == 0 {
				c.Samples = cols[at].samples()
			}
			if t := indexOf(s.times, p.field); t >= 0 {
				rd.dates[t] = append(rd.dates[t], &dateColumn{field: p.field, header: cols[at].name, index: i})
			}
		}
		f.Columns = append(f.Columns, c)
	}
	for i, c := range cols {
		if c.name != "" && !plan.used[i] && !slices.Contains(f.Unused, c.name) {
			f.Unused = append(f.Unused, c.name)
		}
	}
	return rd.required(cols)
}

// required reports an error if the file lacks what every value needs.
func (rd *reading[T, U]) required(cols []column) error {
	s := rd.schema
	has := func(field string) bool {
		return slices.ContainsFunc(rd.plan.fields, func(p fieldPlan) bool { return p.field == field })
	}
	var lacks []string
	for _, field := range s.required {
		if !has(field) {
			lacks = append(lacks, s.needs[field])
		}
	}
	if len(lacks) > 0 {
		also := ""
		if !has("id") && slices.Contains(s.fields, "id") {
			also = " (there is no id either)"
		}
		if lack := rd.plan.system.lack; lack != "" {
			also += "; " + lack
		}
		return &lineError{rd.layout.line, fmt.Errorf("no column says %s%s: these are not %s as they can be read; the columns are %s; name one with --map %s=Column",
			strings.Join(lacks, " or "), also, s.what, headerList(cols), s.required[0])}
	}
	for _, field := range s.fields {
		if cost := s.costs[field]; cost != "" && !has(field) {
			rd.file.Missing = append(rd.file.Missing, Gap{Field: field, Cost: cost})
		}
	}
	return nil
}

// rows maps all records and keeps what is good. Cutting the text, mapping the
// blocks and collecting the rows go on at the same time; the blocks come to
// collect in the order of the file, so that the outcome does not depend on it.
func (rd *reading[T, U]) rows(sc *scanner) error {
	type outcome struct {
		mapped[U]
		err error
	}
	type job struct {
		block *block
		err   error
		done  chan outcome
	}
	workers := min(runtime.GOMAXPROCS(0), 8)
	jobs, ordered, stop := make(chan job), make(chan job, 2*workers), make(chan struct{})
	var running sync.WaitGroup
	defer running.Wait()
	defer close(stop)
	running.Go(func() {
		defer close(ordered)
		defer close(jobs)
		for {
			j := job{done: make(chan outcome, 1)}
			if j.block, j.err = sc.next(); j.block == nil && j.err == nil {
				return
			}
			select {
			case ordered <- j:
			case <-stop:
				return
			}
			if j.err != nil {
				return
			}
			jobs <- j
		}
	})
	for range workers {
		running.Go(func() {
			names := make(interner)
			for j := range jobs {
				m, err := mapBlock(rd.schema, rd.plan, rd.layout, j.block, names, rd.convert)
				j.done <- outcome{m, err}
			}
		})
	}
	for j := range ordered {
		if j.err != nil {
			return j.err
		}
		o := <-j.done
		if o.err != nil {
			return o.err
		}
		rd.collect(o.mapped)
	}
	return nil
}

// collect takes the rows of one block, in the order of the file.
func (rd *reading[T, U]) collect(m mapped[U]) {
	n, k := len(rd.schema.times), 0
	p := part[U]{values: m.values[:0], stamps: m.stamps[:0], updates: m.updates[:0], lines: make([]int, 0, len(m.taken))}
	for i, r := range m.block.records {
		if m.blank[i] {
			continue
		}
		if k == len(m.taken) || m.taken[k] != i {
			rd.reject(m.block, r, "", "", r.problem)
			continue
		}
		stamps := m.stamps[k*n : (k+1)*n]
		if rd.take(m.block, r, stamps, m.texts[k*n:(k+1)*n]) {
			p.values, p.stamps = append(p.values, m.values[k]), append(p.stamps, stamps...)
			p.updates, p.lines = append(p.updates, m.updates[k]), append(p.lines, r.line)
		}
		k++
	}
	for i, filled := range m.filled {
		rd.file.Columns[i].Filled += filled
	}
	rd.parts = append(rd.parts, p)
}

// join makes one table of the parts.
func (rd *reading[T, U]) join() {
	rows := 0
	for _, p := range rd.parts {
		rows += len(p.values)
	}
	rd.values, rd.lines = make([]U, 0, rows), make([]int, 0, rows)
	rd.updates, rd.stamps = make([]int32, 0, rows), make([]stamp, 0, rows*len(rd.schema.times))
	for i := range rd.parts {
		p := &rd.parts[i]
		rd.values, rd.lines = append(rd.values, p.values...), append(rd.lines, p.lines...)
		rd.updates, rd.stamps = append(rd.updates, p.updates...), append(rd.stamps, p.stamps...)
		*p = part[U]{}
	}
	rd.parts = nil
}

// take reports whether a row is kept: unless it has no first time.
func (rd *reading[T, U]) take(b *block, r record, stamps []stamp, texts []string) bool {
	s := rd.schema
	if s.needed() && stamps[0].kind <= stampBad {
		reason := fmt.Sprintf("%s is empty, want a time", s.times[0])
		if texts[0] != "" {
			reason = fmt.Sprintf("%s is not a time, want one such as 2026-03-05 10:15", s.times[0])
		}
		rd.reject(b, r, rd.dates[0][stamps[0].column].header, texts[0], reason)
		return false
	}
	rd.flush()
	if r.cells < len(rd.layout.header) {
		rd.short = append(rd.short, r.line)
	}
	for t := range stamps {
		if cols := rd.dates[t]; len(cols) > 0 {
			rd.watch(b, r, cols[stamps[t].column], stamps[t], texts[t], t == 0)
		}
	}
	return true
}

// watch counts a time for the order of its column. It keeps the record where
// the order may turn out to be one in which the required time is none.
func (rd *reading[T, U]) watch(b *block, r record, c *dateColumn, t stamp, text string, required bool) {
	const early = 100 // proofs after which the leading order is taken to stay
	lead, others := c.leader()
	before := c.only[lead] + others
	c.add(t, text, r.line)
	lead, now := c.leader()
	if proofs := c.only[lead] + now; required && proofs > before && (now > others || proofs < early) {
		rd.kept[r.line] = b.raw(r)
	}
}

// reject notes a record that becomes no value. Short records at the end of
// the file may be a footer.
func (rd *reading[T, U]) reject(b *block, r record, column, value, reason string) {
	rej := ticket.Reject{
		Pos: ticket.Pos{File: rd.file.Name, Line: r.line}, Column: column, Value: value, Reason: reason, Record: b.raw(r),
	}
	filled := 0
	for _, s := range b.spans[r.first : r.first+r.cells] {
		if s.end > s.start {
			filled++
		}
	}
	if filled <= 2 && len(rd.layout.header) > 3 && len(rd.pending) < 5 {
		rd.pending = append(rd.pending, rej)
		return
	}
	rd.flush()
	rd.rejects = append(rd.rejects, rej)
}

// flush turns what might have been a footer into rejects.
func (rd *reading[T, U]) flush() {
	rd.rejects = append(rd.rejects, rd.pending...)
	rd.pending = rd.pending[:0]
}

// settle decides the orders of the dates once all rows are known, drops rows
// whose first time is none in that order, and counts.
func (rd *reading[T, U]) settle(o Options) error {
	rd.join()
	if len(rd.values) > 0 {
		for _, p := range rd.pending {
			rd.file.Footer = append(rd.file.Footer, p.Record)
		}
		rd.pending = nil
	}
	rd.flush()
	if err := rd.decide(o); err != nil {
		return err
	}
	rd.dropLate()
	rd.file.Kept, rd.file.Rejected = len(rd.values), len(rd.rejects)
	rd.file.Rows = rd.file.Kept + rd.file.Rejected
	slices.SortStableFunc(rd.rejects, func(a, b ticket.Reject) int { return a.Pos.Line - b.Pos.Line })
	rd.describeDates()
	rd.warn()
	return nil
}

// decide settles the order of every column of times.
func (rd *reading[T, U]) decide(o Options) error {
	configured, _ := parseOrder(o.DateOrder)
	n := len(rd.schema.times)
	err := decideOrders(slices.Concat(rd.dates...), configured, rd.schema.times, func(visit func([]stamp)) {
		for i := range rd.values {
			visit(rd.stamps[i*n : (i+1)*n])
		}
	})
	for t, cols := range rd.dates {
		for _, c := range cols {
			rd.orders[t] = append(rd.orders[t], c.order)
		}
	}
	return err
}

// dropLate rejects rows whose required time is no date in its column's order.
func (rd *reading[T, U]) dropLate() {
	if !rd.schema.needed() {
		return
	}
	n, k := len(rd.schema.times), 0
	for i := range rd.values {
		s := rd.stamps[i*n]
		c := rd.dates[0][s.column]
		if !s.fits(c.order) {
			record := rd.kept[rd.lines[i]]
			rd.rejects = append(rd.rejects, ticket.Reject{
				Pos: ticket.Pos{File: rd.file.Name, Line: rd.lines[i]}, Column: c.header, Value: s.written(),
				Reason: fmt.Sprintf("%s is no date read %s, as %s is proven to be", rd.schema.times[0], c.order, c.header), Record: record,
			})
			continue
		}
		rd.values[k], rd.lines[k], rd.updates[k] = rd.values[i], rd.lines[i], rd.updates[i]
		copy(rd.stamps[k*n:], rd.stamps[i*n:(i+1)*n])
		k++
	}
	rd.values, rd.lines, rd.updates, rd.stamps = rd.values[:k], rd.lines[:k], rd.updates[:k], rd.stamps[:k*n]
}
