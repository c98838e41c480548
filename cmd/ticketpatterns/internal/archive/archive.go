// Package archive remembers runs and decisions in one SQLite file.
//
// The file holds what is needed to recognise issues and patterns again, the
// decisions, and the result of every run without quoted texts. Tickets are known
// by keys, and results are sealed; both need the key in a second file (key.go). It is written in
// one transaction for each run, with SQLite's rollback journal: that leaves one
// file between runs and works on network drives, where a write-ahead log does
// not. Every row names its run, so that the memory before any day can be had,
// and a day that is run again replaces itself.
//
// The schema is in schema.go; history.md describes the file for people who query it.
package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// busyMilliseconds is how long one run waits for another.
const busyMilliseconds = 30000

// Archive is an open file.
type Archive struct {
	db   *sql.DB
	file string
	ctx  context.Context
	key  key

	hollow bool // the file was there and empty
}

// Open opens the history in a file, which is made with its folders if it is not there and brought
// to the newest version if it is older. Errors say what is wrong with the file
// and what to do.
func Open(file string) (*Archive, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of the history: %w", err)
	}
	return open(file)
}

// OpenExisting is Open for a file that must be there.
func OpenExisting(file string) (*Archive, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("opening the history: %s is not there; `ticketpatterns analyze` begins it, --history names another", file)
	}
	return Open(file)
}

func open(file string) (*Archive, error) {
	info, missing := os.Stat(file)
	a, err := connect(file)
	if err != nil {
		return nil, err
	}
	a.hollow = missing == nil && info.Size() == 0
	for _, step := range []func() error{a.check, func() error { return a.migrate(len(migrations)) }, a.unlock} {
		if err := step(); err != nil {
			a.Close()
			return nil, a.explain("opening", err)
		}
	}
	return a, nil
}

func connect(file string) (*Archive, error) {
	name, err := filepath.Abs(file)
	if err != nil {
		return nil, fmt.Errorf("opening the history %s: %w", file, err)
	}
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(name)}).EscapedPath(), RawQuery: url.Values{
		"_pragma": {fmt.Sprintf("busy_timeout(%d)", busyMilliseconds), "foreign_keys(1)", "journal_mode(DELETE)", "synchronous(FULL)", "secure_delete(1)"},
	}.Encode()}
	if err := private(name); err != nil {
		return nil, fmt.Errorf("making the history %s: %w", file, err)
	}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return nil, fmt.Errorf("opening the history %s: %w", file, err)
	}
	db.SetMaxOpenConns(1)
	if err := tighten(name); err != nil && !errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("opening the history %s: %w", file, err)
	}
	return &Archive{db: db, file: file, ctx: context.Background()}, nil
}

// private makes a file that only its owner reads. One that is there stays as it is.
func private(file string) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		return nil // SQLite says what it can do with it
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// tighten leaves a file that everybody may read to its owner: one of an earlier version, or
// put back by a program that minds no rights. What only a group may is meant so.
func tighten(file string) error {
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm()&0o007 == 0 {
		return err
	}
	return os.Chmod(file, info.Mode().Perm()&^0o077)
}

// Close closes the file.
func (a *Archive) Close() error { return a.db.Close() }

// explain says in words what SQLite's codes mean for whoever runs the program.
func (a *Archive) explain(doing string, err error) error {
	advice := ""
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
			advice = "the file is damaged or no history: put back a copy, or move it away to begin a new one: "
		case sqlite3.SQLITE_FULL:
			advice = "the disk is full: "
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			advice = "the file or its folder cannot be written: --history names another place, --no-history goes without: "
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			advice = "another run holds it: "
		case sqlite3.SQLITE_IOERR:
			advice = "the disk does not take it, perhaps it is full: "
		}
	}
	return fmt.Errorf("%s the history %s: %s%w", doing, a.file, advice, err)
}

// write runs do in a transaction.
func (a *Archive) write(doing string, do func(*sql.Conn) error) error {
	err := inTransaction(a.ctx, a.db, func(c *sql.Conn) error {
		if err := do(c); err != nil {
			return err
		}
		return writeSum(a.ctx, c)
	})
	if err != nil {
		return a.explain(doing, err)
	}
	return nil
}
