package ingest

import (
	"fmt"
	"time"
)

// Check says whether two times of one row come in the order that events have.
type Check struct {
	First, Then string // fields: First cannot be later than Then
	Rows        int    // that have both
	Wrong       int    // of these, where First is later
	Line        int    // of the first of the wrong ones; 0 if there is none
	Example     string // that row's times, in words
}

// String returns the check in words.
func (c Check) String() string {
	if c.Wrong == 0 {
		return fmt.Sprintf("%s is never after %s, in %s that have both", c.First, c.Then, plural(c.Rows, "row", "rows"))
	}
	return fmt.Sprintf("%s is after %s in %d of %s, first at line %d: %s", c.First, c.Then, c.Wrong, plural(c.Rows, "row", "rows"), c.Line, c.Example)
}

// checkTimes compares the times of each row, now that their orders are known. Of
// a time without a clock only the day counts.
func (rd *reading[T, U]) checkTimes() {
	n := len(rd.schema.times)
	for _, pair := range orderedTimes {
		i, j := indexOf(rd.schema.times, pair[0]), indexOf(rd.schema.times, pair[1])
		if i < 0 || j < 0 {
			continue
		}
		c := Check{First: pair[0], Then: pair[1]}
		for row := range rd.values {
			first, then := rd.stamps[row*n+i], rd.stamps[row*n+j]
			a, b := rd.at(i, first), rd.at(j, then)
			if a.IsZero() || b.IsZero() {
				continue
			}
			c.Rows++
			if first.nanos == 0 || then.nanos == 0 {
				a, b = dayOf(a), dayOf(b)
			}
			if !a.After(b) {
				continue
			}
			if c.Wrong++; c.Line == 0 {
				c.Line = rd.lines[row]
				c.Example = fmt.Sprintf("%s %s, %s %s", c.First, a.Format("2006-01-02 15:04"), c.Then, b.Format("2006-01-02 15:04"))
			}
		}
		if c.Rows > 0 {
			rd.file.Checks = append(rd.file.Checks, c)
		}
	}
}

// at reads a stamp of the time field t in the order of its column.
func (rd *reading[T, U]) at(t int, s stamp) time.Time {
	if cols := rd.orders[t]; s.kind > stampBad && int(s.column) < len(cols) {
		return s.time(cols[s.column], rd.zone)
	}
	return time.Time{}
}

// dayOf returns the midnight before t.
func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
