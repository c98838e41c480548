package result

// Surge is a time in which the whole desk received far more or fewer tickets than its
// own past leads one to expect.
type Surge struct {
	Span    Span    `json:"span"`
	Tickets int     `json:"tickets"`
	Usual   float64 `json:"usual"`   // tickets expected in as many days: weekdays, days off and the calendar taken into account
	PValue  float64 `json:"p_value"` // of as many tickets or more or, if there are fewer than usual, as few or fewer
	// Alone is true if Parts holds one entry that explains nearly all of the difference.
	Alone bool        `json:"alone"`
	Parts []SurgePart `json:"parts"` // what differs most, largest difference first
}

// More reports whether there are more tickets than usual, not fewer.
func (s *Surge) More() bool { return float64(s.Tickets) > s.Usual }

// SurgePart counts the tickets of a Surge that have something in common.
type SurgePart struct {
	// Field is a canonical column; requester for one person, who is not named; machine
	// for what programs wrote; or issue.
	Field   string  `json:"field"`
	Value   string  `json:"value"`    // "" for requester and machine; the label of an issue
	IssueID string  `json:"issue_id"` // "" if it is none
	Tickets int     `json:"tickets"`
	Usual   float64 `json:"usual"` // tickets in as many days
}

// The values of SurgePart.Field that are no scope.
const (
	SurgeRequester = "requester"
	SurgeMachine   = "machine"
	SurgeIssue     = "issue"
)
