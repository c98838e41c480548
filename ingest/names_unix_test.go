//go:build unix

package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A name with a line break is refused in one line, in quotes: it would forge messages.
func TestNamesWithLineBreaks(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a\nwarning: all is well.csv")
	if err := os.WriteFile(name, []byte("id,opened,short_description\n1,2026-06-01,x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{name, dir, filepath.Join(dir, "[\n.csv")} {
		if _, err := Read([]string{path}, nil, Options{}); err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "line break") {
			t.Errorf("%q: %v", path, err)
		}
	}
}

// A link to itself in a folder is named and passed over, as one to nothing is.
func TestLinksThatLeadNowhere(t *testing.T) {
	dir := t.TempDir()
	for name, to := range map[string]string{"self.csv": "self.csv", "gone.csv": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	s := Sorted{}
	for _, name := range []string{"self.csv", "gone.csv"} {
		s.file(filepath.Join(dir, name), Options{})
	}
	if len(s.Tickets) != 0 || len(s.Warnings) != 2 {
		t.Errorf("%d files are read, with %d warnings; want none read and both named", len(s.Tickets), len(s.Warnings))
	}
}
