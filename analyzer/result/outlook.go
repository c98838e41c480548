package result

// Outlook is what a desk can look at in a week without a pattern: what could have
// been seen, and what is going on anyway.
type Outlook struct {
	// Reach says how large an outbreak has to be to be found, for kinds of scope that
	// the export has, the whole desk first.
	Reach   []Reach     `json:"reach"`
	Largest []Recent    `json:"largest"` // issues with most tickets in the last OutlookDays, most first, then id
	Movers  []Recent    `json:"movers"`  // issues whose number changed more than chance explains, strongest first, then id
	Open    *int        `json:"open"`    // tickets not finished; null: the export has no ends
	Oldest  []OldTicket `json:"oldest"`  // of these, the oldest first; empty if the export has no ends
	Users   []DeskUser  `json:"users"`   // departments with most tickets in the last OutlookDays, per head where it is known of all
}

// OutlookDays is the width of the periods that an Outlook compares: four weeks.
const OutlookDays = 28

// Reach is the smallest outbreak that would be found in a scope of middling size: so
// many different people who report one thing that nobody reported before, within the
// window.
type Reach struct {
	Fields  []string `json:"fields"`  // canonical columns that the scope fixes; empty: the whole desk
	Scopes  int      `json:"scopes"`  // of this kind
	Usual   int      `json:"usual"`   // tickets of the scope in the window: the median of these scopes
	Days    int      `json:"days"`    // of the window
	Reports int      `json:"reports"` // people; 0: none of up to ReachMost would be found
}

// ReachMost is the largest outbreak that a Reach considers.
const ReachMost = 100

// Recent counts the tickets of an issue in the last OutlookDays and before.
type Recent struct {
	IssueID string `json:"issue_id"`
	Label   string `json:"label"`
	Tickets int    `json:"tickets"` // in the last OutlookDays
	People  int    `json:"people"`  // behind these; 0 if the export names none
	Before  *int   `json:"before"`  // tickets in the OutlookDays before; null: the export does not cover them
}

// OldTicket is a ticket that is not finished.
type OldTicket struct {
	ID      string `json:"id"`
	Opened  Day    `json:"opened"`
	Days    int    `json:"days"` // since then
	Subject string `json:"subject"`
	Group   string `json:"assignment_group"` // "" if unknown
}

// DeskUser is a department and its use of the desk.
type DeskUser struct {
	Department string `json:"department"`
	Tickets    int    `json:"tickets"` // in the last OutlookDays
	People     int    `json:"people"`  // behind these; 0 if the export names none
	Heads      int    `json:"heads"`   // people of the department, by the list of people; 0: not known
}
