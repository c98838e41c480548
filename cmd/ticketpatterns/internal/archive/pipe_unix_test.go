//go:build unix

package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe is no key, and nobody waits for it.
func TestPipeIsNoKey(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h.sqlite")
	a, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(a.Close(), os.Remove(file+KeyEnding), syscall.Mkfifo(file+KeyEnding, 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file); err == nil || !strings.Contains(err.Error(), "is no file") {
		t.Errorf("%v, want it refused", err)
	}
}
