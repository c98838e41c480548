package ingest

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// A packed file that came over in part is refused as such, so that nobody takes what
// there is of it for a quiet week.
func TestCutPackedFilesAreSaidToBe(t *testing.T) {
	text := []byte("id,opened,subject,requester\n" + strings.Repeat("1,2026-01-01 10:00,printer jams on floor 3,ann\n2,2026-01-02 11:00,mail is slow,bob\n", 500))
	var gz, zst bytes.Buffer
	g := gzip.NewWriter(&gz)
	z, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []interface {
		Write([]byte) (int, error)
		Close() error
	}{g, z} {
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for name, packed := range map[string][]byte{"t.csv.gz": gz.Bytes(), "t.csv.zst": zst.Bytes()} {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, packed[:len(packed)-6], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read([]string{file}, nil, Options{}); err == nil || !strings.Contains(err.Error(), "file is cut off, want the whole of it") {
			t.Errorf("%s: %v, want that it is cut off", name, err)
		}
	}
}
