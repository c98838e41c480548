package ingest

import (
	"slices"
	"ticketpatterns/ingest/csv"
	"ticketpatterns/ingest/dates"

	"ticketpatterns/analyzer/result"
)

// describeDates says how the times of each column are read.
func (rd *reading[T, U]) describeDates() {
	for _, cols := range rd.dates {
		for _, c := range cols {
			if c.Index > 0 && c.Count+c.Bad == 0 {
				continue // a stand-in that no row needed
			}
			rd.file.Dates = append(rd.file.Dates, Dates{
				Field: c.Field, Column: c.Header, How: c.Reading(), Zoned: c.Zoned, Zone: rd.zoneOf(c).String(),
				Assumed: c.Count > c.Zoned && c.Zone == nil, Clear: c.Count > 0 && c.Numeric == 0 && c.Serials == 0, Times: c.Count, Bad: c.Bad,
			})
		}
	}
}

// warn adds a warning about the file.
func (rd *reading[T, U]) warn(w result.Warning) {
	w.File = rd.file.Name
	rd.file.Warnings = append(rd.file.Warnings, w)
}

// hint adds what is fine if it is meant so.
func (rd *reading[T, U]) hint(w result.Warning) {
	w.File = rd.file.Name
	rd.file.Hints = append(rd.file.Hints, w)
}

// encodingWarning says where bytes were not UTF-8.
func (rd *reading[T, U]) encodingWarning(t *csv.Reader) {
	if n := t.Foreign(); n > 0 {
		rd.warn(result.Warning{Code: result.WarnForeignBytes, Count: n, CodePage: t.Page})
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
	if trait := rd.plan.system.Trait; trait != "" {
		rd.warn(result.Warning{Code: trait})
	}
	if rd.short > 0 {
		rd.warn(result.Warning{Code: result.WarnShortRows, Count: rd.short, Line: rd.shortLine})
	}
	if f.Rows == 0 {
		rd.warn(result.Warning{Code: result.WarnNoRows})
	}
	if f.Rejected > 0 {
		first := rd.rejects.listed[0]
		rd.warn(result.Warning{Code: result.WarnRejectedRows, Count: f.Rejected, Of: f.Rows, Line: first.Pos.Line, Reason: first.Reason})
	}
	if listed := len(rd.rejects.listed); listed < f.Rejected {
		rd.warn(result.Warning{Code: result.WarnUnlistedRows, Count: f.Rejected - listed, Of: f.Rejected})
	}
	if roundCounts[f.Rows] {
		rd.warn(result.Warning{Code: result.WarnRoundCount, Count: f.Rows})
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
			rd.warn(timeOrder(c))
		}
	}
	if i := slices.IndexFunc(rd.file.Dates, func(d Dates) bool { return d.Assumed }); i >= 0 && rd.zoneAssumed {
		d := rd.file.Dates[i]
		rd.hint(result.Warning{Code: result.WarnZone, Field: d.Field, Column: d.Column})
	}
}

// timeOrder warns of times in the wrong order.
func timeOrder(c Check) result.Warning {
	return result.Warning{Code: result.WarnTimeOrder, Field: c.Then, Before: c.First, Count: c.Wrong, Of: c.Rows, Line: c.Line, Samples: c.Times[:]}
}

// warnColumn says what is doubtful in one column of times.
func (rd *reading[T, U]) warnColumn(c *dates.Column) {
	needed := c.Field == rd.schema.times[0]
	warn := func(code result.WarningCode, count, of int, how *result.DateReading) {
		rd.warn(result.Warning{Code: code, Field: c.Field, Column: c.Header, Count: count, Of: of, Dates: how})
	}
	how := c.Reading()
	if c.Bad > 0 && !needed {
		warn(result.WarnNotTimes, c.Bad, 0, nil)
	}
	if c.Assumed {
		warn(result.WarnDateOrder, 0, 0, &how)
	}
	if c.DaysAssumed {
		warn(result.WarnDayNumbers, 0, 0, &how)
	}
	if c.Serials > 0 && c.Serials < c.Count {
		warn(result.WarnMixedDayNumbers, c.Serials, c.Count, nil)
	}
	if _, others := c.Leader(); others > 0 && !needed {
		warn(result.WarnOtherOrder, others, 0, nil)
	}
}

// warnLikely says which columns were taken by names near the usual ones.
func (rd *reading[T, U]) warnLikely() {
	var taken []result.FieldValue
	for _, c := range rd.file.Columns {
		if c.Likely {
			taken = append(taken, result.FieldValue{Field: c.Field, Value: c.Headers[0]})
		}
	}
	if len(taken) > 0 {
		rd.warn(result.Warning{Code: result.WarnLikelyColumns, Field: taken[0].Field, Columns: taken})
	}
}

// warnGaps says which fields the analysis will miss most.
func (rd *reading[T, U]) warnGaps() {
	for _, field := range rd.schema.missed {
		if i := slices.IndexFunc(rd.file.Missing, func(g Gap) bool { return g.Field == field }); i >= 0 {
			loss := rd.file.Missing[i].Loss
			rd.warn(result.Warning{Code: result.WarnMissingField, Field: field, Loss: &loss})
			continue
		}
		for _, c := range rd.file.Columns {
			if c.Field == field && c.Filled*2 < rd.file.Rows {
				rd.warn(result.Warning{Code: result.WarnEmptyField, Field: field, Count: rd.file.Rows - c.Filled, Of: rd.file.Rows})
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
