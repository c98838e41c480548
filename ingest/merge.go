package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/maphash"
	"math/bits"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// merger gathers the tickets of all files.
type merger struct {
	options Options
	files   []File
	rejects []ticket.Reject
	pieces  []*piece
	rows    int // tickets in pieces
}

// piece is a run of tickets of one file, as they were read.
type piece struct {
	tickets []ticket.Ticket
	updates []int32  // number of the update that each row is; nil if the export has none
	hashes  []uint64 // of source and id of each
	file    int      // index of the file
}

// row is one ticket as read: the index of its piece, and its own in that.
type row struct{ piece, at int32 }

func newMerger(o Options) *merger { return &merger{options: o} }

// ticket returns the ticket of a row.
func (m *merger) ticket(r row) *ticket.Ticket { return &m.pieces[r.piece].tickets[r.at] }

// update returns the number of the update that a row is; 0 if it has none.
func (m *merger) update(r row) int32 {
	if p := m.pieces[r.piece]; p.updates != nil {
		return p.updates[r.at]
	}
	return 0
}

// add takes what was read from the file that comes last in files.
func (m *merger) add(t *table[ticket.Ticket]) {
	const step = 1024 // tickets that a core finishes at a time
	first, at := len(m.pieces), 0
	var odd atomic.Bool
	for _, tickets := range t.values {
		p := &piece{tickets: tickets, file: len(m.files) - 1, hashes: make([]uint64, len(tickets))}
		if t.updates != nil {
			p.updates = t.updates[at : at+len(tickets)]
		}
		parallel.Each((len(tickets)+step-1)/step, func() func(int) {
			return func(i int) {
				if m.finish(t, p, at, i*step, min((i+1)*step, len(tickets))) {
					odd.Store(true)
				}
			}
		})
		m.pieces = append(m.pieces, p)
		at += len(tickets)
	}
	m.rows += at
	if odd.Load() {
		m.name(m.pieces[first:])
	}
}

// finish sets the times, place and source of some tickets of p, whose first is
// number at of the table, and reports whether an id among them needs a look.
func (m *merger) finish(t *table[ticket.Ticket], p *piece, at, from, to int) (odd bool) {
	source := m.options.Source
	if source == "" {
		source = t.file.Key
	}
	var times []time.Time
	for i := from; i < to; i++ {
		c := &p.tickets[i]
		times = t.times(at+i, times[:0])
		c.Opened, c.Resolved, c.Closed, c.Updated = times[0], times[1], times[2], times[3]
		c.Pos = ticket.Pos{File: t.file.Name, Line: t.lastLine(at + i)}
		if c.Source == "" || m.options.Source != "" {
			c.Source = source
		}
		odd = odd || c.ID == "" || strings.Contains(c.ID, "E+")
		p.hashes[i] = hashOf(c)
	}
	return odd
}

// hashSeed makes hashes that nobody can foresee; no order depends on them.
var hashSeed = maphash.MakeSeed()

// hashOf returns the hash by which the rows of one ticket find each other.
func hashOf(t *ticket.Ticket) uint64 {
	return maphash.String(hashSeed, t.Source)*31 + maphash.String(hashSeed, t.ID)
}

// roundedID is an id that a spreadsheet has turned into a rounded number.
var roundedID = regexp.MustCompile(`^[0-9][.,]?[0-9]*E\+[0-9]+$`)

// name gives ids to the tickets of one file that have none of their own.
func (m *merger) name(pieces []*piece) {
	nameless, rounded, made := 0, 0, ""
	seen := make(map[string]int)
	for _, p := range pieces {
		for i := range p.tickets {
			t := &p.tickets[i]
			switch {
			case t.ID == "":
				nameless++
				id := contentID(t)
				seen[id]++
				t.ID = fmt.Sprintf("row-%s-%d", id, seen[id])
			case roundedID.MatchString(t.ID):
				rounded++
				t.ID = fmt.Sprintf("%s-%s", t.ID, contentID(t))
			}
			if made == "" && strings.HasPrefix(t.ID, "row-") {
				made = t.ID
			}
			p.hashes[i] = hashOf(t)
		}
	}
	f := &m.files[len(m.files)-1]
	if nameless > 0 {
		f.Warnings = append(f.Warnings, result.Warning{Code: result.WarnNoIDs, File: f.Name, Field: "id", Count: nameless, Samples: []string{made}})
	}
	if rounded > 0 {
		f.Warnings = append(f.Warnings, result.Warning{Code: result.WarnRoundedIDs, File: f.Name, Field: "id", Count: rounded})
	}
}

// contentID returns ten hexadecimal digits made of what a row says, the same
// wherever the row stands.
func contentID(t *ticket.Ticket) string {
	h := sha256.New()
	binary.Write(h, binary.BigEndian, t.Opened.UnixNano())
	for _, s := range []string{t.Subject, t.Description, t.Requester, t.Department, t.Category, t.Subcategory, t.Service, t.ConfigurationItem, t.Location} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:5])
}

// batch merges the rows of each ticket and returns everything that was read.
func (m *merger) batch() *Batch {
	kept, more := m.group()
	for k, r := range kept {
		file := m.pieces[r.piece].file
		if rows := more[k]; rows != nil {
			file = m.merge(append([]row{r}, rows...))
		}
		f, opened := &m.files[file], m.ticket(r).Opened
		f.From, f.To = earlier(f.From, opened), later(f.To, opened)
	}
	b := &Batch{Rejects: m.rejects, Files: m.files, Tickets: m.inOrder(kept)}
	for i := range b.Files {
		b.Warnings = append(b.Warnings, b.Files[i].Warnings...)
	}
	return b
}

// group returns the first row of each ticket, in the order in which they were
// read, and by the index of that row all others that speak of the same ticket.
func (m *merger) group() (first []row, more map[int][]row) {
	first, more = make([]row, 0, m.rows), make(map[int][]row)
	mask := uint64(1)<<bits.Len(uint(2*m.rows)) - 1
	slots := make([]int32, mask+1) // open addressing: index in first, from 1
	for p, piece := range m.pieces {
		for i, hash := range piece.hashes {
			r, at := row{int32(p), int32(i)}, hash&mask
			for slots[at] != 0 && !m.same(first[slots[at]-1], r) {
				at = (at + 1) & mask
			}
			if k := slots[at]; k != 0 {
				more[int(k-1)] = append(more[int(k-1)], r)
				continue
			}
			first = append(first, r)
			slots[at] = int32(len(first))
		}
	}
	return first, more
}

// same reports whether two rows speak of the same ticket.
func (m *merger) same(a, b row) bool {
	if m.pieces[a.piece].hashes[a.at] != m.pieces[b.piece].hashes[b.at] {
		return false
	}
	x, y := m.ticket(a), m.ticket(b)
	return x.ID == y.ID && x.Source == y.Source
}

// merge makes one ticket of rows, which are in the order in which they were read,
// in the place of the first of them: what the newest says, the first opening, and
// from older rows what describes the ticket and the newest leaves empty. How it
// stands (resolved, closed, state, assignee) comes from the newest row alone,
// because a ticket may be open again. It returns the file of the newest row, in
// which the ticket is kept.
func (m *merger) merge(rows []row) (file int) {
	place := m.ticket(rows[0])
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(m.ticket(a).Updated.Compare(m.ticket(b).Updated), cmp.Compare(m.update(a), m.update(b)))
	})
	last := len(rows) - 1
	t := *m.ticket(rows[last])
	t.Path = m.path(rows)
	for _, r := range slices.Backward(rows[:last]) {
		older, f := m.ticket(r), &m.files[m.pieces[r.piece].file]
		if older.Opened.Before(t.Opened) {
			t.Opened = older.Opened
		}
		fill(&t, older)
		f.Kept--
		f.Merged++
	}
	*place = t
	return m.pieces[rows[last].piece].file
}

// path returns the groups that rows of one ticket, oldest first, name one after
// the other; nil if it stayed with one.
func (m *merger) path(rows []row) []string {
	var path []string
	for _, r := range rows {
		g := m.ticket(r).AssignmentGroup
		if g != "" && (len(path) == 0 || path[len(path)-1] != g) {
			path = append(path, g)
		}
	}
	if len(path) < 2 {
		return nil
	}
	return path
}

// fill takes from an older row what describes the ticket and is empty in t.
func fill(t, older *ticket.Ticket) {
	for i := range ticket.Fields {
		switch f := &ticket.Fields[i]; {
		case !f.Lasting:
		case f.Kind == ticket.Text && *f.Text(t) == "":
			*f.Text(t) = *f.Text(older)
		case f.Count != nil && !f.Count(t).Known:
			*f.Count(t) = *f.Count(older)
		}
	}
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
