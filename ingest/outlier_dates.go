package ingest

import (
	"fmt"
	"slices"
	"ticketpatterns/ingest/dates"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// Times that lie this many days after everything else are no times at which
// something happened: a year mistyped, or a filler for "never".
const (
	farDays  = 183 // after the last of the other openings
	afterEnd = 366 // after the last opening, for an end without an update
	latest   = 31  // after the last update: nothing ends later than it was written
	fewRows  = 100 // in a shorter file a gap may be one
	filler   = 3   // days that stand for "never"

	fillerYear = 2090 // is behind whatever a ticket may tell, in a short file too
)

// calendar counts times by day: since 1970, to behind what a day number can say.
type calendar []int32

func newCalendar() calendar { return make(calendar, dates.DaysSince1970(dates.LastYear+5, 1, 1)) }

// days returns the days that have times, the last first.
func (c calendar) days() []int {
	var days []int
	for d := len(c) - 1; d >= 0; d-- {
		if c[d] > 0 {
			days = append(days, d)
		}
	}
	return days
}

// end returns the last day of those that belong together: the last but those, at
// most one row in a thousand, that a long gap parts from all others; -1 if there
// are none.
func (c calendar) end(rows int) int {
	days := c.days()
	if len(days) == 0 {
		return -1
	}
	last, first, seen := days[0], days[len(days)-1], 0
	for i := 0; i+1 < len(days) && rows >= fewRows; i++ {
		if seen += int(c[days[i]]); seen > max(1, rows/1000) {
			break
		}
		if gap := days[i] - days[i+1]; gap > farDays && 4*gap > days[i+1]-first {
			last = days[i+1]
		}
	}
	return last
}

// dropOutliers takes times out that lie far after everything else in the file. A row
// whose first time does is rejected; elsewhere the cell is read as empty.
func (rd *reading[T, U]) dropOutliers() {
	n := len(rd.schema.times)
	if rd.plan.system == &rd.schema.systems[0] || len(rd.lines) == 0 {
		return // changes may lie ahead
	}
	calendars := make([]calendar, n)
	for t := range calendars {
		calendars[t] = newCalendar()
	}
	for i := range rd.lines {
		rows := int32(rd.weight(i))
		for t, s := range rd.stamps[i*n : (i+1)*n] {
			if day, ok := rd.dayOf(t, s); ok {
				calendars[t][day] += rows
			}
		}
	}
	rows := len(rd.lines) + rd.repeats.all
	end := calendars[0].end(rows)
	limit := end + afterEnd
	if u := slices.Index(rd.schema.times, "updated"); u >= 0 {
		if written := calendars[u].end(rows); written >= 0 {
			limit = max(end, written) + latest
		}
	}
	if rows < fewRows {
		limit = max(limit, dates.DaysSince1970(fillerYear, 1, 1))
	}
	for t := 1; t < n; t++ {
		rd.dropOutliersOf(t, calendars[t], limit, end)
	}
	rd.rejectOutliers(end)
}

// dayOf returns the days since 1970 of a stamp of the time field t.
func (rd *reading[T, U]) dayOf(t int, s dates.Stamp) (int, bool) {
	if s.Kind <= dates.Bad || int(s.Column) >= len(rd.orders[t]) {
		return 0, false
	}
	return s.Day(rd.orders[t][s.Column])
}

// dropOutliersOf empties the times of field t behind limit, unless they are so many
// different days that they may be true.
func (rd *reading[T, U]) dropOutliersOf(t int, c calendar, limit, end int) {
	all, days, cells := c.days(), 0, 0
	for ; days < len(all) && all[days] > limit; days++ {
		cells += int(c[all[days]])
	}
	if cells == 0 || days > max(filler, len(all)/100) {
		return
	}
	n := len(rd.schema.times)
	example, line := "", 0
	for i := range rd.lines {
		s := &rd.stamps[i*n+t]
		if day, ok := rd.dayOf(t, *s); ok && day > limit {
			if example == "" {
				example, line = dates.Civil(day), rd.lines[i]
			}
			*s = dates.Stamp{Column: s.Column}
		}
	}
	rd.warn(result.Warning{
		Code: result.WarnFarTimes, Field: rd.schema.times[t], Count: cells, Until: result.Day(dates.Civil(end)), Samples: []string{example}, Line: line,
	})
}

// rejectOutliers rejects the rows whose first time is far behind the last day.
func (rd *reading[T, U]) rejectOutliers(end int) {
	n := len(rd.schema.times)
	rd.rejects.nextPass()
	rd.drop(func(i int) bool {
		s := rd.stamps[i*n]
		day, ok := rd.dayOf(0, s)
		if !ok || day <= end {
			return false
		}
		rd.rejectKept(i, ticket.Reject{
			Pos: ticket.Pos{File: rd.file.Name, Line: rd.lines[i]}, Column: rd.dates[0][s.Column].Header, Value: dates.Civil(day),
			Reason: fmt.Sprintf("%s lies long after everything else in the file (until %s): a mistyped year?", rd.schema.times[0], dates.Civil(end)),
			Record: rd.kept[rd.lines[i]],
		})
		return true
	})
}

// mayBeOutlier reports whether a first time is so much later than those before it
// that its row may have to be rejected.
func (rd *reading[T, U]) mayBeOutlier(s dates.Stamp) bool {
	const later = 60 // days, so that of rows in order few are kept
	last := 0
	for _, o := range dates.Orders {
		if day, ok := s.Day(o); ok {
			last = max(last, day)
		}
		if s.Kind != dates.Numeric {
			break
		}
	}
	if last <= rd.lastDay+later {
		return false
	}
	rd.lastDay = last
	return true
}
