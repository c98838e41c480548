package archive

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// An empty file in the place of a history that was written is a lost history, not a new
// one. Beside a key that no history was written with, a first run was killed.
func TestEmptyHistory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "h.sqlite")
	reopen := func() error {
		a, err := Open(file)
		if err != nil {
			return err
		}
		return a.Close()
	}
	if err := errors.Join(reopen(), os.WriteFile(file, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := reopen(); err == nil || !strings.Contains(err.Error(), "the file is empty, and its key was used") {
		t.Errorf("%v, want the loss noticed", err)
	}
	salt := strings.Repeat("A", 26)
	if err := errors.Join(os.WriteFile(file+KeyEnding, []byte(salt+"\n"+unused), 0o600), reopen()); err != nil {
		t.Errorf("after a first run that was killed: %v", err)
	}
	if data, err := os.ReadFile(file + KeyEnding); string(data) != salt+"\n" {
		t.Errorf("key %q, %v; want it used now", data, err)
	}
	if err := errors.Join(os.Remove(file), reopen()); err != nil {
		t.Errorf("moved away, with its key: %v", err)
	}
}

func TestRightsOfOthersAreTakenBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are of another kind there")
	}
	for given, want := range map[os.FileMode]os.FileMode{0o644: 0o600, 0o666: 0o600, 0o640: 0o640, 0o600: 0o600} {
		file := filepath.Join(t.TempDir(), "h.sqlite")
		reopen := func() error {
			a, err := Open(file)
			if err != nil {
				return err
			}
			return a.Close()
		}
		if err := errors.Join(reopen(), os.Chmod(file, given), os.Chmod(file+KeyEnding, given), reopen()); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{file, file + KeyEnding} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%o became %o, want %o (%v)", given, info.Mode().Perm(), want, err)
			}
		}
	}
}
