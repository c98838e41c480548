package xlsx

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// format says what a number is shown as.
type format uint8

const (
	number format = iota
	day           // a day, with or without its time
	clock         // a time of day, or how long something took
)

// unread are the parts of a number format that say nothing of its kind: texts,
// guarded characters, colours and conditions.
var unread = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[(?:[^\]hHmMsS][^\]]*|[a-zA-Z]{3,}[^\]]*)\]`)

// formatOf tells the kind of a number format from its number, which settles those
// that are built in, or else from its code. Numbers 27 to 36 and 50 to 58 are days
// of East Asian editions.
func formatOf(id int, code string) format {
	switch {
	case code != "":
		return formatOfCode(code)
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return day
	case id >= 18 && id <= 21, id >= 45 && id <= 47, id >= 32 && id <= 35, id == 55, id == 56:
		return clock
	}
	return number
}

func formatOfCode(code string) format {
	code, _, _ = strings.Cut(code, ";")
	code = strings.ToLower(unread.ReplaceAllString(code, ""))
	switch {
	case code == "general" || strings.ContainsAny(code, "#?"):
		return number
	case strings.ContainsAny(code, "dy年月日") || strings.Contains(code, "mmm"):
		return day
	case strings.ContainsAny(code, "hs"):
		return clock
	case strings.Contains(code, "m"):
		return day
	}
	return number
}

// lastSerial is 31 December 9999, the last day that Excel knows.
const lastSerial = 2958466

// written returns a number as its format shows it, days in the order that can be
// read in one way only.
func (b *Book) written(text string, f format) string {
	if f == number {
		return text
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n < 0 || n >= lastSerial {
		return text
	}
	seconds := int64(math.Round(n * 86400))
	if f == clock {
		h, m, s := seconds/3600, seconds/60%60, seconds%60
		return pad(h) + ":" + pad(m) + ":" + pad(s)
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC) // so that 61 is 1 March 1900
	if b.from1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	at := first.Add(time.Duration(seconds) * time.Second)
	if n == math.Trunc(n) {
		return at.Format(time.DateOnly)
	}
	return at.Format(time.DateTime)
}

func pad(n int64) string {
	if n < 10 {
		return "0" + strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10)
}
