package ingest

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"
	"unicode"

	"ticketpatterns/analyzer/ticket"
)

// pace says how a file is divided among the cores. Nothing that is read depends
// on it.
type pace struct {
	workers int  // 0: one for each core
	chunk   int  // bytes; 0: chunkBytes
	whole   bool // rows that repeat others are held until they are merged
	spoil   bool // memory that is used again is spoilt before, so that whoever still reads it shows
}

// job is one chunk on its way to a worker, or why there is none.
type job[U any] struct {
	csv.Chunk
	err  error
	done chan *work[U]
}

// rows maps all records and keeps what is good. Cutting the text into chunks,
// mapping these on all cores and collecting the rows go on at the same time. The
// chunks are collected in the order of the file, and one that does not begin
// where the one before it ended is mapped again, so that the outcome depends on
// the text alone.
func (rd *reading[T, U]) rows(c *csv.Chunker, line int) error {
	workers := rd.pace.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	jobs, ordered, stop := make(chan job[U]), make(chan job[U], 2*workers), make(chan struct{})
	var running sync.WaitGroup
	defer running.Wait()
	defer close(stop)
	running.Go(func() { cutChunks(c, jobs, ordered, stop) })
	for range workers {
		running.Go(func() {
			m := newMapper(rd)
			for j := range jobs {
				w := m.work(j.Text, j.Last, csv.State{})
				w.memory = j.Memory
				j.done <- w
			}
		})
	}
	return rd.gather(ordered, c, line)
}

// cutChunks sends each chunk to the workers, after it has its place in ordered,
// until the text ends or stop is closed.
func cutChunks[U any](c *csv.Chunker, jobs, ordered chan<- job[U], stop <-chan struct{}) {
	defer close(ordered)
	defer close(jobs)
	for {
		j := job[U]{done: make(chan *work[U], 1)}
		j.Chunk, j.err = c.Next()
		select {
		case ordered <- j:
		case <-stop:
			return
		}
		if j.err != nil {
			return
		}
		jobs <- j
		if j.Last {
			return
		}
	}
}

// gather collects the chunks in order. What a chunk leaves over, because the
// record goes on in the next one, is mapped together with that.
func (rd *reading[T, U]) gather(ordered <-chan job[U], c *csv.Chunker, line int) error {
	var at csv.State
	var again *mapper[T, U]
	left := ""
	for j := range ordered {
		if j.err != nil {
			return fmt.Errorf("reading line %d: %w", line, j.err)
		}
		w := <-j.done
		if left != "" || !at.Trusts(w.wasted) {
			if again == nil {
				again = newMapper(rd)
			}
			w = again.work(left+j.Text, j.Last, at)
			w.memory = j.Memory // which the text may still be in
		}
		if w.err != nil {
			return w.err
		}
		rd.collect(w, line-1)
		left = strings.Clone(w.Text[w.end:])
		at, line = at.After(w.end, w.wasted), line+w.lines
		rd.recycle(w, c)
	}
	return nil
}

// recycle keeps the memory of a chunk that has been collected for another. Nothing
// may point into its text any more.
func (rd *reading[T, U]) recycle(w *work[U], c *csv.Chunker) {
	if rd.pace.spoil {
		for i := range w.memory {
			w.memory[i] = '#'
		}
	}
	if memory := w.memory; memory != nil {
		c.Spare.Put(&memory)
	}
	w.Text, w.memory = "", nil
	clear(w.values)
	rd.spare.Put(w)
}

// collect takes the rows of one chunk, in the order of the file. lines is how
// many lines stand above it.
func (rd *reading[T, U]) collect(w *work[U], lines int) {
	n, k := len(rd.schema.times), 0
	rd.reserve(w)
	for i := range w.Records {
		r := &w.Records[i]
		r.Line += lines
		if r.Blank {
			continue
		}
		if k == len(w.taken) || w.taken[k] != i {
			rd.reject(&w.Block, r, "", "", r.Problem)
			continue
		}
		stamps := w.stamps[k*n : (k+1)*n]
		if w.faults[k] != "" {
			rd.reject(&w.Block, r, "", "", w.faults[k])
		} else if rd.take(&w.Block, r, stamps, w.texts[k*n:(k+1)*n]) {
			rd.hold(w, k, stamps, r.Line)
		}
		k++
	}
	for i, filled := range w.filled {
		rd.file.Columns[i].Filled += filled
	}
}

// timed counts the rows of a chunk that have their first time: no other is kept.
func (rd *reading[T, U]) timed(w *work[U]) int {
	n := len(rd.schema.times)
	if !rd.schema.needed() {
		return len(w.taken)
	}
	rows := 0
	for k := range w.taken {
		if w.stamps[k*n].Kind > dates.Bad {
			rows++
		}
	}
	return rows
}

// hold keeps row k of a chunk, unless it repeats what is known.
func (rd *reading[T, U]) hold(w *work[U], k int, stamps []dates.Stamp, line int) {
	update := int32(0)
	if rd.plan.sequence >= 0 {
		update = w.updates[k]
	}
	slot, hash := (*recent[U])(nil), w.hashes[k]
	if hash != 0 {
		slot = rd.repeats.slot(hash)
	}
	if slot != nil && slot.hash == hash && rd.repeated(*slot, &w.values[k], stamps, update, line) {
		return
	}
	last := len(rd.values) - 1
	if len(rd.values[last]) == cap(rd.values[last]) {
		rd.values = append(rd.values, make([]U, 0, max(len(rd.lines), leastRows)))
		last++
	}
	piece := &rd.values[last]
	*piece, rd.stamps, rd.lines = append(*piece, w.values[k]), append(rd.stamps, stamps...), append(rd.lines, line)
	if rd.plan.sequence >= 0 {
		rd.updates = append(rd.updates, update)
	}
	if slot != nil {
		*slot = recent[U]{&(*piece)[len(*piece)-1], hash, int32(len(rd.lines) - 1)}
	}
}

// leastRows is how many rows a piece of values has room for at least.
const leastRows = 256

// reserve makes room for all rows of the file, told from its first chunk. Where the
// size of the file is known, one piece will do for all, so that no value is copied
// twice.
func (rd *reading[T, U]) reserve(w *work[U]) {
	if len(rd.values) > 0 {
		return
	}
	rows := rd.distinct(w, rd.timed(w))
	room := max(rows, leastRows)
	if expected := int(float64(rd.size) / float64(max(1, w.end)) * float64(rows)); rd.size > 0 {
		room = max(rows, expected+expected/32)
		rd.lines, rd.stamps = make([]int, 0, room), make([]dates.Stamp, 0, room*len(rd.schema.times))
	}
	rd.values = append(rd.values, make([]U, 0, room))
}

// take reports whether a row is kept: unless it has no first time.
func (rd *reading[T, U]) take(b *csv.Block, r *csv.Record, stamps []dates.Stamp, texts []string) bool {
	s := rd.schema
	if s.needed() && stamps[0].Kind <= dates.Bad {
		reason := rd.noTime
		if texts[0] != "" {
			reason = rd.badTime
		}
		rd.reject(b, r, rd.dates[0][stamps[0].Column].Header, texts[0], reason)
		return false
	}
	if s.needed() && rd.mayBeOutlier(stamps[0]) {
		rd.keep(b, r)
	}
	rd.flush()
	if rd.isTorn(b, r) {
		rd.reject(b, r, "", "", fmt.Sprintf("%d cells where the header has %d, and no end of line: the file ends inside this row", r.Cells, len(rd.layout.Header)))
		return false
	}
	if len(rd.lines) == 0 {
		rd.numbers = shape(rd.firstCell(b, r))
	}
	if r.Cells < len(rd.layout.Header) {
		if rd.short++; rd.short == 1 {
			rd.shortLine = r.Line
		}
	}
	for t := range stamps {
		if cols := rd.dates[t]; len(cols) > 0 {
			rd.watch(b, r, cols[stamps[t].Column], stamps[t], texts[t], t == 0)
		}
	}
	return true
}

// isTorn reports whether a record is the last of a file that was cut off within it: it
// is the only one that is short, and nothing ends its line.
func (rd *reading[T, U]) isTorn(b *csv.Block, r *csv.Record) bool {
	return r.Cells < len(rd.layout.Header) && int(r.End) == len(b.Text) && rd.short == 0 && len(rd.lines) > 0
}

// watch counts a time for the order of its column. It keeps the record where
// the order may turn out to be one in which the required time is none.
func (rd *reading[T, U]) watch(b *csv.Block, r *csv.Record, c *dates.Column, t dates.Stamp, text string, required bool) {
	const early = 100 // proofs after which the leading order is taken to stay
	if !required || t.Kind != dates.Numeric {
		c.Add(t, text, r.Line)
		return
	}
	lead, others := c.Leader()
	before := c.Only[lead] + others
	c.Add(t, text, r.Line)
	lead, now := c.Leader()
	if proofs := c.Only[lead] + now; proofs > before && (now > others || proofs < early) {
		rd.keep(b, r)
	}
}

// keep holds a record that may yet be rejected, as far as rejects are listed.
func (rd *reading[T, U]) keep(b *csv.Block, r *csv.Record) {
	if len(rd.kept) < 2*rejectsListed && rd.keptBytes < 2*rejectsListedBytes {
		raw := b.Raw(*r)
		rd.kept[r.Line] = raw
		rd.keptBytes += len(raw)
	}
}

// reject notes a record that becomes no value. Short records at the end of
// the file may be a footer.
func (rd *reading[T, U]) reject(b *csv.Block, r *csv.Record, column, value, reason string) {
	filled := 0
	for _, s := range b.Spans[r.First : r.First+r.Cells] {
		if s.End > s.Start {
			filled++
		}
	}
	maybeFooter := filled <= 2 && len(rd.layout.Header) > 3 && len(rd.pending) < 5
	if !maybeFooter {
		rd.flush()
		if rd.rejects.full() {
			rd.rejects.count++
			return
		}
	}
	rej := ticket.Reject{
		Pos: ticket.Pos{File: rd.file.Name, Line: r.Line}, Column: column, Value: strings.Clone(value), Reason: reason, Record: b.Raw(*r),
	}
	if maybeFooter {
		rd.pending = append(rd.pending, footer{rej, rd.filledIn(b, r), rd.firstCell(b, r)})
	} else {
		rd.rejects.add(rej)
	}
}

// flush turns what might have been a footer into rejects.
func (rd *reading[T, U]) flush() {
	if len(rd.pending) > 0 {
		for _, p := range rd.pending {
			rd.rejects.add(p.Reject)
		}
		rd.pending = rd.pending[:0]
	}
}

// footer is a record that may stand below the rows and be none of them.
type footer struct {
	ticket.Reject
	filled []int  // fields of the plan that it counted for
	first  string // its first cell
}

// isCut reports whether it is a row that was cut off rather than a footer: it
// begins with what numbers the rows.
func (f footer) isCut(numbers string) bool {
	return strings.Contains(numbers, "0") && shape(f.first) == numbers
}

// firstCell returns a copy of the first cell of a record.
func (rd *reading[T, U]) firstCell(b *csv.Block, r *csv.Record) string {
	return strings.Clone(csv.Trim(b.Cell(b.Spans[r.First])))
}

// filledIn returns the fields of the plan for which a record holds anything.
func (rd *reading[T, U]) filledIn(b *csv.Block, r *csv.Record) []int {
	if r.Problem != "" {
		return nil // it was not mapped, so that it does not count
	}
	var filled []int
	for i, f := range rd.plan.fields {
		if slices.ContainsFunc(f.columns, func(c int) bool { return c < r.Cells && !csv.Blank(b.Cell(b.Spans[r.First+c])) }) {
			filled = append(filled, i)
		}
	}
	return filled
}

// shape writes each run of digits as 0 and each of letters as a.
func shape(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			r = '0'
		case unicode.IsLetter(r):
			r = 'a'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
