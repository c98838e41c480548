package main

import (
	"fmt"
	"io"
	"os"
)

// progress tells a person at a terminal what is going on, on one line that is
// overwritten. Anywhere else it is silent.
type progress struct {
	w     io.Writer // nil: silent
	total int
	done  int
}

// newProgress counts total steps on w if it is a terminal.
func newProgress(w io.Writer, total int) *progress {
	p := &progress{total: total}
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.w = w
		}
	}
	return p
}

// step says which step begins.
func (p *progress) step(format string, args ...any) {
	p.done++
	if p.w != nil {
		fmt.Fprintf(p.w, "\r\x1b[K%d of %d: %s", p.done, p.total, fmt.Sprintf(format, args...))
	}
}

// end clears the line.
func (p *progress) end() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
