package ingest

import (
	"io"
	"strings"
	"sync"
	"unsafe"
)

// chunkBytes is about how much text one core works on at a time: much more than
// a record, and little enough that a few chunks do not count as memory.
const chunkBytes = 1 << 20

// chunker cuts a text into chunks where a record seems to begin. It looks at the
// last few records of a chunk only, and may be wrong: whoever puts the chunks
// together again sees that a chunk ends inside a record.
type chunker struct {
	src    io.Reader // what follows rest; nil if nothing does
	rest   []byte    // read and not yet handed out
	size   int       // bytes that a chunk has at most
	buffer []byte
	probe  scanner   // how the records are cut
	spare  sync.Pool // of *[]byte: memory of chunks
}

// newChunker returns a chunker over text, then src; nil if text is all. A size
// of 0 means chunkBytes.
func newChunker(text []byte, src io.Reader, l layout, size int) *chunker {
	if size == 0 {
		size = chunkBytes
	}
	return &chunker{
		src: src, rest: text, size: size,
		probe: scanner{comma: l.comma, quotes: l.quotes, width: len(l.header)},
	}
}

// chunk is some text that seems to begin at a record.
type chunk struct {
	text   string
	memory []byte // that the text lies in
	last   bool   // nothing follows
}

// next returns the next chunk. An empty text is one empty chunk.
func (c *chunker) next() (chunk, error) {
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
			return chunk{}, err
		}
		c.rest = c.buffer[:n+m]
	}
	end := len(c.rest)
	last := end <= c.size && c.src == nil
	if !last {
		end = c.boundary(c.rest[:c.size])
	}
	text := c.copy(c.rest[:end])
	text.last, c.rest = last, c.rest[end:]
	return text, nil
}

// copy returns a chunk of its own. Chunks follow each other fast, and as garbage
// they would be most of the memory that reading takes; so they lie in memory that
// is used again, and what is kept of their text is copied from it.
func (c *chunker) copy(text []byte) chunk {
	memory, _ := c.spare.Get().(*[]byte)
	if memory == nil || cap(*memory) < len(text) {
		fresh := make([]byte, 0, max(len(text), min(c.size, chunkBytes)))
		memory = &fresh
	}
	kept := append((*memory)[:0], text...)
	return chunk{text: unsafe.String(unsafe.SliceData(kept), len(kept)), memory: kept}
}

// boundary returns the offset, not 0, at which a record seems to begin in the
// last part of text: the first line after which two records follow that are as
// wide as the header. Failing that, it is that of the first line there, or the end.
func (c *chunker) boundary(text []byte) int {
	const tries = 64
	from := min(len(text)-len(text)/8, max(0, len(text)-1<<12))
	b := block{text: string(text[from:])}
	guess, at := -1, 0
	for range tries {
		nl := strings.IndexByte(b.text[at:], '\n')
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
func (c *chunker) beginsRecord(b *block, at int) bool {
	for range 2 {
		b.spans, b.records = b.spans[:0], b.records[:0]
		next, ok := c.probe.cut(b, at)
		if !ok || len(b.records) != 1 || b.records[0].cells != c.probe.width || b.records[0].problem != "" {
			return false
		}
		at = next
	}
	return true
}
