package ingest

import (
	"math"
	"time"

	"ticketpatterns/analyzer/result"
)

// A spreadsheet that saves dates as numbers writes days, counted from one of two
// days: 1899-12-30 (so that 61 is 1 March 1900; "1900 date system") or
// 1904-01-01 ("1904 date system", once the default on the Macintosh). The same
// number is 1,462 days later in the second.
const (
	firstDay1900 = -25569 // 1899-12-30, in days since 1970
	firstDay1904 = -24107 // 1904-01-01
)

// parseSerial reads tokens as a spreadsheet's day number: five digits with or
// without a fraction, of a day from 1970 to 2099.
func parseSerial(tokens []token) (stamp, bool) {
	t := tokens[0]
	if t.width != 5 || t.n+firstDay1900 < 0 || t.n+firstDay1900 >= daysSince1970(lastYear, 1, 1) {
		return stamp{}, false
	}
	s := stamp{kind: stampSerial, offset: int32(t.n)}
	if len(tokens) == 3 {
		part := float64(tokens[2].n) / math.Pow10(min(tokens[2].width, 18))
		s.nanos = int64(math.Round(part*86400)) * int64(time.Second)
	}
	return s, true
}

// serialDay returns the days since 1970 of a spreadsheet's day number.
func (t stamp) serialDay(o order) int {
	if o == days1904 {
		return int(t.offset) + firstDay1904
	}
	return int(t.offset) + firstDay1900
}

// decideDays settles from which day the day numbers of a file count: the day
// with which they come within a year of the other times of their rows. One
// spreadsheet saves all columns with one system. Where nothing proves it, the
// usual one is taken.
func decideDays(cols []*dateColumn, fields []string, rows func(func([]stamp))) {
	numbers := false
	for _, c := range cols {
		numbers = numbers || c.serials > 0
	}
	if !numbers {
		return
	}
	byIndex := columnsByPlace(cols, fields)
	var near [2]int
	rows(func(stamps []stamp) {
		for i, s := range stamps {
			for j, other := range stamps {
				if s.kind != stampSerial || other.kind < stampFixed || other.kind == stampSerial {
					continue
				}
				c := byIndex[[2]int{j, int(other.column)}]
				at, ok := other.day(c.order)
				for k, o := range []order{days1900, days1904} {
					if apart := at - s.serialDay(o); ok && i != j && -366 <= apart && apart <= 366 {
						near[k]++
					}
				}
			}
		}
	})
	for _, c := range cols {
		if c.serials > 0 {
			c.setDays(near)
		}
	}
}

// setDays takes the system of day numbers that near speaks for: how many pairs
// of times lie within a year of each other in each.
func (c *dateColumn) setDays(near [2]int) {
	system := days1900
	if near[1] > 0 && near[0] == 0 && c.numeric == 0 {
		system = days1904
	}
	c.days = system
	c.daysAssumed = (near[0] == 0) == (near[1] == 0)
	if c.numeric == 0 {
		c.order = system
	}
	if c.serials == c.count {
		c.how = result.DateReading{Proof: result.ProofNumbers}
	}
	c.how.DayNumbers = &result.DayNumbers{
		Sample: *c.firstSerial.place(), Day: dayOfSerial(c.firstSerial.text, system), From: system.name(), Assumed: c.daysAssumed,
	}
}

func dayOfSerial(text string, o order) result.Day {
	return result.DayOf(parseStamp(text).time(o, time.UTC))
}
