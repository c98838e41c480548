package result

import "time"

// Quiet is a day of the week on which this desk usually gets less than half of
// what its middle weekday gets, by the last 26 weeks.
type Quiet struct {
	Weekday  time.Weekday `json:"weekday"`  // 0 for Sunday to 6 for Saturday
	Tickets  float64      `json:"tickets"`  // median of that weekday
	Expected float64      `json:"expected"` // median of the middle weekday, the fourth busiest of the seven
}

// DayOff is one day that is usually a working day and on which hardly anything
// came in: a holiday, most likely.
type DayOff struct {
	Day      Day     `json:"day"`
	Tickets  int     `json:"tickets"`
	Expected float64 `json:"expected"` // median of the same weekday in the weeks around it
}

// Silence is a week or more without any ticket. The numbers do not tell a gap in
// the export from a closure.
type Silence struct {
	Span     Span    `json:"span"`
	Expected float64 `json:"expected"` // tickets that so many days bring on average, the silence counted in
}
