package result

// Pace says how fast one support group resolves, now and before.
type Pace struct {
	Group string `json:"group"`
	// Now and Before are the tickets that were finished in the last Days of Work
	// and in as many days before. Before is null where the export does not reach
	// back over both, or holds none.
	Now    Resolved   `json:"now"`
	Before *Resolved  `json:"before"`
	Change PaceChange `json:"change"`
	Opened int        `json:"opened"` // tickets of the group opened in the last Days of Work
	Open   int        `json:"open"`   // of Opened, those not finished at AsOf
}

// Resolved is the time from opened to finished of some tickets, in hours.
type Resolved struct {
	Tickets int     `json:"tickets"`
	Hours   float64 `json:"hours_median"`
	// HoursLow and HoursHigh hold the median with a confidence of at least 95%;
	// null below six tickets, which cannot say.
	HoursLow  *float64 `json:"hours_low"`
	HoursHigh *float64 `json:"hours_high"`
}

// PaceChange says whether two medians differ beyond what few tickets make by chance.
type PaceChange string

// The values of PaceChange. Slower and faster mean that the intervals of the two
// medians do not overlap.
const (
	PaceSlower  PaceChange = "slower"
	PaceFaster  PaceChange = "faster"
	PaceUnclear PaceChange = "unclear"
	PaceUnknown PaceChange = "unknown" // there is no interval before to compare with
)
