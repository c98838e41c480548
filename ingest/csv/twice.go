package csv

import (
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadAs are the code pages in which UTF-8 is read and saved as UTF-8 once more.
var misreadAs = []*charmap.Charmap{charmap.Windows1252, charmap.Windows1251, charmap.Windows1250}

// encodedTwice returns the code page as which a text was once misread, so that
// "ã" stands there as "Ã£"; nil if it was not. Nearly all characters beyond ASCII
// must come out as UTF-8 when they are taken back.
func encodedTwice(head []byte) *charmap.Charmap {
	const fewest, nearlyAll = 2, 0.8
	for _, page := range misreadAs {
		u := undoer{page: page}
		u.undo(head)
		if u.undone >= fewest && float64(u.undone) >= nearlyAll*float64(u.undone+u.left) {
			return page
		}
	}
	return nil
}

// undoer takes back that a text was encoded twice. What is not UTF-8 when it is
// taken back stays as it is.
type undoer struct {
	r            io.Reader
	page         *charmap.Charmap
	undone, left int // runs of characters beyond ASCII
	pending      []byte
	out          []byte // not yet handed out
	err          error
}

// Read implements io.Reader.
func (u *undoer) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		buffer := make([]byte, 1<<16)
		n, err := u.r.Read(buffer)
		u.pending, u.err = append(u.pending, buffer[:n]...), err
		cut := len(u.pending)
		for err == nil && cut > 0 && u.pending[cut-1] >= utf8.RuneSelf {
			cut-- // a run may go on
		}
		u.out = u.undo(u.pending[:cut])
		u.pending = append([]byte(nil), u.pending[cut:]...)
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// undo returns text with each run of characters beyond ASCII taken back.
func (u *undoer) undo(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		from := i
		if text[i] < utf8.RuneSelf {
			for i < len(text) && text[i] < utf8.RuneSelf {
				i++
			}
			out = append(out, text[from:i]...)
			continue
		}
		for i < len(text) && text[i] >= utf8.RuneSelf {
			i++
		}
		if back, ok := u.back(text[from:i]); ok {
			u.undone++
			out = append(out, back...)
		} else {
			u.left++
			out = append(out, text[from:i]...)
		}
	}
	return out
}

// back returns the bytes from which a run was misread, if they are UTF-8.
func (u *undoer) back(run []byte) ([]byte, bool) {
	back := make([]byte, 0, len(run))
	for _, r := range string(run) {
		b, ok := u.page.EncodeRune(r)
		if !ok && r >= 0x80 && r <= 0x9f { // bytes that the code page leaves open
			b, ok = byte(r), true
		}
		if !ok || b < utf8.RuneSelf {
			return nil, false
		}
		back = append(back, b)
	}
	return back, utf8.Valid(back)
}
