//go:build unix

package ingest

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Pipes and devices are refused, named or in a folder; a pipe that nobody writes to
// would wait for ever.
func TestPipesAndDevicesAreRefused(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "tickets.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, folder, "/dev/zero"} {
		if _, err := Read(Sort([]string{path}, Options{}).Tickets, nil, Options{}); err == nil || !strings.Contains(err.Error(), "is no file") {
			t.Errorf("%s: %v, want it refused", path, err)
		}
		if _, err := ReadPeople([]string{path}, Options{}); err == nil {
			t.Errorf("%s: taken as a list of people", path)
		}
	}
}
