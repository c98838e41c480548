package result

import "time"

// Quiet is a weekday on which the desk usually gets less than half of the tickets of
// the median weekday, over the last 26 weeks.
type Quiet struct {
	Weekday  time.Weekday `json:"weekday"`  // 0 for Sunday to 6 for Saturday
	Tickets  float64      `json:"tickets"`  // median of that weekday
	Expected float64      `json:"expected"` // median of the middle weekday, the fourth busiest of the seven
}

// DayOff is a usual working day on which hardly any tickets were opened: most likely
// a holiday.
type DayOff struct {
	Day      Day     `json:"day"`
	Tickets  int     `json:"tickets"`
	Expected float64 `json:"expected"` // median of the same weekday in the weeks around it
}

// Silence is a week or more without any ticket. The numbers do not distinguish a gap
// in the export from a closure.
type Silence struct {
	Span     Span    `json:"span"`
	Expected float64 `json:"expected"` // tickets of as many days on average over the export, the silence included
}
