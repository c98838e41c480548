package ingest

import (
	"fmt"
	"runtime"
	"sync"

	"ticketpatterns/analyzer/ticket"
)

// part holds what one block gave, as table does for the whole file.
type part[U any] struct {
	values  []U
	lines   []int
	stamps  []stamp
	updates []int32
}

// rows maps all records and keeps what is good. Cutting the text, mapping the
// blocks and collecting the rows go on at the same time; the blocks come to
// collect in the order of the file, so that the outcome does not depend on it.
func (rd *reading[T, U]) rows(sc *scanner) error {
	workers := min(runtime.GOMAXPROCS(0), 8)
	jobs, ordered, stop := make(chan job[U]), make(chan job[U], 2*workers), make(chan struct{})
	var running sync.WaitGroup
	defer running.Wait()
	defer close(stop)
	running.Go(func() { cutBlocks(sc, jobs, ordered, stop) })
	for range workers {
		running.Go(func() {
			names := make(interner)
			for j := range jobs {
				m, err := mapBlock(rd.schema, rd.plan, rd.layout, j.block, names, rd.convert)
				j.done <- outcome[U]{m, err}
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

// job is one block on its way to a worker, or why there is none.
type job[U any] struct {
	block *block
	err   error
	done  chan outcome[U]
}

// outcome is what a worker made of a block.
type outcome[U any] struct {
	mapped[U]
	err error
}

// cutBlocks sends each block to the workers, after it has its place in ordered,
// until the text ends or stop is closed.
func cutBlocks[U any](sc *scanner, jobs, ordered chan<- job[U], stop <-chan struct{}) {
	defer close(ordered)
	defer close(jobs)
	for {
		j := job[U]{done: make(chan outcome[U], 1)}
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
		if m.faults[k] != "" {
			rd.reject(m.block, r, "", "", m.faults[k])
		} else if rd.take(m.block, r, stamps, m.texts[k*n:(k+1)*n]) {
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
	if s.needed() && rd.mayBeFar(stamps[0]) {
		rd.kept[r.line] = b.raw(r)
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
