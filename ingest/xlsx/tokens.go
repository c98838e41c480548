package xlsx

import (
	"encoding/xml"
	"fmt"
	"io"
)

// tokens reads XML and stops where a part, the workbook or a single token
// becomes too large.
type tokens struct {
	src      io.ReadCloser
	xml      *xml.Decoder
	unpacked *int64 // bytes of the workbook so far
	left     int64  // bytes that the part may still give
	token    int    // bytes that the token may still take

	buffer   []byte
	from, to int
	err      error
}

func newTokens(src io.ReadCloser, unpacked *int64, limit int64) *tokens {
	t := &tokens{src: src, unpacked: unpacked, left: limit, buffer: make([]byte, 64<<10)}
	t.xml = xml.NewDecoder(t)
	return t
}

// next returns the next token, which is valid until the next call; io.EOF at the
// end.
func (t *tokens) next() (xml.Token, error) {
	t.token = maxToken
	token, err := t.xml.RawToken()
	if err != nil && t.err != nil && t.err != io.EOF {
		err = t.err
	}
	return token, err
}

// Close closes the part.
func (t *tokens) Close() error { return t.src.Close() }

// ReadByte implements io.ByteReader, by which the decoder reads.
func (t *tokens) ReadByte() (byte, error) {
	if t.from == t.to {
		if err := t.fill(); err != nil {
			return 0, err
		}
	}
	if t.token--; t.token < 0 {
		t.err = fmt.Errorf("one text or tag is larger than %d MB", maxToken>>20)
		return 0, t.err
	}
	c := t.buffer[t.from]
	t.from++
	return c, nil
}

// Read implements io.Reader, which the decoder asks for and does not use.
func (t *tokens) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	c, err := t.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = c
	return 1, nil
}

// fill reads on.
func (t *tokens) fill() error {
	for t.err == nil {
		n, err := t.src.Read(t.buffer)
		t.from, t.to, t.err = 0, n, err
		t.left -= int64(n)
		*t.unpacked += int64(n)
		if t.left < 0 || *t.unpacked > maxUnpacked {
			t.err = fmt.Errorf("%w: %d MB of shared texts, %d MB in all", errTooLarge, maxStrings>>20, maxUnpacked>>20)
			return t.err
		}
		if n > 0 {
			return nil
		}
	}
	return t.err
}
