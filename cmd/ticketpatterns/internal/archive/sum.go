package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
)

// sumVersion is the first version with a sum of its pages.
const sumVersion = 6

// errDamaged says that the file is not as it was written.
var errDamaged = errors.New("the file is damaged or was changed by another program: put back a copy, or move it away to begin a new one")

// check holds that every page of the file is as it was written. What SQLite itself
// looks at is how pages hang together, not what they say.
func (a *Archive) check() error {
	return a.onOne(func(c *sql.Conn) error {
		if _, err := c.ExecContext(a.ctx, "BEGIN"); err != nil { // pages and sum of one moment
			return err
		}
		defer c.ExecContext(a.ctx, "ROLLBACK") // nothing was written
		version, err := versionOf(a.ctx, c)
		if err != nil {
			return err
		}
		if version < sumVersion {
			return checkStructure(a.ctx, c)
		}
		return checkSum(a.ctx, c)
	})
}

// onOne runs do with one connection.
func (a *Archive) onOne(do func(*sql.Conn) error) error {
	c, err := a.db.Conn(a.ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	return do(c)
}

// checkStructure is all that can be said of a file of an earlier version.
func checkStructure(ctx context.Context, c *sql.Conn) error {
	var said string
	if err := c.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return fmt.Errorf("%w (%s)", errDamaged, said)
	}
	return nil
}

func checkSum(ctx context.Context, c *sql.Conn) error {
	stored, found, err := sums(ctx, c)
	if err != nil {
		return err
	}
	if !bytes.Equal(stored, found) {
		return fmt.Errorf("%w (its pages do not have the sum that was written with them)", errDamaged)
	}
	return nil
}

// writeSum stores the sum of all pages as a transaction will leave them. One that
// changed nothing writes nothing.
func writeSum(ctx context.Context, c *sql.Conn) error {
	stored, found, err := sums(ctx, c)
	if err != nil || bytes.Equal(stored, found) {
		return err
	}
	_, err = c.ExecContext(ctx, "UPDATE page_sum SET sum = ?", found)
	return err
}

// sums returns the sum that the file says its pages have, and the one that they have.
func sums(ctx context.Context, c *sql.Conn) (stored, found []byte, err error) {
	var root int
	err = c.QueryRowContext(ctx, "SELECT rootpage, sum FROM sqlite_schema, page_sum WHERE name = 'page_sum'").Scan(&root, &stored)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil, fmt.Errorf("it does not say what sum its pages have: %w", errDamaged)
	}
	if err == nil {
		found, err = sumPages(ctx, c, root)
	}
	return stored, found, err
}

// sumPages returns the SHA-256 of all pages but the one that holds the sum. Of the first it
// leaves out what SQLite writes with every transaction: the counter of changes, twice,
// and its own version.
func sumPages(ctx context.Context, c *sql.Conn, but int) ([]byte, error) {
	sum := sha256.New()
	r := &reader{ctx: ctx, conn: c}
	r.each("SELECT pgno, data FROM sqlite_dbpage ORDER BY pgno", nil, func(scan scanner) error {
		var page int
		var data sql.RawBytes
		if err := scan(&page, &data); err != nil || page == but {
			return err
		}
		if page == 1 {
			data = bytes.Clone(data)
			clear(data[24:28])
			clear(data[92:100])
		}
		_, err := sum.Write(data)
		return err
	})
	return sum.Sum(nil), r.err
}
