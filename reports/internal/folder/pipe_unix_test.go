//go:build unix

package folder

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe in the place of the journal is refused, and nobody waits for it.
func TestPipeIsNoJournal(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.Mkdir(filepath.Join(dir, Name), 0o700), syscall.Mkfifo(filepath.Join(dir, journalPath), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := Recover(dir); err == nil || !strings.Contains(err.Error(), "is no regular file") {
		t.Errorf("%v, want it refused", err)
	}
}
