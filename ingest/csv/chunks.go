package csv

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"unsafe"
)

// chunkBytes is about how much text one core works on at a time: much more than
// a record, and little enough that a few chunks do not count as memory.
const chunkBytes = 1 << 20

// chunkLines are about how many records one core works on at a time: what a record
// becomes takes more memory than a short line.
const chunkLines = 16 << 10

// linesEnd returns the offset behind the first n lines of text, or its length.
func linesEnd(text []byte, n int) int {
	if len(text) <= n || bytes.Count(text, []byte{'\n'}) <= n {
		return len(text)
	}
	at := 0
	for range n {
		at += bytes.IndexByte(text[at:], '\n') + 1
	}
	return at
}

// Chunker cuts a text into chunks where a record seems to begin. It looks at the
// last few records of a chunk only, and may be wrong: whoever puts the chunks
// together again sees that a chunk ends inside a record.
type Chunker struct {
	src    io.Reader // what follows rest; nil if nothing does
	rest   []byte    // read and not yet handed out
	size   int       // bytes that a chunk has at most
	buffer []byte
	probe  scanner   // how the records are cut
	Spare  sync.Pool // of *[]byte: memory of chunks
}

// NewChunker returns a chunker over text, then src; nil if text is all. A size
// of 0 means chunkBytes.
func NewChunker(text []byte, src io.Reader, l Layout, size int) *Chunker {
	if size == 0 {
		size = chunkBytes
	}
	return &Chunker{
		src: src, rest: text, size: size,
		probe: scanner{comma: l.Comma, quotes: l.Quotes, escape: l.Escape, width: len(l.Header)},
	}
}

// Chunk is some text that seems to begin at a record.
type Chunk struct {
	Text   string
	Memory []byte // that the text lies in
	Last   bool   // nothing follows
}

// Next returns the next chunk. An empty text is one empty chunk.
func (c *Chunker) Next() (Chunk, error) {
	if len(c.rest) <= c.size && c.src != nil {
		if c.buffer == nil {
			c.buffer = make([]byte, c.size+1)
		}
		n := copy(c.buffer, c.rest)
		m, err := io.ReadFull(c.src, c.buffer[n:])
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			c.src, err = nil, nil
		}
		if err != nil {
			return Chunk{}, err
		}
		c.rest = c.buffer[:n+m]
	}
	end := len(c.rest)
	last := end <= c.size && c.src == nil
	if !last {
		end = c.boundary(c.rest[:c.size])
	}
	if few := linesEnd(c.rest[:end], chunkLines); few < end {
		end, last = c.boundary(c.rest[:few]), false
	}
	text := c.copy(c.rest[:end])
	text.Last, c.rest = last, c.rest[end:]
	return text, nil
}

// copy returns a chunk of its own. Chunks follow each other fast, and as garbage
// they would be most of the memory that reading takes; so they lie in memory that
// is used again, and what is kept of their text is copied from it.
func (c *Chunker) copy(text []byte) Chunk {
	memory, _ := c.Spare.Get().(*[]byte)
	if memory == nil || cap(*memory) < len(text) {
		fresh := make([]byte, 0, max(len(text), min(c.size, chunkBytes)))
		memory = &fresh
	}
	kept := append((*memory)[:0], text...)
	return Chunk{Text: unsafe.String(unsafe.SliceData(kept), len(kept)), Memory: kept}
}

// boundary returns the offset, not 0, at which a record seems to begin in the
// last part of text: the first line after which two records follow that are as
// wide as the header. Failing that, it is that of the first line there, or the end.
func (c *Chunker) boundary(text []byte) int {
	const tries = 64
	from := min(len(text)-len(text)/8, max(0, len(text)-1<<12))
	b := Block{Text: string(text[from:])}
	guess, at := -1, 0
	for range tries {
		nl := strings.IndexByte(b.Text[at:], '\n')
		if nl < 0 {
			break
		}
		at += nl + 1
		if guess < 0 {
			guess = at
		}
		if c.beginsRecord(&b, at) {
			return from + at
		}
	}
	if guess < 0 {
		return len(text)
	}
	return from + guess
}

// beginsRecord reports whether two records as wide as the header stand at offset
// at.
func (c *Chunker) beginsRecord(b *Block, at int) bool {
	for range 2 {
		b.Spans, b.Records = b.Spans[:0], b.Records[:0]
		next, ok := c.probe.cut(b, at)
		if !ok || len(b.Records) != 1 || b.Records[0].Cells != c.probe.width || b.Records[0].Problem != "" {
			return false
		}
		at = next
	}
	return true
}

// State is what cutting a chunk depends on besides its text: the
// zero value at the beginning of the file.
type State struct {
	offset, wasted int64 // as in scanner
}

// Trusts reports whether a chunk that wastes so many bytes, counted from
// nothing, is cut the same way in this state.
func (s State) Trusts(wasted int64) bool {
	return wasted <= freeWaste && s.wasted+wasted <= freeWaste+wasteFactor*s.offset
}

// After returns the state behind a chunk of which so many bytes were cut and
// wasted.
func (s State) After(bytes int, wasted int64) State {
	return State{offset: s.offset + int64(bytes), wasted: s.wasted + wasted}
}

// Cut cuts the text of b, which begins at a record, into records. last says that
// nothing follows it. end is the offset behind the last whole record, lines how
// many physical lines there are up to there, and wasted how many bytes were
// looked through in vain.
func (l Layout) Cut(b *Block, last bool, at State) (end, lines int, wasted int64) {
	s := &scanner{
		comma: l.Comma, quotes: l.Quotes, escape: l.Escape, width: len(l.Header),
		line: 1, eof: last, offset: at.offset, wasted: at.wasted,
	}
	end = s.scan(b)
	return end, s.line - 1, s.wasted - at.wasted
}
