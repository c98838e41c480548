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

// warnf adds a warning about the file.
func (rd *reading[T, U]) warnf(format string, args ...any) {
	rd.file.Warnings = append(rd.file.Warnings, fmt.Sprintf(format, args...))
}

// encodingWarning says where bytes were not UTF-8.
func (rd *reading[T, U]) encodingWarning(t *textReader) {
	if t.utf8 != nil && t.utf8.foreign > 0 {
		rd.warnf("%d bytes are not UTF-8 and were read as %s: if names or umlauts look wrong, name the code page under reading in config.yaml, such as encoding: windows-1250", t.utf8.foreign, t.page)
	}
}

// warn says what is missing or doubtful in the file.
func (rd *reading[T, U]) warn() {
	f := &rd.file
	if rd.plan.system.note != "" {
		rd.warnf("%s", rd.plan.system.note)
	}
	if n := len(rd.short); n > 0 {
		rd.warnf("%s shorter than the header (first at line %d): the cells that are not there were read as empty", plural(n, "row is", "rows are"), rd.short[0])
	}
	if f.Rows > 0 && f.Kept == 0 {
		rd.warnf("none of %s could be read; first, line %d: %s", plural(f.Rows, "row", "rows"), rd.rejects[0].Pos.Line, rd.rejects[0].Reason)
	} else if f.Rejected > 0 {
		rd.warnf("%d of %s could not be read; first, line %d: %s", f.Rejected, plural(f.Rows, "row", "rows"), rd.rejects[0].Pos.Line, rd.rejects[0].Reason)
	}
	if roundCounts[f.Rows] {
		rd.warnf("the file holds exactly %d rows, which is where exporters cut off: the export may be incomplete; export it without a limit, or by month in several files, which are read together", f.Rows)
	}
	for _, cols := range rd.dates {
		for _, c := range cols {
			if c.bad > 0 && c.field != rd.schema.times[0] {
				rd.warnf("column %q: %s that are no times were read as empty", c.header, plural(c.bad, "cell", "cells"))
			}
			if strings.Contains(c.how, "as configured") || strings.Contains(c.how, "dots between") {
				rd.warnf("column %q: %s", c.header, c.how)
			}
			if _, others := c.leader(); others > 0 && c.field != rd.schema.times[0] {
				rd.warnf("column %q: %s that are no dates in the order of the others were read as empty", c.header, plural(others, "cell", "cells"))
			}
		}
	}
	if rd.file.Kept > 0 {
		rd.warnGaps()
	}
}

// warnGaps says which fields the analysis will miss most.
func (rd *reading[T, U]) warnGaps() {
	for _, field := range rd.schema.missed {
		if i := slices.IndexFunc(rd.file.Missing, func(g Gap) bool { return g.Field == field }); i >= 0 {
			rd.warnf("no column holds %s: %s", withArticle(field), rd.file.Missing[i].Cost)
			continue
		}
		for _, c := range rd.file.Columns {
			if c.Field == field && c.Filled*2 < rd.file.Rows {
				rd.warnf("%s is empty in %d of %s", field, rd.file.Rows-c.Filled, plural(rd.file.Rows, "row", "rows"))
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
