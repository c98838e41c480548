package dates

import (
	"strings"
	"ticketpatterns/analyzer/fold"
	"time"
	"unicode"
	"unicode/utf8"
)

// token is a run of digits, a folded word, or one other character.
type token struct {
	kind  byte // '0' digits, 'a' word, else the character itself
	n     int  // value of at most 18 digits
	width int  // digits
	word  string
}

// tokenize splits a time into tokens. Spaces of all kinds only separate.
func tokenize(s string) []token {
	tokens := make([]token, 0, 16)
	runes := []rune(s)
	for i := 0; i < len(runes); {
		r, from := runes[i], i
		switch {
		case unicode.IsDigit(r):
			n := 0
			for ; i < len(runes) && unicode.IsDigit(runes[i]); i++ {
				if i-from < 18 {
					n = 10*n + digitOf(runes[i])
				}
			}
			tokens = append(tokens, token{kind: '0', n: n, width: i - from})
		case unicode.IsLetter(r) || unicode.IsMark(r):
			for i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsMark(runes[i])) {
				i++
			}
			tokens = append(tokens, token{kind: 'a', word: fold.Key(string(runes[from:i]))})
		default:
			i++
			if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && r != utf8.RuneError {
				kind := byte('?')
				switch {
				case r < utf8.RuneSelf:
					kind = byte(r)
				case r == '：':
					kind = ':'
				case unicode.IsPunct(r): // the commas of other scripts
					kind = ','
				}
				tokens = append(tokens, token{kind: kind})
			}
		}
	}
	return tokens
}

// digitOf returns the value of a digit of any script.
func digitOf(r rune) int {
	if r <= '9' {
		return int(r - '0')
	}
	n := 0 // digits of a script follow each other in tens
	for n < 9 && unicode.IsDigit(r-rune(n)-1) {
		n++
	}
	return n
}

// parser reads a time from tokens: a date, a time of day and a zone, of
// which only the date must be there.
type parser struct {
	tokens []token
	out    Stamp
}

// is reports whether token i is of the kind; false beyond the end.
func (p *parser) is(i int, kind byte) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].kind == kind
}

func (p *parser) parse() (Stamp, bool) {
	if t, ok := p.number(); ok {
		return t, true
	}
	from, to, ok := p.clock()
	if !ok {
		return Stamp{}, false
	}
	before, after := p.tokens[:from], p.tokens[to:]
	year := -1
	if len(after) > 0 && after[0].kind == '0' && after[0].width == 4 { // Tue Mar 05 10:15:00 2026
		year, after = after[0].n, after[1:]
	} else if len(after) > 1 && after[0].kind == 'a' && after[1].kind == '0' && after[1].width == 4 { // with a zone between
		year, after = after[1].n, after[:1]
	}
	if !p.zone(after) || !p.date(before, year) {
		return Stamp{}, false
	}
	return p.out, true
}

// number reads a time that is one number: seconds or milliseconds since 1970,
// 20260305 or 20260305101500.
func (p *parser) number() (Stamp, bool) {
	if len(p.tokens) == 0 || p.tokens[0].kind != '0' {
		return Stamp{}, false
	}
	t := p.tokens[0]
	fraction := len(p.tokens) == 3 && p.tokens[1].kind == '.' && p.tokens[2].kind == '0'
	if fraction || len(p.tokens) == 1 || len(p.tokens) == 3 && p.tokens[1].kind == ',' && p.tokens[2].kind == '0' {
		if s, ok := parseSerial(p.tokens); ok {
			return s, true
		}
	}
	if len(p.tokens) != 1 && !(fraction && t.width == 10) {
		return Stamp{}, false
	}
	switch t.width {
	case 8, 14:
		date, rest := t.n, 0
		if t.width == 14 {
			date, rest = t.n/1e6, t.n%1e6
		}
		y, m, d := date/1e4, date/100%100, date%100
		hour, minute, second := rest/1e4, rest/100%100, rest%100
		if !validDate(y, m, d) || hour > 23 || minute > 59 || second > 59 {
			return Stamp{}, false
		}
		return Stamp{Kind: Fixed, parts: [3]uint16{uint16(y), uint16(m), uint16(d)}, Nanos: clock(hour, minute, second)}, true
	case 10:
		at := Stamp{Kind: Instant, Nanos: int64(t.n) * int64(time.Second)}
		if fraction {
			at.Nanos += p.fraction(p.tokens[2])
		}
		return at, t.n < lastSecond
	case 13:
		return Stamp{Kind: Instant, Nanos: int64(t.n) * int64(time.Millisecond)}, t.n < 1000*lastSecond
	}
	return Stamp{}, false
}

// lastSecond is the first second after 2099, since 1970: no later one is a time.
const lastSecond = 4102444800

// fraction returns the nanoseconds that digits behind a point stand for.
func (p *parser) fraction(t token) int64 {
	n, width := int64(t.n), min(t.width, 18)
	for ; width > 9; width-- {
		n /= 10
	}
	for ; width < 9; width++ {
		n *= 10
	}
	return n
}

// clock finds the time of day and returns the tokens that it takes up; none
// if there is no time of day.
func (p *parser) clock() (from, to int, ok bool) {
	at := -1
	for i := 1; i+1 < len(p.tokens); i++ {
		colon := p.is(i, ':') || p.is(i, 'a') && p.tokens[i].word == "h"
		if colon && p.is(i-1, '0') && p.is(i+1, '0') && p.tokens[i-1].width <= 2 {
			at = i - 1
			break
		}
	}
	if at < 0 {
		return len(p.tokens), len(p.tokens), true
	}
	hour, minute, second := p.tokens[at].n, p.tokens[at+2].n, 0
	to = at + 3
	if p.is(to, ':') && p.is(to+1, '0') {
		second = p.tokens[to+1].n
		to += 2
		if (p.is(to, '.') || p.is(to, ',')) && p.is(to+1, '0') {
			p.out.Nanos = p.fraction(p.tokens[to+1])
			to += 2
		}
	}
	if hour, at, to, ok = p.halfDay(hour, at-1, to); !ok || hour > 23 || minute > 59 || second > 59 {
		return 0, 0, false
	}
	p.out.Nanos += clock(hour, minute, second)
	return at, to, true
}

// halfDay applies AM or PM at token to, as any language writes it: "am", "PM",
// "a.m.", "p. m.", "odp.". It may also stand in front of the hour, at token
// before: "下午 3:05".
func (p *parser) halfDay(hour, before, to int) (h, from, next int, ok bool) {
	from = before + 1
	afternoon, next, said := p.half(to)
	if !said {
		if p.is(before, '.') {
			before--
		}
		if afternoon, _, said = p.half(before); !said {
			return hour, from, to, true
		}
		from = before
	}
	if hour > 12 {
		return hour, from, next, afternoon && hour < 24 // 13:05 PM is written by some
	}
	hour %= 12
	if afternoon {
		hour += 12
	}
	return hour, from, next, true
}

// half reads the half of the day at token i and returns the token behind it.
func (p *parser) half(i int) (afternoon bool, next int, ok bool) {
	if !p.is(i, 'a') {
		return false, i, false
	}
	word, next := p.tokens[i].word, i+1
	if p.is(next, '.') && p.is(next+1, 'a') {
		if both, known := dateWords().half[word+p.tokens[next+1].word]; known {
			afternoon, next, ok = both, next+2, true
		}
	}
	if !ok {
		if afternoon, ok = dateWords().half[word]; !ok {
			return false, i, false
		}
	}
	if p.is(next, '.') {
		next++
	}
	return afternoon, next, true
}

// zone reads what follows the time of day: nothing, a name, an offset.
func (p *parser) zone(rest []token) bool {
	if len(rest) > 1 && rest[0].kind == '(' && rest[len(rest)-1].kind == ')' {
		rest = rest[1 : len(rest)-1]
	}
	if len(rest) > 0 && rest[0].kind == 'a' {
		minutes, ok := zoneNames[rest[0].word]
		if !ok && !dateWords().skip[rest[0].word] {
			return false
		}
		if ok {
			p.out.Zoned, p.out.Offset = true, int32(60*minutes)
		}
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return true
	}
	if rest[0].kind != '+' && rest[0].kind != '-' || len(rest) < 2 || rest[1].kind != '0' {
		return false
	}
	hours, minutes := rest[1].n, 0
	switch {
	case len(rest) == 2 && rest[1].width == 4:
		hours, minutes = rest[1].n/100, rest[1].n%100
	case len(rest) == 4 && rest[2].kind == ':' && rest[3].kind == '0':
		minutes = rest[3].n
	case len(rest) != 2 || rest[1].width > 2:
		return false
	}
	if hours > 14 || minutes > 59 {
		return false
	}
	p.out.Zoned, p.out.Offset = true, int32(hours*3600+minutes*60)
	if rest[0].kind == '-' {
		p.out.Offset = -p.out.Offset
	}
	return true
}

// date reads the date from tokens; year is one that stands elsewhere, or -1.
func (p *parser) date(tokens []token, year int) bool {
	var nums []token
	var month uint16
	monthAt, sep := -1, byte(' ')
	for i, t := range tokens {
		switch {
		case t.kind == '0':
			nums = append(nums, t)
		case t.kind == 'a' && dateWords().month[t.word] > 0 && !namesMonth(tokens[i+1:]):
			month, monthAt = dateWords().month[t.word], len(nums)
		case t.kind == 'a' && (dateWords().skip[t.word] || month == 0 && dateWords().month[t.word] > 0):
			p.out.weekday = max(p.out.weekday, dateWords().day[t.word])
		case strings.IndexByte("/-.,", t.kind) >= 0:
			if len(nums) == 1 && sep == ' ' {
				sep = t.kind
			}
		case t.kind == '(' || t.kind == ')': // around a day of the week: 2026/03/16(月)
		default:
			return false
		}
	}
	if year >= 0 {
		nums = append(nums, token{kind: '0', n: year, width: 4})
	}
	p.out.sep = sep
	if month > 0 {
		return p.named(nums, month, monthAt)
	}
	return p.numeric(nums)
}

// namesMonth reports whether a month is named among tokens: "mar" in front of
// one is a Tuesday.
func namesMonth(tokens []token) bool {
	for _, t := range tokens {
		if t.kind == 'a' && dateWords().month[t.word] > 0 {
			return true
		}
	}
	return false
}

// named sets a date whose month is a word.
func (p *parser) named(nums []token, month uint16, monthAt int) bool {
	if len(nums) != 2 || monthAt > 1 {
		return false
	}
	day, year := nums[0], nums[1]
	if day.width == 4 && monthAt == 1 {
		day, year = year, day
	}
	if day.width > 2 || year.width != 2 && year.width != 4 {
		return false
	}
	y := year.n
	if year.width == 2 {
		y = fullYear(y)
	}
	p.out.Kind, p.out.parts = Fixed, [3]uint16{uint16(y), month, uint16(day.n)}
	return validDate(y, int(month), day.n)
}

// numeric sets a date of three numbers.
func (p *parser) numeric(nums []token) bool {
	if len(nums) != 3 {
		return false
	}
	for i, t := range nums {
		if t.width > 4 || t.width == 3 || t.width == 4 && i == 1 {
			return false
		}
		p.out.parts[i] = uint16(t.n)
	}
	switch {
	case nums[0].width == 4 && nums[2].width == 4:
		return false
	case nums[0].width == 4:
		p.out.Kind = Fixed
		return validDate(nums[0].n, nums[1].n, nums[2].n)
	}
	p.out.Kind, p.out.short = Numeric, nums[2].width < 4
	return p.out.Fits(DayFirst) || p.out.Fits(MonthFirst) || p.out.Fits(YearFirst)
}
