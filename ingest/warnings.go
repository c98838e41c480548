package ingest

import (
	"fmt"
	"slices"
	"strings"
)

// describeDates says how the times of each column are read.
func (rd *reading[T, U]) describeDates() {
	for _, cols := range rd.dates {
		for _, c := range cols {
			if c.index > 0 && c.count+c.bad == 0 {
				continue // a stand-in that no row needed
			}
			d := Dates{Field: c.field, Column: c.header, Order: c.order.String(), Proof: c.how, Times: c.count, Bad: c.bad}
			if c.numeric == 0 || c.open == 0 && c.only == [4]int{} {
				d.Order = unordered.String()
			}
			d.Assumed, d.Clear = c.count > c.zoned, c.count > 0 && c.numeric == 0 && c.serials == 0
			switch {
			case c.count == 0:
			case c.zoned == c.count:
				d.Zone = "each cell carries its zone"
			case c.zoned == 0:
				d.Zone = fmt.Sprintf("no zone in the cells, %s taken", rd.zone)
			default:
				d.Zone = fmt.Sprintf("%d cells carry their zone, %s taken for the others", c.zoned, rd.zone)
			}
			rd.file.Dates = append(rd.file.Dates, d)
		}
	}
}

// warn adds a warning about the file.
func (rd *reading[T, U]) warn(w Warning) { rd.file.Warnings = append(rd.file.Warnings, w) }

// hint adds what is fine if it is meant so.
func (rd *reading[T, U]) hint(w Warning) { rd.file.Hints = append(rd.file.Hints, w) }

// encodingWarning says where bytes were not UTF-8.
func (rd *reading[T, U]) encodingWarning(t *textReader) {
	if t.utf8 != nil && t.utf8.foreign > 0 {
		rd.warn(Warning{
			Kind: WarnEncoding,
			Text: fmt.Sprintf("%s not UTF-8 and read as %s", plural(t.utf8.foreign, "byte is", "bytes are"), t.page),
			Fix:  Fix{If: "names or umlauts look wrong", Setting: "under reading, encoding: windows-1250, or the code page of the export"},
		})
	}
}

// describe says what is missing or doubtful in the file.
func (rd *reading[T, U]) describe() {
	rd.warnRows()
	rd.warnTimes()
	rd.warnLikely()
	if rd.file.Kept > 0 {
		rd.warnGaps()
	}
}

// warnRows says which rows were not read, or not whole.
func (rd *reading[T, U]) warnRows() {
	f := &rd.file
	if rd.plan.system.note != "" {
		rd.warn(Warning{Kind: WarnSystem, Text: rd.plan.system.note})
	}
	if n := len(rd.short); n > 0 {
		rd.warn(Warning{Kind: WarnShortRows, Text: fmt.Sprintf("%s shorter than the header (first at line %d): the cells that are not there were read as empty", plural(n, "row is", "rows are"), rd.short[0])})
	}
	if f.Rows == 0 {
		rd.warn(Warning{
			Kind: WarnRejected, Text: "the file has a header and no row below it",
			Fix: Fix{Do: "look whether the filter of the export leaves anything"},
		})
	}
	if f.Rejected > 0 {
		some := fmt.Sprintf("%d of %s", f.Rejected, plural(f.Rows, "row", "rows"))
		if f.Kept == 0 {
			some = "none of " + plural(f.Rows, "row", "rows")
		}
		could := map[bool]string{true: " could be read", false: " could not be read"}[f.Kept == 0]
		rd.warn(Warning{Kind: WarnRejected, Text: fmt.Sprintf("%s%s; first, line %d: %s", some, could, rd.rejects[0].Pos.Line, rd.rejects[0].Reason)})
	}
	if roundCounts[f.Rows] {
		rd.warn(Warning{
			Kind: WarnRoundCount,
			Text: fmt.Sprintf("the file holds exactly %d rows, which is where exporters cut off: the export may be incomplete", f.Rows),
			Fix:  Fix{Do: "export without a limit, or by month in several files, which are read together"},
		})
	}
}

// warnTimes says which times were not read, or on what assumption.
func (rd *reading[T, U]) warnTimes() {
	for _, cols := range rd.dates {
		for _, c := range cols {
			rd.warnColumn(c)
		}
	}
	for _, c := range rd.file.Checks {
		if c.Wrong > 0 {
			rd.warn(Warning{Kind: WarnTimeOrder, Field: c.Then, Text: c.String()})
		}
	}
	if i := slices.IndexFunc(rd.file.Dates, func(d Dates) bool { return d.Assumed }); i >= 0 && rd.zoneAssumed {
		d := rd.file.Dates[i]
		rd.hint(Warning{
			Kind: WarnZone, Field: d.Field, Column: d.Column, Text: "the times carry no zone, so UTC was taken",
			Fix: Fix{
				If:     "the times are not in UTC",
				Option: "--timezone Europe/Berlin, or your own", Setting: "under reading, timezone: Europe/Berlin",
			},
		})
	}
}

// warnColumn says what is doubtful in one column of times.
func (rd *reading[T, U]) warnColumn(c *dateColumn) {
	needed := c.field == rd.schema.times[0]
	if c.bad > 0 && !needed {
		rd.warn(Warning{Kind: WarnBadTimes, Field: c.field, Column: c.header, Text: fmt.Sprintf("column %q: %s that are no times were read as empty", c.header, plural(c.bad, "cell", "cells"))})
	}
	if c.assumed {
		w := Warning{Kind: WarnDateOrder, Field: c.field, Column: c.header, Text: fmt.Sprintf("column %q: %s", c.header, c.how)}
		if other := map[order]string{dayFirst: "mdy", monthFirst: "dmy", yearFirst: "dmy"}[c.order]; other != "" {
			w.Fix = Fix{
				If:     fmt.Sprintf("%q is not %s", c.header, c.order),
				Option: "--date-order " + other, Setting: "under reading, date_order: " + other,
			}
		}
		rd.warn(w)
	}
	if c.daysAssumed {
		rd.warn(Warning{
			Kind: WarnDaySystem, Field: c.field, Column: c.header, Text: fmt.Sprintf("column %q: %s", c.header, c.how),
			Fix: Fix{If: "the dates are four years early", Do: "export again and do not save the file with a spreadsheet"},
		})
	}
	if c.serials > 0 && c.serials < c.count {
		rd.warn(Warning{
			Kind: WarnDaySystem, Field: c.field, Column: c.header,
			Text: fmt.Sprintf("column %q: %s a spreadsheet's day numbers and the other %d written dates: a spreadsheet has read some dates by itself, and where it took the day for the month these are wrong", c.header, plural(c.serials, "cell is", "cells are"), c.count-c.serials),
			Fix:  Fix{Do: "export again and do not save the file with a spreadsheet"},
		})
	}
	if _, others := c.leader(); others > 0 && !needed {
		rd.warn(Warning{Kind: WarnBadTimes, Field: c.field, Column: c.header, Text: fmt.Sprintf("column %q: %s that are no dates in the order of the others were read as empty", c.header, plural(others, "cell", "cells"))})
	}
}

// warnLikely says which columns were taken by names near the usual ones.
func (rd *reading[T, U]) warnLikely() {
	var taken []string
	first := ""
	for _, c := range rd.file.Columns {
		if c.Likely {
			taken = append(taken, fmt.Sprintf("%q as %s", c.Headers[0], c.Field))
			if first == "" {
				first = c.Field
			}
		}
	}
	if len(taken) > 0 {
		rd.warn(Warning{
			Kind: WarnLikely, Field: first,
			Text: "columns taken because their names are near the usual ones and their values fit: " + strings.Join(taken, ", "),
			Fix:  Fix{If: "one is wrong", Option: "--map " + first + "=COLUMN", Setting: "under reading, columns"},
		})
	}
}

// warnGaps says which fields the analysis will miss most.
func (rd *reading[T, U]) warnGaps() {
	for _, field := range rd.schema.missed {
		if i := slices.IndexFunc(rd.file.Missing, func(g Gap) bool { return g.Field == field }); i >= 0 {
			rd.warn(Warning{Kind: WarnMissing, Field: field, Text: fmt.Sprintf("no column holds %s: %s", withArticle(field), rd.file.Missing[i].Cost)})
			continue
		}
		for _, c := range rd.file.Columns {
			if c.Field == field && c.Filled*2 < rd.file.Rows {
				rd.warn(Warning{Kind: WarnEmpty, Field: field, Text: fmt.Sprintf("%s is empty in %d of %s", field, rd.file.Rows-c.Filled, plural(rd.file.Rows, "row", "rows"))})
			}
		}
	}
}

// withArticle returns the field as it stands in a sentence.
func withArticle(field string) string {
	field = strings.ReplaceAll(field, "_", " ")
	if strings.IndexByte("aeiou", field[0]) >= 0 {
		return "an " + field
	}
	return "a " + field
}

// plural returns n with the word that fits it.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// roundCounts are numbers of rows at which exporters stop: round limits and
// those of spreadsheets.
var roundCounts = func() map[int]bool {
	m := map[int]bool{65_535: true, 65_536: true, 1_048_575: true, 1_048_576: true}
	for n := 1000; n <= 1_000_000; n *= 10 {
		m[n], m[2*n], m[5*n], m[n*5/2] = true, true, true, true
	}
	return m
}()
