package archive

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"io"
	"reflect"
	"slices"

	"ticketpatterns/analyzer/past"
)

// Record is one run to be stored.
type Record struct {
	Note    string // of its inputs; "" for none
	Version string // of the program
	// Memory is what the analysis handed back; its last run is the one to store.
	Memory past.Memory
	// Documents are kept with the run, by name, e.g. patterns.json.
	Documents map[string][]byte
}

// Save stores a run in one transaction. A run of the same day and note is
// replaced. Only what differs from the runs before it is written.
func (a *Archive) Save(r Record) error {
	return a.write("writing", func(c *sql.Conn) error {
		w := &writer{ctx: a.ctx, conn: c, key: a.key}
		now := r.Memory.Runs[len(r.Memory.Runs)-1]
		w.do("DELETE FROM run WHERE note = ? AND day = ?", r.Note, now.Day)
		before, err := recall(a.ctx, c, r.Note, now.Day)
		if err != nil {
			return err
		}
		w.saveRun(r, now)
		w.saveIssues(before.Issues, r.Memory.Issues)
		w.saveTickets(before.Issues, r.Memory.Issues)
		w.savePatterns(r.Memory.Patterns, now.Day)
		w.saveDocuments(now.Day, r.Documents)
		return w.err
	})
}

// writer writes rows of one run and remembers the first error.
type writer struct {
	ctx  context.Context
	conn *sql.Conn
	key  key
	run  int64
	err  error
}

func (w *writer) do(query string, args ...any) {
	if w.err == nil {
		_, w.err = w.conn.ExecContext(w.ctx, query, args...)
	}
}

// list is encodeList that keeps the error.
func list[T any](w *writer, values []T) string {
	text, err := encodeList(values)
	if w.err == nil {
		w.err = err
	}
	return text
}

func (w *writer) saveRun(r Record, x past.Run) {
	var hours, repeated any
	if x.HoursMedian >= 0 {
		hours = x.HoursMedian
	}
	if x.Repeated >= 0 {
		repeated = x.Repeated
	}
	gaps := list(w, x.Gaps)
	if w.err != nil {
		return
	}
	done, err := w.conn.ExecContext(w.ctx, `INSERT INTO run (day, note, version, tickets, days, weeks, opened, repeat_work, hours_median, patterns, escalated, gaps, fixes, fixes_quiet)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		x.Day, r.Note, r.Version, x.Tickets, x.Days, x.Weeks, x.Opened, repeated, hours, x.Patterns, x.Escalated, gaps, x.Fixes, x.FixesQuiet)
	if err != nil {
		w.err = err
		return
	}
	w.run, w.err = done.LastInsertId()
}

// saveIssues writes the issues that changed.
func (w *writer) saveIssues(before, now []past.Issue) {
	was := map[string]past.Issue{}
	for _, i := range before {
		was[i.ID] = i
	}
	for _, i := range now {
		old, known := was[i.ID]
		if known && old.LastSeen == i.LastSeen && reflect.DeepEqual(old.Terms, i.Terms) && sameLife(old, i) {
			continue
		}
		if !known || !sameLife(old, i) {
			w.do(`INSERT INTO issue (run, id, label, first_seen, status, since, bound, merged_into, previous) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				w.run, i.ID, i.Label, i.FirstSeen, i.Status, i.Since, i.Bound, i.Into, list(w, i.Previous))
		}
		w.do("INSERT INTO issue_trace (run, id, last_seen, terms) VALUES (?, ?, ?, ?)", w.run, i.ID, i.LastSeen, encodeTerms(i.Terms))
		w.do("DELETE FROM issue_trace WHERE id = ? AND run NOT IN (SELECT run FROM issue_trace WHERE id = ? ORDER BY run DESC LIMIT 2)", i.ID, i.ID)
	}
}

// sameLife compares what the table issue holds.
func sameLife(a, b past.Issue) bool {
	return a.Label == b.Label && a.FirstSeen == b.FirstSeen && a.Status == b.Status && a.Since == b.Since && a.Bound == b.Bound && a.Into == b.Into &&
		slices.Equal(a.Previous, b.Previous)
}

// saveTickets writes the tickets that came to another issue, or to none.
func (w *writer) saveTickets(before, now []past.Issue) {
	was, is := issueOf(before), issueOf(now)
	insert, err := w.conn.PrepareContext(w.ctx, "INSERT INTO ticket (run, key, issue) VALUES (?, ?, ?)")
	if w.err != nil || err != nil {
		if w.err == nil {
			w.err = err
		}
		return
	}
	defer insert.Close()
	put := func(key past.Key, issue any) {
		if w.err == nil {
			_, w.err = insert.ExecContext(w.ctx, w.run, int64(key), issue)
		}
	}
	for _, i := range now {
		for _, key := range i.Tickets {
			if was[key] != i.ID {
				put(key, i.ID)
			}
		}
	}
	for _, i := range before {
		for _, key := range i.Tickets {
			if _, still := is[key]; !still {
				put(key, nil)
			}
		}
	}
}

func issueOf(issues []past.Issue) map[past.Key]string {
	out := map[past.Key]string{}
	for _, i := range issues {
		for _, key := range i.Tickets {
			out[key] = i.ID
		}
	}
	return out
}

// savePatterns writes the patterns that this run showed.
func (w *writer) savePatterns(patterns []past.Pattern, day string) {
	for _, p := range patterns {
		if p.LastReported != day {
			continue
		}
		w.do(`INSERT INTO pattern (run, id, issue, kind, label, scope, scope_fields, team, function, status, since, first_reported, asked, due, criteria,
			alarm, alarm_tickets, alarm_days, tickets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			w.run, p.ID, p.Issue, p.Kind, p.Label, p.Scope, list(w, p.Where), p.Team, p.Function, p.Status, p.Since, p.FirstReported, p.Asked, p.Due,
			list(w, p.Criteria), p.Alarm, p.AlarmTickets, p.AlarmDays, encodeKeys(p.Tickets))
	}
}

func (w *writer) saveDocuments(day string, documents map[string][]byte) {
	for name, data := range documents {
		packed, err := pack(data)
		if w.err == nil {
			w.err = err
		}
		w.do("INSERT INTO document (run, name, sealed) VALUES (?, ?, ?)", w.run, name, w.key.seal(day+" "+name, packed))
	}
}

func pack(data []byte) ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
