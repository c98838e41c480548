package ingest

import (
	"cmp"
	"slices"
	"strconv"
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
				d.Zone = rd.in.Text("each cell carries its zone")
			case c.zoned == 0:
				d.Zone = rd.in.Text("no zone in the cells, %s taken", rd.zone.String())
			default:
				d.Zone = rd.in.Count(c.zoned, "%d cell carries its zone, %s taken for the others", "%d cells carry their zone, %s taken for the others", rd.zone.String())
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
			Text: rd.in.Count(t.utf8.foreign, "%d byte is not UTF-8 and read as %s", "%d bytes are not UTF-8 and read as %s", t.page),
			Fix:  rd.in.Text("if names or umlauts look wrong: in config.yaml under reading, encoding: windows-1250, or the code page of the export"),
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
		rd.warn(Warning{Kind: WarnSystem, Text: rd.in.Text(rd.plan.system.note)})
	}
	if n := len(rd.short); n > 0 {
		rd.warn(Warning{
			Kind: WarnShortRows,
			Text: rd.in.Count(n, "%d row is shorter than the header (first at line %s): the cells that are not there were read as empty",
				"%d rows are shorter than the header (first at line %s): the cells that are not there were read as empty", strconv.Itoa(rd.short[0])),
		})
	}
	if f.Rows == 0 {
		rd.warn(Warning{
			Kind: WarnRejected, Text: rd.in.Text("the file has a header and no row below it"),
			Fix: rd.in.Text("look whether the filter of the export leaves anything"),
		})
	}
	if f.Rejected > 0 {
		line, reason := strconv.Itoa(rd.rejects[0].Pos.Line), rd.rejects[0].Reason
		text := rd.in.Count(f.Rows, "%[2]d of %[1]d row could not be read; first, line %[3]s: %[4]s", "%[2]d of %[1]d rows could not be read; first, line %[3]s: %[4]s", f.Rejected, line, reason)
		if f.Kept == 0 {
			text = rd.in.Count(f.Rows, "none of %d row could be read; first, line %s: %s", "none of %d rows could be read; first, line %s: %s", line, reason)
		}
		rd.warn(Warning{Kind: WarnRejected, Text: text})
	}
	if roundCounts[f.Rows] {
		rd.warn(Warning{
			Kind: WarnRoundCount,
			Text: rd.in.Text("the file holds exactly %d rows, which is where exporters cut off: the export may be incomplete", f.Rows),
			Fix:  rd.in.Text("export without a limit, or by month in several files, which are read together"),
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
			rd.warn(Warning{Kind: WarnTimeOrder, Field: c.Then, Text: c.says(rd.in)})
		}
	}
	if i := slices.IndexFunc(rd.file.Dates, func(d Dates) bool { return d.Assumed }); i >= 0 && rd.zoneAssumed {
		d := rd.file.Dates[i]
		rd.hint(Warning{
			Kind: WarnZone, Field: d.Field, Column: d.Column, Text: rd.in.Text("the times carry no zone, so UTC was taken"),
			Fix: rd.in.Text("if the times are not in UTC: --timezone Europe/Berlin, or your own; or in config.yaml under reading, timezone: Europe/Berlin"),
		})
	}
}

// warnColumn says what is doubtful in one column of times.
func (rd *reading[T, U]) warnColumn(c *dateColumn) {
	needed := c.field == rd.schema.times[0]
	warn := func(kind WarningKind, text, fix string) {
		rd.warn(Warning{Kind: kind, Field: c.field, Column: c.header, Text: text, Fix: fix})
	}
	if c.bad > 0 && !needed {
		warn(WarnBadTimes, rd.in.Count(c.bad, "column %[2]q: %[1]d cell that is no time was read as empty", "column %[2]q: %[1]d cells that are no times were read as empty", c.header), "")
	}
	how := rd.in.Text("column %q: %s", c.header, c.how)
	if c.assumed {
		fix := ""
		if other := map[order]string{dayFirst: "mdy", monthFirst: "dmy", yearFirst: "dmy"}[c.order]; other != "" {
			fix = rd.in.Text("if %[1]q is not %[2]s: --date-order %[3]s; or in config.yaml under reading, date_order: %[3]s", c.header, c.order.says(), other)
		}
		warn(WarnDateOrder, how, fix)
	}
	if c.daysAssumed {
		warn(WarnDaySystem, how, rd.in.Text("if the dates are four years early: export again and do not save the file with a spreadsheet"))
	}
	if c.serials > 0 && c.serials < c.count {
		warn(WarnDaySystem, rd.in.Count(c.serials,
			"column %[2]q: %[1]d cell is a spreadsheet's day number and the other %[3]d written dates: a spreadsheet has read some dates by itself, and where it took the day for the month these are wrong",
			"column %[2]q: %[1]d cells are a spreadsheet's day numbers and the other %[3]d written dates: a spreadsheet has read some dates by itself, and where it took the day for the month these are wrong",
			c.header, c.count-c.serials), rd.in.Text(exportAgain))
	}
	if _, others := c.leader(); others > 0 && !needed {
		warn(WarnBadTimes, rd.in.Count(others, "column %[2]q: %[1]d cell that is no date in the order of the others was read as empty",
			"column %[2]q: %[1]d cells that are no dates in the order of the others were read as empty", c.header), "")
	}
}

// warnLikely says which columns were taken by names near the usual ones.
func (rd *reading[T, U]) warnLikely() {
	var taken []string
	first := ""
	for _, c := range rd.file.Columns {
		if c.Likely {
			taken = append(taken, rd.in.Text("%q as %s", c.Headers[0], c.Field))
			first = cmp.Or(first, c.Field)
		}
	}
	if len(taken) > 0 {
		rd.warn(Warning{
			Kind: WarnLikely, Field: first,
			Text: rd.in.Text("columns taken because their names are near the usual ones and their values fit: %s", strings.Join(taken, ", ")),
			Fix:  rd.in.Text("if one is wrong: --map %s=COLUMN; or in config.yaml under reading, columns", first),
		})
	}
}

// warnGaps says which fields the analysis will miss most.
func (rd *reading[T, U]) warnGaps() {
	for _, m := range rd.schema.missed {
		if i := slices.IndexFunc(rd.file.Missing, func(g Gap) bool { return g.Field == m.field }); i >= 0 {
			rd.warn(Warning{Kind: WarnMissing, Field: m.field, Text: rd.in.Text(m.says) + ": " + rd.file.Missing[i].Cost})
			continue
		}
		for _, c := range rd.file.Columns {
			if c.Field == m.field && c.Filled*2 < rd.file.Rows {
				rd.warn(Warning{
					Kind: WarnEmpty, Field: m.field,
					Text: rd.in.Count(rd.file.Rows, "%[2]s is empty in %[3]d of %[1]d row", "%[2]s is empty in %[3]d of %[1]d rows", m.field, rd.file.Rows-c.Filled),
				})
			}
		}
	}
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
