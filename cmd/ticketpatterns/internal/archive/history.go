package archive

import (
	"errors"
	"fmt"

	"ticketpatterns/analyzer/past"
)

// Run is a stored run.
type Run struct {
	past.Run
	Note string
}

// IssueState is an issue as it was from one run on, until the next state.
type IssueState struct {
	Run string // day
	past.Issue
}

// PatternState is a pattern as one run showed it.
type PatternState struct {
	Run string // day
	past.Pattern
}

// History is all that is known about one issue, oldest first.
type History struct {
	Issues    []IssueState
	Patterns  []PatternState
	Decisions []past.Decision
	Tickets   int // that are in it now
}

// view reads with one connection.
func (a *Archive) view(read func(*reader)) error {
	c, err := a.db.Conn(a.ctx)
	if err != nil {
		return a.explain("reading", err)
	}
	defer c.Close()
	r := &reader{ctx: a.ctx, conn: c}
	if read(r); r.err != nil {
		return a.explain("reading", r.err)
	}
	return nil
}

// Runs lists the stored runs by day, oldest first, then note.
func (a *Archive) Runs() ([]Run, error) {
	var out []Run
	err := a.view(func(r *reader) {
		r.each("SELECT day, note, tickets, patterns, escalated FROM run ORDER BY day, note", nil, func(scan scanner) error {
			var x Run
			err := scan(&x.Day, &x.Note, &x.Tickets, &x.Patterns, &x.Escalated)
			out = append(out, x)
			return err
		})
	})
	return out, err
}

// Decisions lists all decisions in the order they were made.
func (a *Archive) Decisions() ([]past.Decision, error) {
	var out []past.Decision
	err := a.view(func(r *reader) { out = r.decisions() })
	return out, err
}

// Issue returns all that is known about an issue, or about that of a pattern.
func (a *Archive) Issue(id string) (History, error) {
	var h History
	err := a.view(func(r *reader) {
		r.each("SELECT issue FROM pattern JOIN run USING (run) WHERE id = ? ORDER BY day DESC LIMIT 1", []any{id}, func(scan scanner) error { return scan(&id) })
		r.each(`SELECT day, i.id, i.label, i.first_seen, i.status, i.since, i.merged_into, i.previous FROM issue i JOIN run USING (run)
			WHERE i.id = ? ORDER BY day`, []any{id}, func(scan scanner) (err error) {
			var x IssueState
			var previous string
			if err := scan(&x.Run, &x.ID, &x.Label, &x.FirstSeen, &x.Status, &x.Since, &x.Into, &previous); err != nil {
				return err
			}
			x.Previous, err = decodeList[string](previous)
			h.Issues = append(h.Issues, x)
			return err
		})
		r.each(`SELECT p.id, issue, kind, label, scope, scope_fields, team, function, status, since, first_reported, day, asked, due, criteria,
			alarm, alarm_tickets, alarm_days, p.tickets FROM pattern p JOIN run USING (run) WHERE issue = ? ORDER BY day, p.id`, []any{id}, func(scan scanner) error {
			x, err := scanPattern(scan)
			h.Patterns = append(h.Patterns, PatternState{Run: x.LastReported, Pattern: x})
			return err
		})
		r.each(`SELECT count(*) FROM (SELECT key, issue, max(day) FROM ticket JOIN run USING (run) GROUP BY key) WHERE issue = ?`, []any{id},
			func(scan scanner) error { return scan(&h.Tickets) })
		h.Decisions = about(r.decisions(), id, h.Patterns)
	})
	if err == nil && len(h.Issues) == 0 {
		err = fmt.Errorf("reading the history %s: no issue or pattern %q, want an id as the report shows it", a.file, id)
	}
	return h, err
}

// about keeps the decisions about an issue and its patterns.
func about(all []past.Decision, issue string, patterns []PatternState) []past.Decision {
	mine := map[string]bool{}
	for _, p := range patterns {
		mine[p.ID] = true
	}
	var out []past.Decision
	for _, d := range all {
		if d.Issue == issue || d.WithIssue == issue || mine[d.Pattern] {
			out = append(out, d)
		}
	}
	return out
}

// Document returns a document of the run of a day. If runs of two notes have that
// day, it is that of the run stored last.
func (a *Archive) Document(day, name string) ([]byte, error) {
	var packed []byte
	err := a.view(func(r *reader) {
		r.each("SELECT sealed FROM document JOIN run USING (run) WHERE day = ? AND name = ? ORDER BY run DESC LIMIT 1", []any{day, name},
			func(scan scanner) error { return scan(&packed) })
	})
	if err != nil {
		return nil, err
	}
	if packed == nil {
		return nil, fmt.Errorf("reading the history %s: %w of %q, want a day that `ticketpatterns history` lists", a.file, errNoRun, day)
	}
	data, err := a.unpack(day+" "+name, packed)
	if err != nil {
		return nil, fmt.Errorf("reading the history %s: run of %s: %w", a.file, day, err)
	}
	return data, nil
}

// errNoRun says that no run of a day is stored.
var errNoRun = errors.New("there is no run")

// LastPattern returns a pattern as the last run that showed it did; ok is false
// if none did.
func (a *Archive) LastPattern(id string) (p past.Pattern, ok bool, err error) {
	err = a.view(func(r *reader) {
		r.each(`SELECT p.id, issue, kind, label, scope, scope_fields, team, function, status, since, first_reported, day, asked, due, criteria,
			alarm, alarm_tickets, alarm_days, p.tickets FROM pattern p JOIN run USING (run) WHERE p.id = ? ORDER BY day DESC LIMIT 1`, []any{id}, func(scan scanner) (err error) {
			p, err = scanPattern(scan)
			ok = true
			return err
		})
	})
	return p, ok, err
}

// IDs returns the ids of all patterns and issues that any run knew.
func (a *Archive) IDs() (patterns, issues map[string]bool, err error) {
	patterns, issues = map[string]bool{}, map[string]bool{}
	err = a.view(func(r *reader) {
		for query, ids := range map[string]map[string]bool{"SELECT DISTINCT id FROM pattern": patterns, "SELECT DISTINCT id FROM issue": issues} {
			r.each(query, nil, func(scan scanner) error {
				var id string
				err := scan(&id)
				ids[id] = true
				return err
			})
		}
	})
	return patterns, issues, err
}

// Last returns the day of the run of a note that was stored last, and a document of
// it; the day is "" if there is none.
func (a *Archive) Last(note, name string) (day string, document []byte, err error) {
	var packed []byte
	err = a.view(func(r *reader) {
		r.each("SELECT day, sealed FROM run JOIN document USING (run) WHERE note = ? AND name = ? ORDER BY run DESC LIMIT 1", []any{note, name},
			func(scan scanner) error { return scan(&day, &packed) })
	})
	if err != nil || day == "" {
		return "", nil, err
	}
	if document, err = a.unpack(day+" "+name, packed); err != nil {
		return "", nil, fmt.Errorf("reading the history %s: run of %s: %w", a.file, day, err)
	}
	return day, document, nil
}

// LastDay returns the latest day of the runs of a note; "" if there is none.
func (a *Archive) LastDay(note string) (day string, err error) {
	err = a.view(func(r *reader) {
		r.each("SELECT coalesce(max(day), '') FROM run WHERE note = ?", []any{note}, func(scan scanner) error { return scan(&day) })
	})
	return day, err
}

// unpack unseals and unpacks a document.
func (a *Archive) unpack(name string, sealed []byte) ([]byte, error) {
	packed, err := a.key.unseal(name, sealed)
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}
