//go:build unix

package reports

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A pipe in the place of the record is no record, and nobody waits for it.
func TestPipeIsNoRecord(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, runPath), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan earlier, 1)
	go func() { done <- lastRun(dir) }()
	select {
	case got := <-done:
		if len(got.sums) > 0 {
			t.Errorf("%v, want nothing", got.sums)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the run waits for the pipe")
	}
}
