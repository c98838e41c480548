package text

import (
	"strings"
	"unicode/utf8"
)

// OneLine folds white space, line ends included, to single spaces.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Shorten returns s on one line of at most limit runes; limit is at least 1. An
// ellipsis stands for what is cut off. The cut is exact.
func Shorten(s string, limit int) string {
	return shorten(s, limit, func(cut string) string { return strings.TrimRight(cut, " ,.;:") })
}

// ShortenAtWord is Shorten with a cut after a whole word, if that keeps more than
// half of the limit.
func ShortenAtWord(s string, limit int) string {
	return shorten(s, limit, func(cut string) string {
		if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
			cut = cut[:space]
		}
		return strings.TrimRight(cut, " ,;:.-")
	})
}

// shorten cuts s and ends the cut with tidy.
func shorten(s string, limit int, tidy func(cut string) string) string {
	s = OneLine(s)
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return tidy(string([]rune(s)[:limit-1])) + "…"
}
