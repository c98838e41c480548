package result

// Period is the time after which a wave of tickets comes back.
type Period string

// The values of Period.
const (
	PeriodMonth   Period = "month"
	PeriodQuarter Period = "quarter"
	PeriodYear    Period = "year"
)

// Wave is what came at the same time of earlier months, quarters or years.
type Wave struct {
	Period  Period  `json:"period"`
	Earlier []int   `json:"earlier"` // tickets then, oldest first
	Usual   float64 `json:"usual"`   // tickets expected now, after these
}

// Recurring is what would be a pattern, were it not a wave of the calendar that is no
// higher than its own earlier ones.
type Recurring struct {
	Label   string       `json:"label"` // "" for a scope whose tickets say many things
	Scope   []FieldValue `json:"scope"` // empty: the whole desk
	Span    Span         `json:"span"`
	Tickets int          `json:"tickets"`
	Wave    Wave         `json:"wave"`
}
