// Package lock keeps two runs out of each other's files.
//
// A lock is a file that the operating system locks, so that it ends with the
// program, however that ends. Who holds it stands in a second file: Windows lets
// nobody read a locked one.
package lock

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"ticketpatterns/ingest/plainfile"
)

// holderEnding makes the name of the file that says who holds a lock.
const holderEnding = ".holder"

// ErrHeld says that another program holds a lock and did not end in time.
var ErrHeld = errors.New("want it to end, or --lock-timeout for a longer wait")

// retry is how often a lock is tried.
const retry = 50 * time.Millisecond

// Lock is one that is held.
type Lock struct{ file *flock.Flock }

// Acquire takes the lock of a file whose folder exists. If another program holds
// it, waiting is called once with what that program said of itself, and Acquire
// waits; after the timeout it gives up with an error that names the holder.
func Acquire(file, me string, timeout time.Duration, waiting func(holder string)) (*Lock, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	for told := false; ; {
		l, err := try(file)
		if err != nil {
			return nil, fmt.Errorf("locking %s: %w", file, err)
		}
		if l != nil {
			// Who holds it is for people; a disk that is full shall not keep them from a lock.
			_ = os.WriteFile(file+holderEnding, []byte(me), 0o600)
			return l, nil
		}
		if !told {
			waiting(holder(file))
			told = true
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("%s holds %s, and did not end within %s: %w", holder(file), file, timeout, ErrHeld)
		case <-time.After(retry):
		}
	}
}

// try returns nil if another program holds the lock.
func try(file string) (*Lock, error) {
	f := flock.New(file, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))
	locked, err := f.TryLock()
	if err != nil || !locked {
		return nil, errors.Join(err, f.Close())
	}
	// The last holder may have removed the file between our opening and locking it.
	mine, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if now, err := os.Stat(file); err != nil || !os.SameFile(mine, now) {
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(err, f.Close())
		}
		return nil, f.Close()
	}
	return &Lock{f}, nil
}

// holder says who holds a lock.
func holder(file string) string {
	said, err := plainfile.Read(file+holderEnding, 1<<12)
	if text := strings.TrimSpace(string(said)); err == nil && text != "" {
		return text
	}
	return "another run"
}

// Release gives the lock back and removes its files, while it is still ours. Windows
// removes no file that is open, so there the empty file stays.
func (l *Lock) Release() error {
	_ = os.Remove(l.file.Path() + holderEnding)
	_ = os.Remove(l.file.Path())
	return l.file.Close()
}
