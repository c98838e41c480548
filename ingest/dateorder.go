package ingest

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

// dateColumn gathers what the cells of one column say about their order.
type dateColumn struct {
	field, header string
	index         int // of the column in the file

	count   int // cells that are times
	bad     int // cells that are none
	zoned   int // times that carry their zone
	only    [4]int
	proof   [4]example // the first cell that has only this order
	open    int        // cells that are a different date in each order
	unclear example    // the first of them
	first   example    // the first time at all
	sep     byte       // of the numeric dates
	numeric int

	order order
	how   result.DateReading // its proof; the order itself is order

	assumed bool // the order is taken without a proof

	serials     int     // cells that are a spreadsheet's day numbers
	firstSerial example // the first of them
	days        order   // from which day they count
	daysAssumed bool    // that is taken without a proof
}

// add counts one cell.
func (c *dateColumn) add(t stamp, text string, line int) {
	switch t.kind {
	case stampNone:
		return
	case stampBad:
		c.bad++
		return
	}
	if c.count == 0 {
		c.first = newExample(text, line)
	}
	c.count++
	if t.zoned || t.kind == stampInstant {
		c.zoned++
	}
	if t.kind == stampSerial {
		if c.serials == 0 {
			c.firstSerial = newExample(text, line)
		}
		c.serials++
	}
	if t.kind != stampNumeric {
		return
	}
	c.numeric++
	c.sep = t.sep
	d, m := t.fits(dayFirst), t.fits(monthFirst)
	switch {
	case d && m && t.parts[0] != t.parts[1]:
		if c.open == 0 {
			c.unclear = newExample(text, line)
		}
		c.open++
	case d && m:
	case d:
		c.prove(dayFirst, text, line)
	case m:
		c.prove(monthFirst, text, line)
	default:
		c.prove(yearFirst, text, line)
	}
}

func (c *dateColumn) prove(o order, text string, line int) {
	if c.only[o] == 0 {
		c.proof[o] = newExample(text, line)
	}
	c.only[o]++
}

// leader returns the order that most cells prove, and how many prove another.
func (c *dateColumn) leader() (best order, others int) {
	all := 0
	for _, o := range orders {
		all += c.only[o]
		if c.only[o] > c.only[best] {
			best = o
		}
	}
	return best, all - c.only[best]
}

// decideAlone sets the order if the column itself proves it or needs none. It
// returns an error if its cells contradict each other.
func (c *dateColumn) decideAlone() error {
	best, others := c.leader()
	switch {
	case c.count == 0:
		c.how.Proof = result.ProofEmpty
		if c.bad > 0 {
			c.how.Proof = result.ProofNoTimes
		}
	case c.numeric == 0:
		c.how = result.DateReading{Proof: result.ProofClear, Sample: c.first.place()}
	case best != unordered && 10*others > c.only[best]:
		var seen []string
		for _, o := range orders {
			if c.only[o] > 0 {
				seen = append(seen, fmt.Sprintf("%s in %d cells such as %s", o, c.only[o], c.proof[o]))
			}
		}
		return fmt.Errorf("column %q mixes orders of day and month: %s; export it again with one date format", c.header, strings.Join(seen, "; "))
	case best != unordered:
		c.order, c.how = best, result.DateReading{Proof: result.ProofCell, Sample: c.proof[best].place()}
	case c.open == 0:
		c.order, c.how = dayFirst, result.DateReading{Proof: result.ProofSame, Sample: c.first.place()}
	}
	return nil
}

// reading says how the cells are read.
func (c *dateColumn) reading() result.DateReading {
	how := c.how
	if c.numeric > 0 && (c.open > 0 || c.only != [4]int{}) {
		how.Order = c.order.name()
	}
	return how
}

// decided reports whether the order is settled.
func (c *dateColumn) decided() bool { return c.how.Proof != result.ProofNone }

// orderedTimes are the pairs of fields of which the first cannot be later.
var orderedTimes = [][2]string{
	{"opened", "resolved"}, {"opened", "closed"}, {"resolved", "closed"}, {"opened", "updated"}, {"start", "end"},
}

// decideOrders settles the order of all columns, in this order of trust: what
// a column proves by itself; what a column written in the same way proves;
// under which reading nothing is resolved before it was opened; under which
// nothing happens after the export; the configured order; dots, behind which no exporter puts the month first. rows calls its
// argument for each row with one stamp for each of fields.
func decideOrders(cols []*dateColumn, configured order, fields []string, rows func(func([]stamp))) error {
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
		case configured != unordered:
			c.order, c.assumed = configured, true
			c.how.Proof = result.ProofConfigured
		case c.sep == '.':
			c.order, c.assumed = dayFirst, true
			c.how = result.DateReading{Proof: result.ProofDots, Sample: c.first.place()}
		default:
			return &AmbiguousError{Line: c.unclear.line, Column: c.header, Text: c.unclear.text}
		}
	}
	decideDays(cols, fields, rows)
	return nil
}

// undecided returns the columns whose order is open.
func undecided(cols []*dateColumn) []*dateColumn {
	var open []*dateColumn
	for _, c := range cols {
		if !c.decided() {
			open = append(open, c)
		}
	}
	return open
}

// borrow settles columns that are written like one whose order is proven: one
// exporter writes all dates of a file in one way.
func borrow(cols []*dateColumn) {
	for _, c := range undecided(cols) {
		for _, other := range cols {
			if other.decided() && other.order != unordered && (other.open > 0 || other.only != [4]int{}) && other.sep == c.sep {
				c.order, c.how = other.order, result.DateReading{Proof: result.ProofColumn, Column: other.header}
				break
			}
		}
	}
}

// crossCheck reads all open columns day first and month first and settles them
// if one reading never puts a later event first and the other does so often.
func crossCheck(cols, open []*dateColumn, fields []string, rows func(func([]stamp))) {
	byIndex := columnsByPlace(cols, fields)
	var wrong [4]int
	checked := 0
	rows(func(stamps []stamp) {
		for _, pair := range orderedTimes {
			i, j := slices.Index(fields, pair[0]), slices.Index(fields, pair[1])
			if i < 0 || j < 0 || stamps[i].kind < stampFixed || stamps[j].kind < stampFixed {
				continue
			}
			checked++
			for _, o := range []order{dayFirst, monthFirst} {
				if orderAs(byIndex, i, stamps[i], o).After(orderAs(byIndex, j, stamps[j], o)) {
					wrong[o]++
				}
			}
		}
	})
	for _, o := range []order{dayFirst, monthFirst} {
		other := dayFirst + monthFirst - o
		if wrong[o] == 0 && wrong[other] >= 2 {
			for _, c := range open {
				c.order = o
				c.how = result.DateReading{Proof: result.ProofPairs, Not: other.name(), Wrong: wrong[other], Of: checked}
			}
		}
	}
}

// checkEnd reads the open columns day first and month first and settles them if
// one reading puts times behind the last change that the file tells of, and the
// other none: the export is not older than that change, but hardly younger.
func checkEnd(cols, open []*dateColumn, fields []string, rows func(func([]stamp))) {
	byIndex, last := columnsByPlace(cols, fields), slices.Index(fields, "updated")
	end := -1
	visit := func(see func(field int, t stamp, c *dateColumn)) {
		rows(func(stamps []stamp) {
			for i, t := range stamps {
				if c := byIndex[[2]int{i, int(t.column)}]; c != nil && t.kind >= stampFixed {
					see(i, t, c)
				}
			}
		})
	}
	visit(func(field int, t stamp, c *dateColumn) {
		if day, ok := t.day(c.order); field == last && c.decided() && ok {
			end = max(end, day)
		}
	})
	if end < 0 {
		return
	}
	var behind [4]int
	visit(func(_ int, t stamp, c *dateColumn) {
		for _, o := range []order{dayFirst, monthFirst} {
			if day, ok := t.day(o); !c.decided() && ok && day > end+1 {
				behind[o]++
			}
		}
	})
	for _, o := range []order{dayFirst, monthFirst} {
		other := dayFirst + monthFirst - o
		if behind[o] == 0 && behind[other] >= 2 {
			for _, c := range open {
				c.order = o
				c.how = result.DateReading{Proof: result.ProofEnd, Not: other.name(), Wrong: behind[other], Until: result.Day(civil(end))}
			}
		}
	}
}

// columnsByPlace finds a column by its field and which of the field's it is.
func columnsByPlace(cols []*dateColumn, fields []string) map[[2]int]*dateColumn {
	byIndex := make(map[[2]int]*dateColumn, len(cols))
	for _, c := range cols {
		byIndex[[2]int{slices.Index(fields, c.field), c.index}] = c
	}
	return byIndex
}

// orderAs reads a stamp in its column's order, or in o if that is open. Field
// and column tell the column.
func orderAs(byIndex map[[2]int]*dateColumn, field int, t stamp, o order) time.Time {
	if c := byIndex[[2]int{field, int(t.column)}]; c != nil && c.decided() {
		o = c.order
	}
	return t.time(o, time.UTC)
}

// AmbiguousError says which cell can be read in two ways.
type AmbiguousError struct {
	Line   int // of the first such cell
	Column string
	Text   string // the cell
}

// Error gives both readings, and what decides.
func (e *AmbiguousError) Error() string {
	t := parseStamp(e.Text)
	var readings []string
	for _, o := range []order{dayFirst, monthFirst} {
		readings = append(readings, fmt.Sprintf("%s if %s", t.time(o, time.UTC).Format("2 January 2006"), o))
	}
	return fmt.Sprintf("column %q: nothing in the file proves the order of day and month: %q is %s; say which with --date-order dmy or --date-order mdy",
		e.Column, e.Text, strings.Join(readings, " and "))
}
