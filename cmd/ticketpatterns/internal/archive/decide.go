package archive

import (
	"database/sql"
	"fmt"

	"ticketpatterns/analyzer/past"
)

// Decide records decisions and returns how many were not known before. The same
// decision by the same person on the same day is recorded once, also if it was
// taken back since: reading a file of decisions again changes nothing.
func (a *Archive) Decide(decisions []past.Decision) (added int, err error) {
	err = a.write("writing decisions to", func(c *sql.Conn) error {
		for _, d := range decisions {
			done, err := c.ExecContext(a.ctx, `INSERT INTO decision (pattern, issue, decision, reason, date, owner, with_issue, decided_by, decided_on)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
				d.Pattern, d.Issue, d.Kind, d.Reason, d.Day, d.Owner, d.WithIssue, d.By, d.On)
			if err != nil {
				return err
			}
			n, err := done.RowsAffected()
			if err != nil {
				return err
			}
			added += int(n)
		}
		return nil
	})
	return added, err
}

// Renew makes a decision that is recorded the last about its pattern or issue again, after
// it was taken back or another followed; renewed is false if it is that already. What is
// renewed counts from now, in a new place.
func (a *Archive) Renew(d past.Decision) (renewed bool, err error) {
	err = a.write("writing decisions to", func(c *sql.Conn) error {
		done, err := c.ExecContext(a.ctx, `UPDATE decision AS d SET undone_on = '', undone_by = '', number = (SELECT max(number) + 1 FROM decision)
			WHERE pattern = ? AND issue = ? AND decision = ? AND reason = ? AND date = ? AND owner = ? AND with_issue = ? AND decided_by = ? AND decided_on = ?
			AND (undone_on <> '' OR EXISTS (SELECT 1 FROM decision l WHERE l.number > d.number AND l.undone_on = '' AND l.pattern = d.pattern AND l.issue = d.issue))`,
			d.Pattern, d.Issue, d.Kind, d.Reason, d.Day, d.Owner, d.WithIssue, d.By, d.On)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		renewed = n > 0
		return err
	})
	return renewed, err
}

// Undo takes a decision back. It stays in the history.
func (a *Archive) Undo(number int, by, on string) error {
	return a.write("writing decisions to", func(c *sql.Conn) error {
		done, err := c.ExecContext(a.ctx, "UPDATE decision SET undone_on = ?, undone_by = ? WHERE number = ? AND undone_on = ''", on, by, number)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n == 1 {
			return err
		}
		return fmt.Errorf("no decision %d stands; `ticketpatterns history` lists them", number)
	})
}
