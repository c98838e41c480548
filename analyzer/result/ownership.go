package result

// Owner says which team should own the root cause.
type Owner struct {
	Team        string     `json:"team"` // "" when Gap
	Contact     string     `json:"contact"`
	Function    string     `json:"function"`
	Reason      string     `json:"reason"`      // in words, with counts
	Confidence  float64    `json:"confidence"`  // share of the weighed evidence that speaks for Function, or of people's decisions for Team, in [0, 1]
	Alternative string     `json:"alternative"` // runner-up team; "" for none
	Gap         bool       `json:"gap"`         // no team owns this: a finding of its own
	Evidence    []Evidence `json:"evidence"`

	AlternativeFunction string `json:"alternative_function"` // of the runner-up team
	Split               bool   `json:"split"`                // the runner-up has almost as much evidence
	// SymptomFunction and CauseFunction are set where what the tickets were filed
	// as and what is behind them belong to different teams; else both are "".
	SymptomFunction string `json:"symptom_function"`
	CauseFunction   string `json:"cause_function"`
	// DecidesAlone and NeedsOthers are what the owner map says of Function: what
	// its owner may decide alone, and what needs whom.
	DecidesAlone string `json:"decides_alone"`
	NeedsOthers  string `json:"needs_others"`
}

// Evidence is one counted fact.
type Evidence struct {
	What    string   `json:"what"`
	Count   int      `json:"count"`
	Tickets []string `json:"tickets"` // ids that show it
}

// CauseKind is the class of a cause hypothesis.
type CauseKind string

// The values of CauseKind.
const (
	CauseChange        CauseKind = "change"
	CauseConfiguration CauseKind = "configuration"
	CauseTraining      CauseKind = "training"
	CauseCapacity      CauseKind = "capacity"
	CauseHardware      CauseKind = "hardware"
	CauseAccess        CauseKind = "access"
	CauseSecurity      CauseKind = "security"
	CauseVendor        CauseKind = "vendor"
	CauseUnknown       CauseKind = "unknown"
)

// Cause is a hypothesis, never a verdict.
type Cause struct {
	Kind       CauseKind  `json:"kind"`
	Confidence float64    `json:"confidence"` // in [0, 1]; 0 for unknown
	Evidence   []Evidence `json:"evidence"`
	Check      string     `json:"check"` // what would confirm or refute it

	Alternative CauseKind `json:"alternative"` // the kind with the second most evidence; "" for none
}

// Gap is a function that nobody owns, with what fell into it. A ticket that two of
// its patterns hold counts once in Tickets and in PersonHours.
type Gap struct {
	Function   string   `json:"function"`
	Patterns   int      `json:"patterns"`
	Tickets    int      `json:"tickets"`
	PatternIDs []string `json:"pattern_ids"`

	PersonHours float64 `json:"person_hours"` // waited because of these patterns
}

// Load is what a team is asked to own. A ticket that two of its patterns hold counts
// once in Tickets and in PersonHours; one that patterns of two teams hold counts for
// both teams, as each is asked about it.
type Load struct {
	Team          string   `json:"team"`
	Contact       string   `json:"contact"`
	Size          int      `json:"size"`      // people; 0 if not configured
	Functions     int      `json:"functions"` // that it owns in the map
	Patterns      int      `json:"patterns"`
	Tickets       int      `json:"tickets"`
	PersonHours   float64  `json:"person_hours"`
	Overloaded    bool     `json:"overloaded"`
	Reason        string   `json:"reason"`
	Alone         bool     `json:"alone"` // one person holds several functions: a single point of failure
	FunctionNames []string `json:"function_names"`
	PatternIDs    []string `json:"pattern_ids"`
}
