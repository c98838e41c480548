package result

// Pace is the time to resolve of one support group, now and before.
type Pace struct {
	Group string `json:"group"`
	// Now covers the tickets finished in the last Days of Work, Before those of the
	// period of the same length before. Before is null if the export does not cover
	// both periods, or the earlier one has no tickets.
	Now    Resolved   `json:"now"`
	Before *Resolved  `json:"before"`
	Change PaceChange `json:"change"`
	Opened int        `json:"opened"` // tickets of the group opened in the last Days of Work
	Open   int        `json:"open"`   // of Opened, tickets not finished at AsOf
}

// Resolved is the time from opened to finished of tickets, in hours.
type Resolved struct {
	Tickets int     `json:"tickets"`
	Hours   float64 `json:"hours_median"`
	// HoursLow and HoursHigh are the confidence interval of the median, at 95 % or
	// more; null below six tickets, which allow none.
	HoursLow  *float64 `json:"hours_low"`
	HoursHigh *float64 `json:"hours_high"`
}

// PaceChange tells whether two medians differ significantly.
type PaceChange string

// The values of PaceChange. Slower and faster mean that the intervals of the two
// medians do not overlap.
const (
	PaceSlower  PaceChange = "slower"
	PaceFaster  PaceChange = "faster"
	PaceUnclear PaceChange = "unclear"
	PaceUnknown PaceChange = "unknown" // there is no earlier interval to compare with
)
