package csv

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Trim cuts white space of all kinds and byte order marks from both ends.
func Trim(s string) string {
	if s == "" || s[0] > ' ' && s[0] < utf8.RuneSelf && s[len(s)-1] > ' ' && s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == 0 })
}

// Blank reports whether a cell holds nothing but white space.
func Blank(cell string) bool {
	return cell == "" || (cell[0] <= ' ' || cell[0] >= utf8.RuneSelf) && Trim(cell) == ""
}

// LineError is a mistake at a line of the file.
type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("%d: %v", e.Line, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }
