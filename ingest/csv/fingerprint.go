package csv

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"sync"
)

// fingerprint is a reader that takes the SHA-256 of all that is read through it,
// beside the reading.
type fingerprint struct {
	r     io.Reader
	bytes int64
	hash  hash.Hash
	next  []byte         // read and not yet handed over
	full  chan []byte    // to be hashed
	empty chan []byte    // to be filled
	done  sync.WaitGroup // until all is hashed
}

// fingerprintBytes are hashed at a time.
const fingerprintBytes = 256 << 10

func NewFingerprint(r io.Reader) *fingerprint {
	f := &fingerprint{r: r, hash: sha256.New(), full: make(chan []byte, 4), empty: make(chan []byte, 4)}
	f.done.Go(func() {
		for b := range f.full {
			f.hash.Write(b)
			select {
			case f.empty <- b[:0]:
			default: // enough of them wait
			}
		}
	})
	return f
}

// Read implements io.Reader.
func (f *fingerprint) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	f.bytes += int64(n)
	for rest := p[:n]; len(rest) > 0; {
		if f.next == nil {
			f.next = f.buffer()
		}
		k := min(len(rest), cap(f.next)-len(f.next))
		f.next, rest = append(f.next, rest[:k]...), rest[k:]
		if len(f.next) == cap(f.next) {
			f.full <- f.next
			f.next = nil
		}
	}
	return n, err
}

// buffer returns an empty buffer.
func (f *fingerprint) buffer() []byte {
	select {
	case b := <-f.empty:
		return b
	default:
		return make([]byte, 0, fingerprintBytes)
	}
}

// Sum returns the hash in hexadecimal digits and the number of bytes. Nothing can
// be read after it.
func (f *fingerprint) Sum() (digits string, bytes int64) {
	if f.next != nil {
		f.full <- f.next
	}
	close(f.full)
	f.done.Wait()
	return hex.EncodeToString(f.hash.Sum(nil)), f.bytes
}

// SizeOf returns how many bytes r will give, 0 if that is not known beforehand.
func SizeOf(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case *os.File:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}
