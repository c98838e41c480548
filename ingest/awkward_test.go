package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each file in testdata/awkward, and each folder of files, is what some person
// or program made of an export. The golden file shows what was read, or why
// nothing was.
func TestAwkwardExports(t *testing.T) {
	const home = "testdata/awkward"
	entries, err := os.ReadDir(home)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".golden") {
			continue
		}
		tried++
		t.Run(e.Name(), func(t *testing.T) {
			b, err := Read([]string{filepath.Join(home, e.Name())}, nil, Options{})
			said := ""
			if err != nil {
				said = "error: " + strings.ReplaceAll(err.Error(), home+string(filepath.Separator), "") + "\n"
			} else {
				balanced(t, b.Files)
				said = describe(t, b)
				for _, r := range b.Rejects {
					said += "rejected: " + strings.ReplaceAll(r.Error(), home+string(filepath.Separator), "") + "\n"
				}
			}
			golden(t, filepath.Join(home, strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))+".golden"), said)
		})
	}
	if tried < 30 {
		t.Errorf("%d awkward exports, want 30 or more", tried)
	}
}
