//go:build unix

package plainfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(os.WriteFile(at("whole"), []byte("12345678"), 0o600), os.WriteFile(at("large"), make([]byte, 1025), 0o600), os.Symlink("whole", at("link")),
		os.Symlink("/dev/zero", at("device")), syscall.Mkfifo(at("pipe"), 0o600), os.Mkdir(at("folder"), 0o700)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"whole": "", "link": "", "large": "larger than 1 kB", "device": "is no file", "pipe": "is no file", "folder": "is no file"} {
		data, err := Read(at(name), 1024)
		if want == "" && (err != nil || string(data) != "12345678") || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %q, %v, want %q", name, data, err, want)
		}
	}
	if _, err := Read(at("none"), 1); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v, want that it is not there", err)
	}
}
