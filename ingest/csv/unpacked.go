package csv

import (
	"fmt"
	"io"
)

// MaxUnpacked is how many bytes a packed file may unpack to where nothing else is
// said: more than any desk exports, and little enough to end.
const MaxUnpacked = 4 << 30

// bounded ends in an error where a packed file holds more than is meant to be read,
// as a few kilobytes may unpack to terabytes.
type bounded struct {
	r     io.Reader
	left  int64
	limit int64
}

// Read implements io.Reader.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, fmt.Errorf("unpacks to more than %d MB, which is the limit: unpack it and look, or raise max_unpacked_mb in config.yaml under reading", b.limit>>20)
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left+1)])
	if b.left -= int64(n); b.left < 0 {
		n-- // the byte beyond the limit
		return n, nil
	}
	return n, err
}
