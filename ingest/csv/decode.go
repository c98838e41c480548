package csv

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"ticketpatterns/analyzer/result"
)

// Reader hands out the text of a file as UTF-8 without byte order mark.
type Reader struct {
	io.Reader
	Compression string      // "", "gzip" or "zstd"
	fixed       string      // the encoding, where the first bytes settle it
	unmarked    bool        // they do so without a byte order mark
	utf8        *utf8Reader // otherwise: counts what was not UTF-8
	counted     *counter    // counts what a code page of several bytes, or one that was told from the bytes, reads
	twice       bool        // the text was encoded twice
	Page        string      // name of the code page for those bytes
	Close       func()      // releases the decompressor
}

// headBytes are looked at for the encoding.
const headBytes = 256 << 10

// NewReader tells compression and encoding of r from its first bytes. A packed file
// may unpack to so many bytes; 0 means MaxUnpacked.
func NewReader(r io.Reader, encoding string, unpacked int64) (*Reader, error) {
	if err := CheckEncoding(encoding); err != nil {
		return nil, err
	}
	t := &Reader{Page: "Windows-1252", Close: func() {}}
	b := bufio.NewReaderSize(r, headBytes)
	if unpacked == 0 {
		unpacked = MaxUnpacked
	}
	b, err := t.unpack(b, unpacked)
	if err != nil {
		return nil, err
	}
	head, err := b.Peek(headBytes)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("reading: %w", err)
	}
	if err := notText(head); err != nil {
		return nil, err
	}
	t.choose(b, head, pageNamed(encoding))
	return t, nil
}

// unpack puts a decompressor over b if its magic number asks for one, which hands
// out so many bytes at most.
func (t *Reader) unpack(b *bufio.Reader, most int64) (*bufio.Reader, error) {
	head, err := b.Peek(4)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("reading: %w", err)
	}
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("unpacking gzip: %w", err)
		}
		t.Compression = "gzip"
		return bufio.NewReaderSize(&bounded{cut{z, "gzip"}, most, most}, headBytes), nil
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("unpacking zstd: %w", err)
		}
		t.Compression, t.Close = "zstd", z.Close
		return bufio.NewReaderSize(&bounded{cut{z, "zstd"}, most, most}, headBytes), nil
	}
	return b, nil
}

// cut says of packed data that end too early that they do.
type cut struct {
	io.Reader
	packer string
}

func (c cut) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("the %s file is cut off, want the whole of it: %w", c.packer, err)
	}
	return n, err
}

// choose sets the decoder: byte order marks first, the four byte ones before
// the two byte ones they begin with, then the pattern of NUL bytes that
// UTF-16 without mark makes of Western text, else UTF-8.
func (t *Reader) choose(b *bufio.Reader, head []byte, asked *codePage) {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(head, []byte{0, 0, 0xfe, 0xff}):
		t.fixed = "UTF-32"
		t.Reader = utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Reader(b)
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		t.fixed = "UTF-16"
		t.Reader = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(b)
	case nulShare(head, 1) > 0.4 && nulShare(head, 0) < 0.1:
		t.fixed, t.unmarked = "UTF-16 little endian", true
		t.Reader = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Reader(b)
	case nulShare(head, 0) > 0.4 && nulShare(head, 1) < 0.1:
		t.fixed, t.unmarked = "UTF-16 big endian", true
		t.Reader = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Reader(b)
	default:
		t.utf8 = &utf8Reader{r: b, page: charmap.Windows1252}
		for {
			mark, _ := b.Peek(3) // a file saved twice has two marks
			if !bytes.Equal(mark, []byte("\ufeff")) {
				break
			}
			t.utf8.marked = true
			b.Discard(3)
		}
		t.Reader = t.utf8
		if head, _ = b.Peek(headBytes); !t.utf8.marked {
			t.choosePage(b, head, asked)
		}
		if twice := encodedTwice(head); twice != nil {
			t.twice, t.Reader = true, &undoer{r: t.Reader, page: twice}
		}
	}
}

// choosePage sets the code page of bytes that are not UTF-8: the one asked for, or
// the one that the first bytes speak for. Windows-1252 also reads what is UTF-8
// in parts.
func (t *Reader) choosePage(b *bufio.Reader, head []byte, asked *codePage) {
	p := asked
	if p == nil {
		p = likelyPage(head)
	}
	if p == nil {
		return
	}
	t.Page = p.name
	if one, ok := p.Encoding.(*charmap.Charmap); ok && one == charmap.Windows1252 {
		t.utf8.page = one
		return
	}
	t.counted = &counter{r: b}
	t.Reader = p.NewDecoder().Reader(t.counted)
}

// counter counts the bytes beyond ASCII of what is read through it.
type counter struct {
	r       io.Reader
	foreign int
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for _, b := range p[:n] {
		if b >= utf8.RuneSelf {
			c.foreign++
		}
	}
	return n, err
}

// nulShare returns the share of NUL among the bytes at odd (1) or even (0)
// offsets of head; 0 for fewer than four bytes.
func nulShare(head []byte, offset int) float64 {
	if len(head) < 4 {
		return 0
	}
	nul, all := 0, 0
	for i := offset; i < len(head); i += 2 {
		all++
		if head[i] == 0 {
			nul++
		}
	}
	return float64(nul) / float64(all)
}

// Encoding says which encoding was taken. It is final once the whole text is
// read.
func (t *Reader) Encoding() result.Encoding {
	switch {
	case t.fixed != "" && t.unmarked:
		return result.Encoding{Name: t.fixed, Detail: result.EncodingUnmarked}
	case t.fixed != "":
		return result.Encoding{Name: t.fixed}
	case t.twice:
		return result.Encoding{Name: "UTF-8", Detail: result.EncodingTwice}
	case t.counted != nil:
		return result.Encoding{Name: t.Page, Detail: result.EncodingNotUTF8}
	case t.utf8.foreign == 0 && t.utf8.marked:
		return result.Encoding{Name: "UTF-8", Detail: result.EncodingMarked}
	case t.utf8.foreign == 0:
		return result.Encoding{Name: "UTF-8"}
	case !t.utf8.multibyte:
		return result.Encoding{Name: t.Page, Detail: result.EncodingNotUTF8}
	default:
		return result.Encoding{Name: "UTF-8", Detail: result.EncodingMixed, Foreign: t.utf8.foreign, CodePage: t.Page}
	}
}

// Foreign returns how many bytes were read by the code page, as they were not
// UTF-8.
func (t *Reader) Foreign() int {
	switch {
	case t.counted != nil:
		return t.counted.foreign
	case t.utf8 == nil:
		return 0
	}
	return t.utf8.foreign
}

// utf8Reader passes UTF-8 through and reads each byte that is not part of a
// valid sequence as one of the code page. So a Windows-1252 file needs no
// second pass, and one wrong line in a UTF-8 file costs nothing.
type utf8Reader struct {
	r         io.Reader
	page      *charmap.Charmap
	marked    bool   // the file began with a byte order mark
	foreign   int    // bytes read by the code page
	multibyte bool   // valid sequences longer than a byte were seen
	partial   []byte // the beginning of a rune whose rest has not been read yet
	small     []byte // to read into where there is no room
	decoded   []byte
	out       []byte // decoded and not yet handed out
	err       error
}

// Read implements io.Reader.
func (u *utf8Reader) Read(p []byte) (int, error) {
	const room = 1 << 10 // below which reading into p is not worth it
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		into := p
		if len(p) < room {
			if u.small == nil {
				u.small = make([]byte, 1<<16)
			}
			into = u.small
		}
		if n := u.fill(into); n > 0 && len(p) >= room {
			return n, nil
		} else if n > 0 {
			u.out = into[:n]
		}
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// fill reads into p and returns how much of it is text as it was read. Text that
// had to be decoded is in u.out instead.
func (u *utf8Reader) fill(p []byte) int {
	have := copy(p, u.partial)
	n, err := u.r.Read(p[have:])
	p, u.err = p[:have+n], err
	cut := len(p)
	if err == nil {
		cut -= partialRune(p)
	}
	u.partial = append(u.partial[:0], p[cut:]...)
	if !utf8.Valid(p[:cut]) {
		u.decoded = u.repair(u.decoded[:0], p[:cut])
		u.out = u.decoded
		return 0
	}
	u.multibyte = u.multibyte || !ascii(p[:cut])
	return cut
}

// ascii reports whether all bytes are below 0x80.
func ascii(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if binary.NativeEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// repair appends text to out with the bytes that are not UTF-8 decoded by the
// code page.
func (u *utf8Reader) repair(out, text []byte) []byte {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if r == utf8.RuneError && size == 1 {
			u.foreign++
			out = utf8.AppendRune(out, u.page.DecodeByte(text[0]))
		} else {
			u.multibyte = u.multibyte || size > 1
			out = append(out, text[:size]...)
		}
		text = text[size:]
	}
	return out
}

// partialRune returns how many bytes at the end of b begin a rune whose rest
// has not been read yet.
func partialRune(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}
