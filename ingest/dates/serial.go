package dates

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
func parseSerial(tokens []token) (Stamp, bool) {
	t := tokens[0]
	if t.width != 5 || t.n+firstDay1900 < 0 || t.n+firstDay1900 >= DaysSince1970(LastYear, 1, 1) {
		return Stamp{}, false
	}
	s := Stamp{Kind: Serial, Offset: int32(t.n)}
	if len(tokens) == 3 {
		part := float64(tokens[2].n) / math.Pow10(min(tokens[2].width, 18))
		s.Nanos = int64(math.Round(part*86400)) * int64(time.Second)
	}
	return s, true
}

// serialDay returns the days since 1970 of a spreadsheet's day number.
func (t Stamp) serialDay(o Order) int {
	if o == Days1904 {
		return int(t.Offset) + firstDay1904
	}
	return int(t.Offset) + firstDay1900
}

// decideDays settles from which day the day numbers of a file count: the day
// with which they come within a year of the other times of their rows. One
// spreadsheet saves all columns with one system. Where nothing proves it, the
// usual one is taken.
func decideDays(cols []*Column, fields []string, rows func(func([]Stamp))) {
	numbers := false
	for _, c := range cols {
		numbers = numbers || c.Serials > 0
	}
	if !numbers {
		return
	}
	byIndex := columnsByPlace(cols, fields)
	var near [2]int
	rows(func(stamps []Stamp) {
		for i, s := range stamps {
			for j, other := range stamps {
				if s.Kind != Serial || other.Kind < Fixed || other.Kind == Serial {
					continue
				}
				c := byIndex[[2]int{j, int(other.Column)}]
				at, ok := other.Day(c.Order)
				for k, o := range []Order{Days1900, Days1904} {
					if apart := at - s.serialDay(o); ok && i != j && -366 <= apart && apart <= 366 {
						near[k]++
					}
				}
			}
		}
	})
	for _, c := range cols {
		if c.Serials > 0 {
			c.setDays(near)
		}
	}
}

// setDays takes the system of day numbers that near speaks for: how many pairs
// of times lie within a year of each other in each.
func (c *Column) setDays(near [2]int) {
	system := Days1900
	if near[1] > 0 && near[0] == 0 && c.Numeric == 0 {
		system = Days1904
	}
	c.days = system
	c.DaysAssumed = (near[0] == 0) == (near[1] == 0)
	if c.Numeric == 0 {
		c.Order = system
	}
	if c.Serials == c.Count {
		c.how = result.DateReading{Proof: result.ProofNumbers}
	}
	c.how.DayNumbers = &result.DayNumbers{
		Sample: *c.firstSerial.place(), Day: dayOfSerial(c.firstSerial.text, system), From: system.name(), Assumed: c.DaysAssumed,
	}
}

func dayOfSerial(text string, o Order) result.Day {
	return result.DayOf(Parse(text).Time(o, time.UTC))
}
