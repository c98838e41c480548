package ingest

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// A packed file is read up to the limit, and refused by name beyond it.
func TestUnpackedSizeHasALimit(t *testing.T) {
	text := []byte("id,opened,subject\n" + strings.Repeat("INC1,2026-03-05 10:15,printer jams\n", 60_000))
	for name, pack := range map[string]func() []byte{
		"export.csv.gz": func() []byte {
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			z.Write(text)
			z.Close()
			return b.Bytes()
		},
		"export.csv.zst": func() []byte {
			z, err := zstd.NewWriter(nil)
			if err != nil {
				t.Fatal(err)
			}
			defer z.Close()
			return z.EncodeAll(text, nil)
		},
	} {
		packed := pack()
		if b, err := ReadReader(bytes.NewReader(packed), name, Options{MaxUnpacked: int64(len(text))}); err != nil || b.Files[0].Rows != 60_000 {
			t.Errorf("%s at the limit: %v", name, err)
		}
		_, err := ReadReader(bytes.NewReader(packed), name, Options{MaxUnpacked: 1 << 20})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") || !strings.Contains(err.Error(), "1 MB") || !strings.Contains(err.Error(), "max_unpacked_mb") {
			t.Errorf("%s beyond the limit: %v", name, err)
		}
	}
}
