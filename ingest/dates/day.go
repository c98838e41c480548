package dates

import "time"

// Day returns the days since 1970 of the stamp's date, read in order o.
func (t Stamp) Day(o Order) (int, bool) {
	switch t.Kind {
	case Instant:
		return int(t.Nanos / int64(24*time.Hour)), true
	case Serial:
		return t.serialDay(o), true
	}
	year, month, day, ok := t.date(o)
	if !ok {
		return 0, false
	}
	return DaysSince1970(year, month, day), true
}

// fallsOn reports whether the date falls on the day of the week that the cell
// names, read in order o.
func (t Stamp) fallsOn(o Order) bool {
	const thursday = 4 // 1970-01-01
	day, ok := t.Day(o)
	return ok && (day+thursday-1)%7+1 == int(t.weekday)
}

// DaysSince1970 counts the days of the Gregorian calendar, as Howard Hinnant's
// "chrono-Compatible Low-Level Date Algorithms" (days_from_civil) does. The
// year is 1970 or later.
func DaysSince1970(year, month, day int) int {
	if month <= 2 {
		year--
	}
	era, m := year/400, (month+9)%12
	ofEra := year - era*400
	ofYear := (153*m+2)/5 + day - 1
	return era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468
}

// Civil writes days since 1970 as a date.
func Civil(day int) string { return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly) }
