package dates

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ticketpatterns/analyzer/result"
)

// example is a time as written and where it stands.
type example struct {
	text string
	line int
}

// newExample copies text, which may lie in memory that is used again.
func newExample(text string, line int) example { return example{strings.Clone(text), line} }

// String returns the example in words, for errors.
func (e example) String() string { return fmt.Sprintf("%q at line %d", e.text, e.line) }

// place returns the example as results have it.
func (e example) place() *result.Place { return &result.Place{Text: e.text, Line: e.line} }

// Column gathers what the cells of one column say about their order.
type Column struct {
	Field, Header string
	Zone          *time.Location // of its times without one, if the header says it; else nil
	Said          Order          // the order that the header says; Unordered if it says none
	Index         int            // of the column in the file

	Count   int // cells that are times
	Bad     int // cells that are none
	Zoned   int // times that carry their zone
	Only    [4]int
	proof   [4]example // the first cell that has only this order
	open    int        // cells that are a different date in each order
	unclear example    // the first of them
	first   example    // the first time at all
	sep     byte       // of the numeric dates
	Numeric int

	Order Order
	how   result.DateReading // its proof; the order itself is order

	Assumed bool // the order is taken without a proof

	Serials     int     // cells that are a spreadsheet's day numbers
	firstSerial example // the first of them
	days        Order   // from which day they count
	DaysAssumed bool    // that is taken without a proof
}

// Add counts one cell.
func (c *Column) Add(t Stamp, text string, line int) {
	switch t.Kind {
	case None:
		return
	case Bad:
		c.Bad++
		return
	}
	if c.Count == 0 {
		c.first = newExample(text, line)
	}
	c.Count++
	if t.Zoned || t.Kind == Instant {
		c.Zoned++
	}
	if t.Kind == Serial {
		if c.Serials == 0 {
			c.firstSerial = newExample(text, line)
		}
		c.Serials++
	}
	if t.Kind != Numeric {
		return
	}
	c.Numeric++
	c.sep = t.sep
	d, m := t.Fits(DayFirst), t.Fits(MonthFirst)
	if d && m && t.weekday > 0 && t.fallsOn(DayFirst) != t.fallsOn(MonthFirst) {
		d, m = t.fallsOn(DayFirst), t.fallsOn(MonthFirst)
	}
	switch {
	case d && m && t.parts[0] != t.parts[1]:
		if c.open == 0 {
			c.unclear = newExample(text, line)
		}
		c.open++
	case d && m:
	case d:
		c.prove(DayFirst, text, line)
	case m:
		c.prove(MonthFirst, text, line)
	default:
		c.prove(YearFirst, text, line)
	}
}

func (c *Column) prove(o Order, text string, line int) {
	if c.Only[o] == 0 {
		c.proof[o] = newExample(text, line)
	}
	c.Only[o]++
}

// Leader returns the order that most cells prove, and how many prove another.
func (c *Column) Leader() (best Order, others int) {
	all := 0
	for _, o := range Orders {
		all += c.Only[o]
		if c.Only[o] > c.Only[best] {
			best = o
		}
	}
	return best, all - c.Only[best]
}

// decideAlone sets the order if the column itself proves it or needs none. It
// returns an error if its cells contradict each other.
func (c *Column) decideAlone() error {
	best, others := c.Leader()
	switch {
	case c.Count == 0:
		c.how.Proof = result.ProofEmpty
		if c.Bad > 0 {
			c.how.Proof = result.ProofNoTimes
		}
	case c.Numeric == 0:
		c.how = result.DateReading{Proof: result.ProofClear, Sample: c.first.place()}
	case best != Unordered && 10*others > c.Only[best]:
		var seen []string
		for _, o := range Orders {
			if c.Only[o] > 0 {
				seen = append(seen, fmt.Sprintf("%s in %d cells such as %s", o, c.Only[o], c.proof[o]))
			}
		}
		return fmt.Errorf("column %q mixes orders of day and month: %s; export it again with one date format", c.Header, strings.Join(seen, "; "))
	case best != Unordered:
		c.Order, c.how = best, result.DateReading{Proof: result.ProofCell, Sample: c.proof[best].place()}
	case c.open == 0:
		c.Order, c.how = DayFirst, result.DateReading{Proof: result.ProofSame, Sample: c.first.place()}
	}
	return nil
}

// Reading says how the cells are read.
func (c *Column) Reading() result.DateReading {
	how := c.how
	if c.Numeric > 0 && (c.open > 0 || c.Only != [4]int{}) {
		how.Order = c.Order.name()
	}
	return how
}

// decided reports whether the order is settled.
func (c *Column) decided() bool { return c.how.Proof != result.ProofNone }

// OrderedPairs are the pairs of fields of which the first cannot be later.
var OrderedPairs = [][2]string{
	{"opened", "resolved"}, {"opened", "closed"}, {"resolved", "closed"}, {"opened", "updated"}, {"start", "end"},
}

// Decide settles the order of all columns, in this order of trust: what
// a column proves by itself; what a column written in the same way proves;
// under which reading nothing is resolved before it was opened; under which
// nothing happens after the export; the configured order; dots, behind which no exporter puts the month first. rows calls its
// argument for each row with one stamp for each of fields.
func Decide(cols []*Column, configured Order, fields []string, rows func(func([]Stamp))) error {
	for _, c := range cols {
		if err := c.decideAlone(); err != nil {
			return err
		}
	}
	borrow(cols)
	if open := undecided(cols); len(open) > 0 {
		crossCheck(cols, open, fields, rows)
	}
	if open := undecided(cols); len(open) > 0 {
		checkEnd(cols, open, fields, rows)
	}
	borrow(cols)
	for _, c := range undecided(cols) {
		switch {
		case c.Said != Unordered:
			c.Order, c.how = c.Said, result.DateReading{Proof: result.ProofHeader}
		case configured != Unordered:
			c.Order, c.Assumed = configured, true
			c.how.Proof = result.ProofConfigured
		case c.sep == '.':
			c.Order, c.Assumed = DayFirst, true
			c.how = result.DateReading{Proof: result.ProofDots, Sample: c.first.place()}
		default:
			return &AmbiguousError{Line: c.unclear.line, Column: c.Header, Text: c.unclear.text}
		}
	}
	decideDays(cols, fields, rows)
	return nil
}

// undecided returns the columns whose order is open.
func undecided(cols []*Column) []*Column {
	var open []*Column
	for _, c := range cols {
		if !c.decided() {
			open = append(open, c)
		}
	}
	return open
}

// borrow settles columns that are written like one whose order is proven: one
// exporter writes all dates of a file in one way.
func borrow(cols []*Column) {
	for _, c := range undecided(cols) {
		for _, other := range cols {
			if other.decided() && other.Order != Unordered && (other.open > 0 || other.Only != [4]int{}) && other.sep == c.sep {
				c.Order, c.how = other.Order, result.DateReading{Proof: result.ProofColumn, Column: other.Header}
				break
			}
		}
	}
}

// crossCheck reads all open columns day first and month first and settles them
// if one reading never puts a later event first and the other does so often.
func crossCheck(cols, open []*Column, fields []string, rows func(func([]Stamp))) {
	byIndex := columnsByPlace(cols, fields)
	var wrong [4]int
	checked := 0
	rows(func(stamps []Stamp) {
		for _, pair := range OrderedPairs {
			i, j := slices.Index(fields, pair[0]), slices.Index(fields, pair[1])
			if i < 0 || j < 0 || stamps[i].Kind < Fixed || stamps[j].Kind < Fixed {
				continue
			}
			checked++
			for _, o := range []Order{DayFirst, MonthFirst} {
				if orderAs(byIndex, i, stamps[i], o).After(orderAs(byIndex, j, stamps[j], o)) {
					wrong[o]++
				}
			}
		}
	})
	for _, o := range []Order{DayFirst, MonthFirst} {
		other := DayFirst + MonthFirst - o
		if wrong[o] == 0 && wrong[other] >= 2 {
			for _, c := range open {
				c.Order = o
				c.how = result.DateReading{Proof: result.ProofPairs, Not: other.name(), Wrong: wrong[other], Of: checked}
			}
		}
	}
}

// checkEnd reads the open columns day first and month first and settles them if
// one reading puts times behind the last change that the file tells of, and the
// other none: the export is not older than that change, but hardly younger.
func checkEnd(cols, open []*Column, fields []string, rows func(func([]Stamp))) {
	byIndex, last := columnsByPlace(cols, fields), slices.Index(fields, "updated")
	end := -1
	visit := func(see func(field int, t Stamp, c *Column)) {
		rows(func(stamps []Stamp) {
			for i, t := range stamps {
				if c := byIndex[[2]int{i, int(t.Column)}]; c != nil && t.Kind >= Fixed {
					see(i, t, c)
				}
			}
		})
	}
	visit(func(field int, t Stamp, c *Column) {
		if day, ok := t.Day(c.Order); field == last && c.decided() && ok {
			end = max(end, day)
		}
	})
	if end < 0 {
		return
	}
	var behind [4]int
	visit(func(_ int, t Stamp, c *Column) {
		for _, o := range []Order{DayFirst, MonthFirst} {
			if day, ok := t.Day(o); !c.decided() && ok && day > end+1 {
				behind[o]++
			}
		}
	})
	for _, o := range []Order{DayFirst, MonthFirst} {
		other := DayFirst + MonthFirst - o
		if behind[o] == 0 && behind[other] >= 2 {
			for _, c := range open {
				c.Order = o
				c.how = result.DateReading{Proof: result.ProofEnd, Not: other.name(), Wrong: behind[other], Until: result.Day(Civil(end))}
			}
		}
	}
}

// columnsByPlace finds a column by its field and which of the field's it is.
func columnsByPlace(cols []*Column, fields []string) map[[2]int]*Column {
	byIndex := make(map[[2]int]*Column, len(cols))
	for _, c := range cols {
		byIndex[[2]int{slices.Index(fields, c.Field), c.Index}] = c
	}
	return byIndex
}

// orderAs reads a stamp in its column's order, or in o if that is open. Field
// and column tell the column.
func orderAs(byIndex map[[2]int]*Column, field int, t Stamp, o Order) time.Time {
	if c := byIndex[[2]int{field, int(t.Column)}]; c != nil && c.decided() {
		o = c.Order
	}
	return t.Time(o, time.UTC)
}

// AmbiguousError says which cell can be read in two ways.
type AmbiguousError struct {
	Line   int // of the first such cell
	Column string
	Text   string // the cell
}

// Error gives both readings, and what decides.
func (e *AmbiguousError) Error() string {
	t := Parse(e.Text)
	var readings []string
	for _, o := range []Order{DayFirst, MonthFirst} {
		readings = append(readings, fmt.Sprintf("%s if %s", t.Time(o, time.UTC).Format("2 January 2006"), o))
	}
	return fmt.Sprintf("column %q: nothing in the file proves the order of day and month: %q is %s; say which with --date-order dmy or --date-order mdy",
		e.Column, e.Text, strings.Join(readings, " and "))
}
