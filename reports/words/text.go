package words

import (
	"reflect"
	"strings"
	"unicode/utf8"
)

// Clean makes foreign text safe to show: control characters other than tab
// and line feed, invalid UTF-8 and the marks that reorder text (U+202A to
// U+202E, U+2066 to U+2069) become U+FFFD, so that a reader sees that something
// was there. Lines end with LF.
func Clean(s string) string {
	if strings.ContainsRune(s, '\r') {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
	if strings.IndexFunc(s, unsafe) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unsafe(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

func unsafe(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, 0x7f <= r && r < 0xa0:
		return true
	case 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return false
}

// Cleaned returns a deep copy of v in which every string went through Clean.
func Cleaned[T any](v T) T { return withTexts(v, Clean) }

// withTexts returns a deep copy of v in which every string went through change. It
// follows pointers, structs, slices and strings; fields that are not exported are
// copied as they are, which keeps times whole.
func withTexts[T any](v T, change func(string) string) T {
	var out T
	copyTexts(reflect.ValueOf(&out).Elem(), reflect.ValueOf(&v).Elem(), change)
	return out
}

func copyTexts(to, from reflect.Value, change func(string) string) {
	switch from.Kind() {
	case reflect.String:
		to.SetString(change(from.String()))
	case reflect.Pointer:
		if from.IsNil() {
			return
		}
		to.Set(reflect.New(from.Type().Elem()))
		copyTexts(to.Elem(), from.Elem(), change)
	case reflect.Slice:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			copyTexts(to.Index(i), from.Index(i), change)
		}
	case reflect.Struct:
		to.Set(from)
		for i := range from.NumField() {
			if from.Type().Field(i).IsExported() {
				copyTexts(to.Field(i), from.Field(i), change)
			}
		}
	default:
		to.Set(from)
	}
}

// Capital returns s with its first letter in upper case.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return strings.ToUpper(string(r)) + s[size:]
}
