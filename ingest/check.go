package ingest

import (
	"slices"
	"ticketpatterns/ingest/dates"
	"time"
)

// Check says whether two times of one row come in the order that events have.
type Check struct {
	First, Then string    // fields: First cannot be later than Then
	Rows        int       // that have both
	Wrong       int       // of these, where First is later
	Line        int       // of the first of the wrong ones; 0 if there is none
	Times       [2]string // of that row, first and then
}

// checkTimes compares the times of each row, now that their orders are known. Of
// a time without a clock only the day counts.
func (rd *reading[T, U]) checkTimes() {
	n := len(rd.schema.times)
	var pairs [][2]int
	for _, pair := range dates.OrderedPairs {
		if i, j := slices.Index(rd.schema.times, pair[0]), slices.Index(rd.schema.times, pair[1]); i >= 0 && j >= 0 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	checks := make([]Check, len(pairs))
	for row := range rd.lines {
		stamps := rd.stamps[row*n : (row+1)*n]
		for k, p := range pairs {
			first, then := stamps[p[0]], stamps[p[1]]
			if first.Kind <= dates.Bad || then.Kind <= dates.Bad {
				continue
			}
			later, ok := rd.later(p, first, then)
			if !ok {
				continue
			}
			c := &checks[k]
			if c.Rows += rd.weight(row); !later {
				continue
			}
			if c.Wrong += rd.weight(row); c.Line == 0 {
				c.First, c.Then, c.Line = rd.schema.times[p[0]], rd.schema.times[p[1]], rd.lines[row]
				c.Times = [2]string{minuteOf(rd.at(p[0], first)), minuteOf(rd.at(p[1], then))}
			}
		}
	}
	for k, p := range pairs {
		checks[k].First, checks[k].Then = rd.schema.times[p[0]], rd.schema.times[p[1]]
		if checks[k].Rows > 0 {
			rd.file.Checks = append(rd.file.Checks, checks[k])
		}
	}
}

// minuteOf writes a time to the minute.
func minuteOf(t time.Time) string { return t.Format("2006-01-02 15:04") }

// later reports whether the first of two stamps, of the time fields in pair, is
// the later one; not ok if one of them is no time in the order of its column.
func (rd *reading[T, U]) later(pair [2]int, first, then dates.Stamp) (later, ok bool) {
	if first.Zoned != then.Zoned || first.Kind == dates.Instant || then.Kind == dates.Instant || rd.zones[pair[0]][first.Column] != rd.zones[pair[1]][then.Column] {
		a, b := rd.at(pair[0], first), rd.at(pair[1], then)
		return a.After(b), !a.IsZero() && !b.IsZero()
	}
	a, ok1 := first.Day(rd.orders[pair[0]][first.Column])
	b, ok2 := then.Day(rd.orders[pair[1]][then.Column])
	if !ok1 || !ok2 {
		return false, false
	}
	if first.Nanos == 0 || then.Nanos == 0 {
		return a > b, true
	}
	const day = int64(24 * time.Hour)
	return int64(a)*day+first.Nanos-int64(first.Offset)*1e9 > int64(b)*day+then.Nanos-int64(then.Offset)*1e9, true
}

// at reads a stamp of the time field t in the order of its column.
func (rd *reading[T, U]) at(t int, s dates.Stamp) time.Time {
	if cols := rd.orders[t]; s.Kind > dates.Bad && int(s.Column) < len(cols) {
		return s.Time(cols[s.Column], rd.zones[t][s.Column])
	}
	return time.Time{}
}
