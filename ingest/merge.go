package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// entry is one row that became a ticket, before rows of one ticket are merged.
type entry struct {
	ticket.Ticket
	update int32 // number of the update; 0 if the export has none
	file   int32 // index of its file
}

// merger gathers the tickets of all files.
type merger struct {
	options Options
	files   []File
	rejects []ticket.Reject
	entries []*entry
}

func newMerger(o Options) *merger { return &merger{options: o} }

// roundedID is an id that a spreadsheet has turned into a rounded number.
var roundedID = regexp.MustCompile(`^[0-9][.,]?[0-9]*E\+[0-9]+$`)

// add takes the entries of one file and gives ids to those that have none.
func (m *merger) add(entries []entry) {
	f := &m.files[len(m.files)-1]
	nameless, rounded := 0, 0
	seen := make(map[string]int)
	for i := range entries {
		e := &entries[i]
		switch {
		case e.ID == "":
			nameless++
			id := contentID(&e.Ticket)
			seen[id]++
			e.ID = fmt.Sprintf("row-%s-%d", id, seen[id])
		case roundedID.MatchString(e.ID):
			rounded++
			e.ID = fmt.Sprintf("%s-%s", e.ID, contentID(&e.Ticket))
		}
	}
	if nameless > 0 {
		f.Warnings = append(f.Warnings, namelessWarning(nameless, firstMade(entries)))
	}
	if rounded > 0 {
		f.Warnings = append(f.Warnings, roundedWarning(rounded))
	}
	m.entries = slices.Grow(m.entries, len(entries))
	for i := range entries {
		m.entries = append(m.entries, &entries[i])
	}
}

// firstMade returns the first id that was made.
func firstMade(entries []entry) string {
	for i := range entries {
		if strings.HasPrefix(entries[i].ID, "row-") {
			return entries[i].ID
		}
	}
	return ""
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
	slices.SortStableFunc(m.entries, byTicket)
	kept := m.entries[:0]
	for i := 0; i < len(m.entries); {
		j := i + 1
		for j < len(m.entries) && sameTicket(m.entries[i], m.entries[j]) {
			j++
		}
		kept = append(kept, m.merge(m.entries[i:j]))
		i = j
	}
	slices.SortFunc(kept, func(x, y *entry) int {
		return cmp.Or(x.Opened.Compare(y.Opened), strings.Compare(x.Source, y.Source), strings.Compare(x.ID, y.ID))
	})
	b := &Batch{Rejects: m.rejects, Tickets: make([]ticket.Ticket, len(kept))}
	for i, e := range kept {
		b.Tickets[i] = e.Ticket
	}
	b.Files = m.files
	for i := range b.Files {
		for _, w := range b.Files[i].Warnings {
			b.Warnings = append(b.Warnings, b.Files[i].Name+": "+w.String())
		}
	}
	m.entries = nil
	return b
}

// byTicket orders rows by ticket, and those of one ticket by age: the oldest
// first, and of the same age in the order in which they were read.
func byTicket(a, b *entry) int {
	return cmp.Or(strings.Compare(a.Source, b.Source), strings.Compare(a.ID, b.ID), a.Updated.Compare(b.Updated), cmp.Compare(a.update, b.update))
}

func sameTicket(a, b *entry) bool { return a.Source == b.Source && a.ID == b.ID }

// merge makes one ticket of rows that are sorted by age: what the newest says,
// the first opening, and from older rows what describes the ticket and the
// newest leaves empty. How it stands (resolved, closed, state, assignee) comes
// from the newest row alone, because a ticket may be open again.
func (m *merger) merge(rows []*entry) *entry {
	newest := rows[len(rows)-1]
	for _, e := range slices.Backward(rows[:len(rows)-1]) {
		if e.Opened.Before(newest.Opened) {
			newest.Opened = e.Opened
		}
		fill(&newest.Ticket, &e.Ticket)
		f := &m.files[e.file]
		f.Kept--
		f.Merged++
	}
	f := &m.files[newest.file]
	f.From, f.To = earlier(f.From, newest.Opened), later(f.To, newest.Opened)
	return newest
}

// fill takes from an older row what describes the ticket and is empty in t.
func fill(t, older *ticket.Ticket) {
	for _, p := range [][2]*string{
		{&t.Subject, &older.Subject}, {&t.Description, &older.Description}, {&t.Requester, &older.Requester},
		{&t.Department, &older.Department}, {&t.Category, &older.Category}, {&t.Subcategory, &older.Subcategory},
		{&t.Service, &older.Service}, {&t.ConfigurationItem, &older.ConfigurationItem}, {&t.Location, &older.Location},
		{&t.Priority, &older.Priority}, {&t.Impact, &older.Impact}, {&t.Urgency, &older.Urgency}, {&t.Channel, &older.Channel},
		{&t.Problem, &older.Problem}, {&t.Change, &older.Change}, {&t.Parent, &older.Parent}, {&t.Company, &older.Company},
	} {
		if *p[0] == "" {
			*p[0] = *p[1]
		}
	}
	for _, p := range [][2]*ticket.Count{{&t.Reassignments, &older.Reassignments}, {&t.Reopens, &older.Reopens}} {
		if !p[0].Known {
			*p[0] = *p[1]
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
