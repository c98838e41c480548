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
