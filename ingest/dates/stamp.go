package dates

import (
	"fmt"
	"strings"
	"time"

	"ticketpatterns/analyzer/result"
)

// Order says which number of a date such as 03/04/2026 is which.
type Order uint8

const (
	Unordered  Order = iota
	DayFirst         // dmy
	MonthFirst       // mdy
	YearFirst        // ymd, with a year of two digits
	Days1900         // a spreadsheet's days, counted from 1899-12-30
	Days1904         // the same, counted from 1904-01-01
)

// Orders are those that a date can have, with the bits of stamp.fits.
var Orders = []Order{DayFirst, MonthFirst, YearFirst}

// String returns the order in words, for errors.
func (o Order) String() string {
	return [...]string{"not needed", "day first", "month first", "year first", "counted from 1900", "counted from 1904"}[o]
}

// name returns the order as results have it.
func (o Order) name() result.DateOrder {
	return [...]result.DateOrder{result.AnyOrder, result.DayFirst, result.MonthFirst, result.YearFirst, result.Days1900, result.Days1904}[o]
}

// ParseOrder reads the value of Options.DateOrder.
func ParseOrder(s string) (Order, bool) {
	switch strings.ToLower(s) {
	case "":
		return Unordered, true
	case "dmy":
		return DayFirst, true
	case "mdy":
		return MonthFirst, true
	case "ymd":
		return YearFirst, true
	}
	return Unordered, false
}

// Kind says how much of a time is known before the column is.
type Kind uint8

const (
	None    Kind = iota // the cell is empty
	Bad                 // no time, in whatever order
	Fixed               // parts are year, month, day
	Numeric             // parts as written; the order is the column's
	Instant             // nanos since 1970 UTC
	Serial              // a spreadsheet's day number, in offset
)

// Stamp is a time as written, before the order of its column is decided.
type Stamp struct {
	Kind    Kind
	sep     byte      // between the first two parts
	Column  uint8     // which of the field's columns it stands in
	Zoned   bool      // offset is known
	weekday uint8     // Monday 1 to Sunday 7 if the cell names it and languages agree; else 0
	short   bool      // the year has two digits, or it is not clear which part it is
	parts   [3]uint16 // see kind
	Offset  int32     // seconds east of Greenwich; of a stampSerial, the day number
	Nanos   int64     // since midnight; since 1970 for an instant
}

// Years that a ticket can bear. What lies outside is a filler such as
// 0001-01-01 or a misread number.
const (
	firstYear = 1970
	LastYear  = 2100
)

// Parse reads a time in any of the shapes that exporters write.
func Parse(s string) Stamp {
	s = strings.TrimSpace(s)
	if s != "" && s[0] == '\'' { // marked as text for a spreadsheet
		s = strings.TrimLeft(s, "' ")
	}
	if s == "" {
		return Stamp{}
	}
	if t, ok := parseISO(s); ok {
		return t
	}
	if len(s) > longestTime {
		return Stamp{Kind: Bad}
	}
	p := parser{tokens: tokenize(s)}
	if t, ok := p.parse(); ok {
		return t
	}
	if t, ok := parseRespelled(s); ok {
		return t
	}
	return Stamp{Kind: Bad}
}

// parseISO is the fast way for 2026-02-01 12:00:05 with T or space, optional
// seconds and an optional Z.
func parseISO(s string) (Stamp, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return Stamp{}, false
	}
	y, ok1 := Digits(s[0:4])
	m, ok2 := Digits(s[5:7])
	d, ok3 := Digits(s[8:10])
	if !ok1 || !ok2 || !ok3 {
		return Stamp{}, false
	}
	t := Stamp{Kind: Fixed, sep: '-', parts: [3]uint16{uint16(y), uint16(m), uint16(d)}}
	if !validDate(y, m, d) {
		return Stamp{Kind: Bad}, true
	}
	rest := s[10:]
	if rest == "" {
		return t, true
	}
	if rest, ok1 = strings.CutSuffix(rest, "Z"); ok1 {
		t.Zoned = true
	}
	if len(rest) != 6 && len(rest) != 9 || rest[0] != 'T' && rest[0] != ' ' || rest[3] != ':' {
		return Stamp{}, false
	}
	hour, ok1 := Digits(rest[1:3])
	minute, ok2 := Digits(rest[4:6])
	second, ok3 := 0, true
	if len(rest) == 9 {
		if rest[6] != ':' {
			return Stamp{}, false
		}
		second, ok3 = Digits(rest[7:9])
	}
	if !ok1 || !ok2 || !ok3 || hour > 23 || minute > 59 || second > 59 {
		return Stamp{}, false
	}
	t.Nanos = clock(hour, minute, second)
	return t, true
}

// Digits reads a number of at most nine digits.
func Digits(s string) (int, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// clock returns a time of day in nanoseconds since midnight.
func clock(hour, minute, second int) int64 {
	return int64(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second)
}

// validDate reports whether the date exists and a ticket can bear it.
func validDate(year, month, day int) bool {
	if year < firstYear || year > LastYear || month < 1 || month > 12 || day < 1 || day > 31 {
		return false
	}
	return day <= 28 || day <= time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// date returns year, month and day as read in order o.
func (t Stamp) date(o Order) (year, month, day int, ok bool) {
	a, b, c := int(t.parts[0]), int(t.parts[1]), int(t.parts[2])
	switch {
	case t.Kind == Fixed:
		year, month, day = a, b, c
	case t.Kind == Numeric && o == DayFirst:
		year, month, day = c, b, a
	case t.Kind == Numeric && o == MonthFirst:
		year, month, day = c, a, b
	case t.Kind == Numeric && o == YearFirst && t.short:
		year, month, day = a, b, c
	default:
		return 0, 0, 0, false
	}
	if t.short {
		year = fullYear(year)
	}
	return year, month, day, validDate(year, month, day)
}

// fullYear reads a year of two digits: 69 is 2069, 70 is 1970, as POSIX and
// Excel do within a year of each other.
func fullYear(year int) int {
	switch {
	case year >= 100:
		return year
	case year < 70:
		return 2000 + year
	}
	return 1900 + year
}

// Fits reports whether the stamp is a date when read in order o.
func (t Stamp) Fits(o Order) bool {
	if t.Kind != Numeric {
		return t.Kind >= Fixed
	}
	_, _, _, ok := t.date(o)
	return ok
}

// Time returns the time that the stamp means in order o, with zone where it
// carries none. The zero time means that it is none.
func (t Stamp) Time(o Order, zone *time.Location) time.Time {
	if t.Kind == Instant {
		return time.Unix(0, t.Nanos).UTC()
	}
	year, month, day, ok := t.date(o)
	if t.Kind == Serial {
		year, month, day, ok = 1970, 1, 1+t.serialDay(o), true
	}
	if !ok {
		return time.Time{}
	}
	if t.Zoned {
		zone = time.UTC
		if t.Offset != 0 {
			zone = time.FixedZone("", int(t.Offset))
		}
	}
	sec, nano := t.Nanos/int64(time.Second), t.Nanos%int64(time.Second)
	return time.Date(year, time.Month(month), day, 0, 0, int(sec), int(nano), zone)
}

// Written returns the date as it was written, without the time of day.
func (t Stamp) Written() string {
	return fmt.Sprintf("%02d%c%02d%c%02d", t.parts[0], t.sep, t.parts[1], t.sep, t.parts[2])
}
