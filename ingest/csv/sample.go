package csv

import (
	"bytes"
	"fmt"
	"io"
)

// headerBytes is how much of a text the header is looked for in; the line that goes on there
// is looked at to its end.
const headerBytes = 128 << 10

// errLongHeader says that no header can be told.
var errLongHeader = fmt.Errorf("a line of more than %d MB stands where the header is looked for, want a header of at most %d MB", MaxRecordBytes>>20, MaxRecordBytes>>20)

// ReadSample reads the first bytes of a text, so many and the rest of the line in which the
// header may end, which is no longer than MaxRecordBytes. more says that the text goes on.
func ReadSample(text io.Reader, bytesWanted int64) (sample []byte, more bool, err error) {
	for more = true; more && lineAcross(sample) == len(sample) && len(sample) <= MaxRecordBytes+headerBytes; {
		next, err := io.ReadAll(io.LimitReader(text, bytesWanted))
		sample, more = append(sample, next...), int64(len(next)) == bytesWanted
		if err != nil {
			return sample, false, err
		}
	}
	begins := bytes.LastIndexAny(sample[:min(headerBytes, len(sample))], "\r\n") + 1
	switch {
	case lineAcross(sample)-begins <= MaxRecordBytes:
		return sample, more, nil
	case begins == 0:
		return sample, more, errLongHeader
	}
	return sample[:begins], true, nil // it is a row, and costs no more than that
}

// lineAcross returns where the line ends in which the header may end.
func lineAcross(sample []byte) int {
	from := min(headerBytes, len(sample))
	if end := bytes.IndexAny(sample[from:], "\r\n"); end >= 0 {
		return from + end
	}
	return len(sample)
}

// beginning returns the first bytes of a text, so many and the rest of their last line.
func beginning(text []byte, size int) []byte {
	if len(text) <= size {
		return text
	}
	if end := bytes.IndexByte(text[size:], '\n'); end >= 0 {
		return text[:size+end+1]
	}
	return text
}
