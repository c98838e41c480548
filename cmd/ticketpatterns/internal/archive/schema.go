package archive

import (
	"context"
	"database/sql"
	"fmt"
)

// applicationID marks a file as ours: "tkpt" as SQLite's application_id.
const applicationID = 0x746b7074

// migrations take a file from one version to the next; the number of those that
// a file has seen is its user_version. What once was released is never edited.
var migrations = []string{
	// 1: what is needed to recognise issues, patterns and decisions.
	`
CREATE TABLE site (
  salt BLOB NOT NULL                 -- keys of tickets and terms are made with it
) STRICT;
CREATE TABLE run (
  run          INTEGER PRIMARY KEY,
  day          TEXT NOT NULL,        -- last day that it saw
  note         TEXT NOT NULL,        -- of its inputs, e.g. that they are invented; runs of one note make one history
  version      TEXT NOT NULL,        -- of the program
  tickets      INTEGER NOT NULL,     -- in the export
  weeks        INTEGER NOT NULL,     -- the last weeks that the next three count
  opened       INTEGER NOT NULL,
  repeated     INTEGER NOT NULL,     -- of opened, in a recurring issue
  hours_median REAL,                 -- to resolve
  patterns     INTEGER NOT NULL,
  escalated    INTEGER NOT NULL,     -- asked for the first time
  gaps         TEXT NOT NULL,        -- JSON list of functions without owner that a pattern fell into
  UNIQUE (note, day)
) STRICT;
CREATE TABLE ticket (                -- one row when a ticket comes to another issue
  run   INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  key   INTEGER NOT NULL,            -- HMAC of source and id: see package past
  issue TEXT,                        -- NULL: in none any more
  PRIMARY KEY (key, run)
) STRICT, WITHOUT ROWID;
CREATE TABLE issue (                 -- one row when anything of an issue changes
  run         INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  id          TEXT NOT NULL,
  label       TEXT NOT NULL,
  first_seen  TEXT NOT NULL,
  status      TEXT NOT NULL,
  since       TEXT NOT NULL,         -- of the status
  bound       INTEGER NOT NULL,      -- 1: a pattern or a decision holds it together
  merged_into TEXT NOT NULL,         -- id of another issue; "" for none
  previous    TEXT NOT NULL,         -- JSON list of ids
  PRIMARY KEY (id, run)
) STRICT, WITHOUT ROWID;
CREATE TABLE issue_trace (           -- what an issue is recognised by; the last two runs of each are kept
  run       INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  id        TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  terms     BLOB NOT NULL,           -- pairs of key (8 bytes) and weight (4 bytes), big endian
  PRIMARY KEY (id, run)
) STRICT, WITHOUT ROWID;
CREATE TABLE pattern (               -- one row for each run that showed it
  run           INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  id            TEXT NOT NULL,
  issue         TEXT NOT NULL,
  kind          TEXT NOT NULL,
  label         TEXT NOT NULL,
  scope         TEXT NOT NULL,
  scope_fields  TEXT NOT NULL,       -- JSON
  team          TEXT NOT NULL,       -- "" = nobody
  function      TEXT NOT NULL,
  status        TEXT NOT NULL,
  since         TEXT NOT NULL,
  first_reported TEXT NOT NULL,
  asked         TEXT NOT NULL,       -- day on which its owner was asked; "" = never
  due           TEXT NOT NULL,
  criteria      TEXT NOT NULL,       -- JSON list
  alarm         TEXT NOT NULL,       -- day on which it was last said aloud
  alarm_tickets INTEGER NOT NULL,    -- its tickets then
  alarm_days    INTEGER NOT NULL,    -- in so many days
  tickets       BLOB NOT NULL,       -- keys, 8 bytes each, big endian
  PRIMARY KEY (id, run)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
  number     INTEGER PRIMARY KEY,
  pattern    TEXT NOT NULL,
  issue      TEXT NOT NULL,
  decision   TEXT NOT NULL,
  reason     TEXT NOT NULL,
  date       TEXT NOT NULL,
  owner      TEXT NOT NULL,
  with_issue TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  undone_on  TEXT NOT NULL DEFAULT '',
  undone_by  TEXT NOT NULL DEFAULT '',
  UNIQUE (pattern, issue, decision, reason, date, owner, with_issue, decided_by, decided_on)
) STRICT;
`,
	// 2: runs can be shown again, and say how many fixes stayed quiet.
	`
CREATE TABLE document (
  run  INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  name TEXT NOT NULL,                -- patterns.json or run.json
  gzip BLOB NOT NULL,
  PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;
ALTER TABLE run ADD COLUMN fixes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN fixes_quiet INTEGER NOT NULL DEFAULT 0;
`,
	// 3: repeat work is what others reported lately. What was counted before was
	// nearly everything, and cannot be compared with it.
	`
ALTER TABLE run DROP COLUMN repeated;
ALTER TABLE run ADD COLUMN repeat_work INTEGER; -- of opened; NULL: unknown
`,
	// 4: a later export is compared with the history that this one held.
	`
ALTER TABLE run ADD COLUMN days INTEGER NOT NULL DEFAULT 0; -- that the export covered; 0: not known
`,
	// 5: the salt is in a file of its own, and documents, which name tickets, are
	// sealed with it (see keepApart).
	`
CREATE TABLE key_check (             -- one row
  sum BLOB NOT NULL                  -- tells whether a key is the one of this history
) STRICT;
ALTER TABLE document RENAME COLUMN gzip TO sealed;
`,
	// 6: damage is noticed, whatever it hits.
	`
CREATE TABLE page_sum (              -- one row
  sum BLOB NOT NULL                  -- SHA-256 of all pages but the one of this table (see sum.go)
) STRICT;
INSERT INTO page_sum (sum) VALUES (zeroblob(32));
`,
}

// keyVersion is the first version without a salt in the file.
const keyVersion = 5

// migrate brings the file to the newest version, all of it or nothing. One that is
// of that version already is only read.
func (a *Archive) migrate(to int) error {
	ctx, db := a.ctx, a.db
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	version, err := versionOf(ctx, c)
	c.Close()
	if err != nil || version >= to {
		return err
	}
	return inTransaction(ctx, db, func(c *sql.Conn) error {
		version, err := versionOf(ctx, c) // another run may have been faster
		if err != nil || version >= to {
			return err
		}
		for _, m := range migrations[version:to] {
			if _, err := c.ExecContext(ctx, m); err != nil {
				return err
			}
		}
		if version < keyVersion && to >= keyVersion {
			if err := a.keepApart(c); err != nil {
				return err
			}
		}
		_, err = c.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, to))
		if err == nil && to >= sumVersion {
			err = writeSum(ctx, c)
		}
		return err
	})
}

// versionOf returns the version of a file; 0 for an empty one. A file of another
// program, or of a newer version of this one, is refused.
func versionOf(ctx context.Context, c *sql.Conn) (version int, err error) {
	var id, tables int
	for query, into := range map[string]*int{
		"PRAGMA user_version": &version, "PRAGMA application_id": &id, "SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := c.QueryRowContext(ctx, query).Scan(into); err != nil {
			return 0, err
		}
	}
	switch {
	case id == applicationID && version > len(migrations):
		return 0, fmt.Errorf("it is of version %d, and this program knows version %d: want a newer program", version, len(migrations))
	case id != applicationID && (version > 0 || tables > 0):
		return 0, fmt.Errorf("it is a database of another program, want a history of ticketpatterns or a new file")
	}
	return version, nil
}

// inTransaction runs do in one transaction that is the only one to write from its
// beginning: another run waits, and a run that is killed leaves nothing.
func inTransaction(ctx context.Context, db *sql.DB, do func(*sql.Conn) error) (err error) {
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := do(c); err != nil {
		c.ExecContext(ctx, "ROLLBACK") // the error that matters is err
		return err
	}
	_, err = c.ExecContext(ctx, "COMMIT")
	if err != nil {
		c.ExecContext(ctx, "ROLLBACK")
	}
	return err
}
