package result

// Owner says which team should own the root cause.
type Owner struct {
	Team        string      `json:"team"` // "" when Gap
	Contact     string      `json:"contact"`
	Function    string      `json:"function"`
	Confidence  float64     `json:"confidence"`  // share of the weighed evidence that speaks for Function, or of people's decisions for Team, in [0, 1]
	Alternative string      `json:"alternative"` // runner-up team; "" for none
	Gap         bool        `json:"gap"`         // no team owns this: a finding of its own
	Evidence    []Evidence  `json:"evidence"`    // for Function, strongest first, and what people decided
	Reason      OwnerReason `json:"reason"`      // what Evidence does not say

	AlternativeFunction string `json:"alternative_function"` // of the runner-up team
	Split               bool   `json:"split"`                // the runner-up has almost as much evidence
	// SymptomFunction and CauseFunction are set where what the tickets were filed
	// as and what is behind them belong to different teams; else both are "".
	SymptomFunction string `json:"symptom_function"`
	CauseFunction   string `json:"cause_function"`
	// DecidesAlone and NeedsOthers are what the owner map says of Function: what
	// its owner may decide alone, and what needs whom. The built-in ones are in
	// English and translated where they are shown. Both are "" where nobody owns
	// Function, or people named another owner than the map.
	DecidesAlone string `json:"decides_alone"`
	NeedsOthers  string `json:"needs_others"`
}

// OwnerReasonCode says what came of asking the owner map.
type OwnerReasonCode string

// The values of OwnerReasonCode.
const (
	OwnerByEvidence   OwnerReasonCode = "evidence"     // the evidence names a function, and its team is the owner
	OwnerMissing      OwnerReasonCode = "unowned"      // the evidence names a function that the map gives to nobody
	OwnerUnrecognised OwnerReasonCode = "unrecognised" // nothing in the tickets is named in the map
	OwnerNoTickets    OwnerReasonCode = "no_tickets"   // there were no tickets to judge by
)

// OwnerReason says why somebody is the owner, beside the evidence.
type OwnerReason struct {
	Code    OwnerReasonCode `json:"code"`
	Tickets int             `json:"tickets"` // that were judged
	// Nameable is what most tickets hold that the map could name; only with
	// OwnerUnrecognised, and only where they hold anything.
	Nameable *Nameable `json:"nameable,omitempty"`
	// FiledAs and CausedBy are there where the tickets were filed for a function of
	// another team than what is behind them. Each has its strongest evidence only.
	FiledAs  *Claim `json:"filed_as,omitempty"`
	CausedBy *Claim `json:"caused_by,omitempty"`
	// Rival has almost as much evidence as the function that was chosen.
	Rival *Claim `json:"rival,omitempty"`
	// Decided says that people's decisions made another team the owner than the map.
	Decided *OwnerDecision `json:"decided,omitempty"`
}

// Claim is the evidence for a function.
type Claim struct {
	Function string     `json:"function"`
	Team     string     `json:"team"`     // "" = nobody
	Evidence []Evidence `json:"evidence"` // strongest first; at least one
}

// Nameable is a value that the owner map could name.
type Nameable struct {
	Field string `json:"field"` // a canonical column
	Value string `json:"value"`
	Count int    `json:"count"` // of the judged tickets
}

// OwnerDecisionCode says which decisions made a team the owner.
type OwnerDecisionCode string

// The values of OwnerDecisionCode.
const (
	DecidedPattern  OwnerDecisionCode = "pattern"  // somebody named the owner of this very pattern
	DecidedFunction OwnerDecisionCode = "function" // people gave other patterns of the function to the team
)

// OwnerDecision is what people decided about an owner against the map.
type OwnerDecision struct {
	Code OwnerDecisionCode `json:"code"`
	// Day, By and Reason are those of DecidedPattern, as they were recorded.
	Day    Day    `json:"day"`
	By     string `json:"by"`
	Reason string `json:"reason"`
	// Named and Kept are those of DecidedFunction: decisions that named the team,
	// and decisions that took a pattern as it was addressed.
	Named int `json:"named"`
	Kept  int `json:"kept"`
	// MapTeam is the owner that the map named; "" = nobody.
	MapTeam string `json:"map_team"`
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

// Probe names what would confirm or refute a cause. Package reports/words says
// how it is done.
type Probe string

// The values of Probe.
const (
	ProbeChange        Probe = "undo_change"      // undo the change for one person
	ProbeConfiguration Probe = "compare_settings" // of an affected place and another
	ProbeTraining      Probe = "show_one_person"  // how it is done
	ProbeCapacity      Probe = "compare_load"     // with the times of the tickets
	ProbeHardware      Probe = "swap_equipment"   // one piece
	ProbeAccess        Probe = "compare_rights"   // of one affected person and another
	ProbeSecurity      Probe = "inspect_original" // by the security team, before anything is cleaned
	ProbeVendor        Probe = "ask_vendor"       // for known faults
	ProbeUnknown       Probe = "ask_two_people"   // what they did before
)

// Cause is a hypothesis, never a verdict.
type Cause struct {
	Kind       CauseKind  `json:"kind"`
	Confidence float64    `json:"confidence"` // in [0, 1]; 0 for unknown
	Evidence   []Evidence `json:"evidence"`   // strongest first
	Check      Probe      `json:"check"`

	Alternative CauseKind `json:"alternative"` // the kind with the second most evidence; "" for none
}

// Gap is a function that nobody owns, with what fell into it. A ticket that two of
// its patterns hold counts once in Tickets and in PersonHours.
type Gap struct {
	Function   string   `json:"function"` // "" = no function of the owner map fits
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
	PersonHours   float64  `json:"person_hours"` // waited behind the patterns: a cost to others, not judged
	Overloaded    bool     `json:"overloaded"`
	Alone         bool     `json:"alone"` // one person holds several functions: a single point of failure
	FunctionNames []string `json:"function_names"`
	PatternIDs    []string `json:"pattern_ids"`
	// Exceeded are the limits of the owner map that the team is over; empty where
	// Size is 0, as nothing can be said then.
	Exceeded []Limit `json:"exceeded"`
}

// LimitCode names a limit of the owner map.
type LimitCode string

// The values of LimitCode.
const (
	LimitFunctions LimitCode = "functions_per_person"
	LimitPatterns  LimitCode = "patterns_per_person"
)

// Limit is a limit of the owner map.
type Limit struct {
	Code  LimitCode `json:"code"`
	Limit float64   `json:"limit"` // for each person
}
