package result

// Replay is what weekly runs would have told, had there been any: replay.json.
type Replay struct {
	Notice string `json:"notice"` // as in Analysis
	Names  string `json:"names"`
	Locale string `json:"locale"`
	Preset Preset `json:"preset"`

	Tickets     int      `json:"tickets"`      // of the export, up to the last Monday
	FalseAlarms float64  `json:"false_alarms"` // accepted per report, as configured
	Mondays     []Monday `json:"mondays"`      // oldest first
	Matters     []Matter `json:"matters"`      // by the Monday that told them first, then by rank
	// Problems are the problem records of the desk with two tickets or more of which
	// the first was opened in the weeks replayed, by that day, then id.
	Problems []ProblemRecord `json:"problems"`
	// Linked is the number of tickets with a problem record; 0 if the export names
	// none.
	Linked int `json:"linked"`
	// Calibrations is the number of times that the limit of chance was learned: it
	// is shared by the Mondays in between.
	Calibrations int `json:"calibrations"`
}

// Monday is one weekly run. It sees the tickets opened before that day.
type Monday struct {
	Day     Day      `json:"day"`
	Tickets int      `json:"tickets"` // opened in the seven days before
	Told    int      `json:"told"`    // patterns on the page
	New     []string `json:"new"`     // ids of Matters that it told first, by rank
	Alarms  int      `json:"alarms"`  // patterns with which it would have turned to a team
	Young   bool     `json:"young"`   // the export had no past to compare with yet
}

// Matter is one pattern as the Mondays told it.
type Matter struct {
	ID      string       `json:"id"`
	IssueID string       `json:"issue_id"` // on the Monday that told it first
	Label   string       `json:"label"`    // on that Monday
	Kind    Kind         `json:"kind"`
	Scope   []FieldValue `json:"scope"` // empty: the whole desk
	Team    string       `json:"team"`  // that would have been asked; "" for none

	First       Day    `json:"first"`        // the Monday that told it first
	FirstTicket Day    `json:"first_ticket"` // as that Monday knew
	MayBeChance bool   `json:"may_be_chance"`
	Told        []bool `json:"told"`    // by Monday: it is on the page
	Alarms      []Day  `json:"alarms"`  // the Mondays that would have turned to the team, oldest first
	Tickets     int    `json:"tickets"` // on its largest Monday
	People      int    `json:"people"`  // on its largest Monday; 0 if the export names none
}

// ProblemRecord compares a problem record of the desk with what the Mondays told.
type ProblemRecord struct {
	ID      string `json:"id"`
	Tickets int    `json:"tickets"` // linked to it in the whole export
	// Linked holds the day of the first link. An export does not say when a ticket
	// was linked: not before the first linked ticket was opened, and not after a
	// linked ticket was changed for the last time.
	Linked Span   `json:"linked"`
	Matter string `json:"matter"` // the matter with most of its tickets, two or more; "" for none
	Shared int    `json:"shared"` // its tickets in that matter
	Told   Day    `json:"told"`   // the first Monday that told two of its tickets in that matter; "" for none
}
