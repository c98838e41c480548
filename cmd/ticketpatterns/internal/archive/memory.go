package archive

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"ticketpatterns/analyzer/past"
)

// Memory returns what runs of a note knew before a day, and all decisions.
func (a *Archive) Memory(note, day string) (past.Memory, error) {
	c, err := a.db.Conn(a.ctx)
	if err != nil {
		return past.Memory{}, a.explain("reading", err)
	}
	defer c.Close()
	m, err := recall(a.ctx, c, note, day)
	if err != nil {
		return past.Memory{}, a.explain("reading", err)
	}
	m.Salt = a.key.salt
	return m, nil
}

// reader reads rows of one connection and remembers the first error.
type reader struct {
	ctx       context.Context
	conn      *sql.Conn
	note, day string
	err       error
}

func recall(ctx context.Context, c *sql.Conn, note, day string) (past.Memory, error) {
	r := &reader{ctx: ctx, conn: c, note: note, day: day}
	var m past.Memory
	m.Runs = r.runs()
	m.Issues = r.issues()
	m.Patterns = r.patterns()
	m.Decisions = r.decisions()
	return m, r.err
}

type scanner func(into ...any) error

// each calls row for every row of a query.
func (r *reader) each(query string, args []any, row func(scanner) error) {
	if r.err != nil {
		return
	}
	rows, err := r.conn.QueryContext(r.ctx, query, args...)
	if err != nil {
		r.err = err
		return
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			r.err = err
			return
		}
	}
	r.err = rows.Err()
}

// before are the arguments of queries for runs of the note before the day.
func (r *reader) before() []any { return []any{r.note, r.day} }

func (r *reader) runs() []past.Run {
	var out []past.Run
	r.each(`SELECT day, tickets, days, weeks, opened, coalesce(repeat_work, -1), coalesce(hours_median, -1), patterns, escalated, fixes, fixes_quiet, gaps
		FROM run WHERE note = ? AND day < ? ORDER BY day`, r.before(), func(scan scanner) (err error) {
		var x past.Run
		var gaps string
		if err := scan(&x.Day, &x.Tickets, &x.Days, &x.Weeks, &x.Opened, &x.Repeated, &x.HoursMedian, &x.Patterns, &x.Escalated, &x.Fixes, &x.FixesQuiet, &gaps); err != nil {
			return err
		}
		x.Gaps, err = decodeList[string](gaps)
		out = append(out, x)
		return err
	})
	return out
}

// issues returns each issue as its last row says, with its tickets and traces.
func (r *reader) issues() []past.Issue {
	at := map[string]int{}
	var out []past.Issue
	r.each(`SELECT i.id, i.label, i.first_seen, i.status, i.since, i.bound, i.merged_into, i.previous
		FROM issue i JOIN run USING (run) WHERE note = ? AND day < ? ORDER BY i.id, day`, r.before(), func(scan scanner) (err error) {
		var x past.Issue
		var previous string
		if err := scan(&x.ID, &x.Label, &x.FirstSeen, &x.Status, &x.Since, &x.Bound, &x.Into, &previous); err != nil {
			return err
		}
		x.Previous, err = decodeList[string](previous)
		if n, ok := at[x.ID]; ok {
			out[n] = x
			return err
		}
		at[x.ID] = len(out)
		out = append(out, x)
		return err
	})
	r.traces(out, at)
	for key, id := range r.tickets() {
		if n, ok := at[id]; ok {
			out[n].Tickets = append(out[n].Tickets, key)
		}
	}
	for n := range out {
		slices.Sort(out[n].Tickets)
	}
	slices.SortStableFunc(out, past.CompareIssues)
	return out
}

// tickets returns the issue of each ticket that is in one.
func (r *reader) tickets() map[past.Key]string {
	out := map[past.Key]string{}
	r.each("SELECT key, coalesce(issue, '') FROM ticket JOIN run USING (run) WHERE note = ? AND day < ? ORDER BY key, day", r.before(),
		func(scan scanner) error {
			var key int64
			var issue string
			if err := scan(&key, &issue); err != nil {
				return err
			}
			out[past.Key(key)] = issue
			return nil
		})
	return out
}

// traces fills what issues are recognised by: of the last run before the day or,
// where only later ones are kept, of the first.
func (r *reader) traces(issues []past.Issue, at map[string]int) {
	r.each("SELECT id, day, last_seen, terms FROM issue_trace JOIN run USING (run) WHERE note = ? ORDER BY id, day", []any{r.note},
		func(scan scanner) error {
			var id, day, last string
			var terms []byte
			if err := scan(&id, &day, &last, &terms); err != nil {
				return err
			}
			n, ok := at[id]
			if !ok || day >= r.day && issues[n].LastSeen != "" {
				return nil
			}
			decoded, err := decodeTerms(terms)
			if err != nil {
				return fmt.Errorf("issue %s: %w", id, err)
			}
			issues[n].LastSeen, issues[n].Terms = last, decoded
			return nil
		})
}

func (r *reader) patterns() []past.Pattern {
	at := map[string]int{}
	var out []past.Pattern
	r.each(`SELECT p.id, issue, kind, label, scope, scope_fields, team, function, status, since, first_reported, day, asked, due, criteria,
		alarm, alarm_tickets, alarm_days, p.tickets
		FROM pattern p JOIN run USING (run) WHERE note = ? AND day < ? ORDER BY p.id, day`, r.before(), func(scan scanner) error {
		x, err := scanPattern(scan)
		if err != nil {
			return err
		}
		if n, ok := at[x.ID]; ok {
			out[n] = x
			return nil
		}
		at[x.ID] = len(out)
		out = append(out, x)
		return nil
	})
	return out
}

func scanPattern(scan scanner) (x past.Pattern, err error) {
	var where, criteria string
	var tickets []byte
	if err := scan(&x.ID, &x.Issue, &x.Kind, &x.Label, &x.Scope, &where, &x.Team, &x.Function, &x.Status, &x.Since, &x.FirstReported, &x.LastReported,
		&x.Asked, &x.Due, &criteria, &x.Alarm, &x.AlarmTickets, &x.AlarmDays, &tickets); err != nil {
		return x, err
	}
	if x.Where, err = decodeList[past.Value](where); err != nil {
		return x, err
	}
	if x.Criteria, err = decodeList[string](criteria); err != nil {
		return x, err
	}
	x.Tickets, err = decodeKeys(tickets)
	return x, err
}

func (r *reader) decisions() []past.Decision {
	var out []past.Decision
	r.each(`SELECT number, pattern, issue, decision, reason, date, owner, with_issue, decided_by, decided_on, undone_on, undone_by
		FROM decision ORDER BY number`, nil, func(scan scanner) error {
		var d past.Decision
		err := scan(&d.Number, &d.Pattern, &d.Issue, &d.Kind, &d.Reason, &d.Day, &d.Owner, &d.WithIssue, &d.By, &d.On, &d.Undone, &d.UndoneBy)
		out = append(out, d)
		return err
	})
	return out
}
