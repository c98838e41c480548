package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words cuts s into lower-case words in the order they stand (NFKC, letters and
// digits). Left out are what names one case only: addresses of the web, of mail
// and of machines, dates, times, numbers, and words with four or more digits.
// Kept are codes that name a fault, such as 0x80070005, KB5021233, 502 or
// ora-12154. Han, Kana and Hangul runs, which have no spaces to cut at, become
// overlapping pairs of characters.
func Words(s string) []string {
	s = norm.NFKC.String(s)
	words := make([]string, 0, 16)
	for chunk := range strings.FieldsSeq(s) {
		words = appendChunk(words, strings.ToLower(chunk))
	}
	return words
}

// appendChunk cuts one run of non-space characters.
func appendChunk(words []string, chunk string) []string {
	chunk = strings.TrimFunc(chunk, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case chunk == "" || isAddress(chunk):
		return words
	case isCode(chunk):
		return append(words, chunk)
	}
	start, kind := 0, otherRune
	for i, r := range chunk {
		if k := kindOf(r); k != kind {
			words = appendRun(words, chunk[start:i], kind)
			start, kind = i, k
		}
	}
	return appendRun(words, chunk[start:], kind)
}

type runeKind int

const (
	otherRune runeKind = iota
	wordRune
	cjkRune
)

func kindOf(r rune) runeKind {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return wordRune
		}
		return otherRune
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return cjkRune
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
		return wordRune
	}
	return otherRune
}

func appendRun(words []string, run string, kind runeKind) []string {
	switch kind {
	case wordRune:
		if utf8.RuneCountInString(run) >= 2 && countDigits(run) < 4 && !allDigits(run) {
			return append(words, run)
		}
		if isStatusCode(run) {
			return append(words, run)
		}
	case cjkRune:
		return appendPairs(words, []rune(run))
	}
	return words
}

func appendPairs(words []string, run []rune) []string {
	if len(run) == 1 {
		return append(words, string(run))
	}
	for i := 0; i+1 < len(run); i++ {
		words = append(words, string(run[i:i+2]))
	}
	return words
}

// isAddress reports addresses of the web, of mail and of machines.
func isAddress(s string) bool {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "cid:") {
		return true
	}
	if at := strings.IndexByte(s, '@'); at > 0 && strings.IndexByte(s[at:], '.') > 0 {
		return true
	}
	return isUUID(s)
}

// isUUID reports 8-4-4-4-12 hexadecimal digits.
func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (s[i] == '-') || !dash && !isHex(s[i]) {
			return false
		}
	}
	return true
}

// isCode reports codes that name a fault and stay one word: 0x..., KB and five
// digits, letters-digits such as ora-12154.
func isCode(s string) bool {
	if rest, ok := strings.CutPrefix(s, "0x"); ok {
		return len(rest) >= 4 && strings.IndexFunc(rest, func(r rune) bool { return r > 'f' || !isHex(byte(r)) }) < 0
	}
	if rest, ok := strings.CutPrefix(s, "kb"); ok && len(rest) >= 5 && allDigits(rest) {
		return true
	}
	letters, digits, ok := strings.Cut(s, "-")
	return ok && len(letters) >= 2 && len(letters) <= 5 && len(digits) >= 3 && len(digits) <= 6 &&
		allDigits(digits) && strings.IndexFunc(letters, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// isStatusCode reports the numbers that servers answer errors with, 400 to 599.
func isStatusCode(s string) bool {
	return len(s) == 3 && (s[0] == '4' || s[0] == '5') && allDigits(s)
}

func isHex(b byte) bool { return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' }

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
