package ingest

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/ingest/dates"
)

// again says of a row that is kept how often it came again.
type again struct{ times, lastLine int }

// repeats finds rows that say word for word what the row of the same ticket
// before them said: they are counted and not kept, so that memory follows what is
// told and not how often. Merging comes to the same ticket, as between two such
// rows it would find nothing. Of many tickets some that return late are not found
// here and are kept until they are merged.
type repeats[U any] struct {
	recent []recent[U]   // by hash of the id: the last row
	byLine map[int]again // by the line of the row that is kept
	all    int           // sum of the times of byLine
}

// recent is the last row of a ticket. The hash of its id tells nearly always without
// a look at the ticket, which lies far away, that it is another.
type recent[U any] struct {
	value *U
	hash  uint32
	row   int32
}

// recentTickets is how many tickets are looked back at: as many as fit into a
// fast memory.
const recentTickets = 1 << 15

// slot returns where the last row of a ticket is found whose id has this hash.
func (r *repeats[U]) slot(hash uint32) *recent[U] {
	if r.recent == nil {
		r.recent = make([]recent[U], recentTickets)
	}
	return &r.recent[hash%recentTickets]
}

// idHash returns the hash of a ticket's id, never 0; 0 of what has no id.
func idHash[U any](v *U) uint32 {
	t, ok := any(v).(*ticket.Ticket)
	if !ok || t.ID == "" {
		return 0
	}
	return tailHash(t.ID) | 1<<31
}

// tailHash is a hash of the end of an id, which is where ids differ. It is quick, and
// where it fails rows are kept until they are merged.
func tailHash(id string) uint32 {
	h := uint64(len(id))
	for i := max(0, len(id)-8); i < len(id); i++ {
		h = h<<8 | uint64(id[i])
	}
	return uint32(h * 0x9e3779b97f4a7c15 >> 32)
}

// isOwnID reports whether all rows of this id speak of the same ticket.
func isOwnID(id string) bool { return id != "" && !strings.Contains(id, "E+") }

// sameWords reports whether two rows say the same, but for their times.
func sameWords(a, b *ticket.Ticket) bool {
	for i := range ticket.Fields {
		switch f := &ticket.Fields[i]; {
		case f.Kind == ticket.Text && *f.Text(a) != *f.Text(b):
			return false
		case f.Count != nil && *f.Count(a) != *f.Count(b):
			return false
		}
	}
	return true
}

// repeated reports whether a row says what the last row of its ticket said, and
// counts it then.
func (rd *reading[T, U]) repeated(last recent[U], v *U, stamps []dates.Stamp, update int32, line int) bool {
	t := any(v).(*ticket.Ticket)
	if rd.pace.whole || !isOwnID(t.ID) || !sameWords(any(last.value).(*ticket.Ticket), t) {
		return false
	}
	n, row := len(stamps), int(last.row)
	if !slices.Equal(stamps, rd.stamps[row*n:(row+1)*n]) || rd.updates != nil && rd.updates[row] != update {
		return false
	}
	if rd.repeats.byLine == nil {
		rd.repeats.byLine = make(map[int]again)
	}
	kept := rd.lines[row]
	rd.repeats.byLine[kept] = again{rd.repeats.byLine[kept].times + 1, line}
	rd.repeats.all++
	return true
}

// distinct estimates how many of n rows of a chunk do not repeat the last one of
// their ticket.
func (rd *reading[T, U]) distinct(w *work[U], n int) int {
	const enough = 2000 // rows to tell from
	width, last := len(rd.schema.times), make(map[string]int)
	seen, same := min(len(w.values), enough), 0
	for k := range seen {
		t, ok := any(&w.values[k]).(*ticket.Ticket)
		if !ok {
			return n
		}
		j, known := last[t.ID]
		if known && isOwnID(t.ID) && sameWords(any(&w.values[j]).(*ticket.Ticket), t) &&
			slices.Equal(w.stamps[j*width:(j+1)*width], w.stamps[k*width:(k+1)*width]) {
			same++
		}
		last[t.ID] = k
	}
	return max(1, n-same*n/max(1, seen))
}

// weight returns how many rows of the file the kept row number i stands for.
func (t *table[U]) weight(i int) int {
	if len(t.repeats.byLine) == 0 {
		return 1
	}
	return 1 + t.repeats.byLine[t.lines[i]].times
}

// lastLine returns the line of the last row that the kept row number i stands for.
func (t *table[U]) lastLine(i int) int {
	if t.repeats.all > 0 {
		if more, ok := t.repeats.byLine[t.lines[i]]; ok {
			return more.lastLine
		}
	}
	return t.lines[i]
}

// rejectKept lists the kept row number i among the rejects, and counts the rows
// that repeat it.
func (t *table[U]) rejectKept(i int, r ticket.Reject) {
	t.rejects.add(r)
	if more, ok := t.repeats.byLine[t.lines[i]]; ok {
		t.rejects.count += more.times
		t.repeats.all -= more.times
		delete(t.repeats.byLine, t.lines[i])
	}
}
