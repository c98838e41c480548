package result

// Owner is the team that should own the root cause.
type Owner struct {
	Team        string      `json:"team"` // "" when Gap
	Contact     string      `json:"contact"`
	Function    string      `json:"function"`
	Confidence  float64     `json:"confidence"`  // share of the weighed evidence that speaks for Function, or of people's decisions for Team, in [0, 1]
	Strength    Strength    `json:"strength"`    // how sure the answer is
	Alternative string      `json:"alternative"` // runner-up team; "" for none
	Gap         bool        `json:"gap"`         // no team owns Function: a finding of its own
	Evidence    []Evidence  `json:"evidence"`    // evidence for Function, strongest first, and decisions of people
	Reason      OwnerReason `json:"reason"`      // why this team, apart from Evidence

	Because []StrengthReason `json:"because"` // why Strength; empty if people decided or nothing was recognised

	AlternativeFunction string `json:"alternative_function"` // of the runner-up team
	Split               bool   `json:"split"`                // the runner-up has almost as much evidence
	// SymptomFunction and CauseFunction are set if the function that the tickets
	// were filed as and the one behind them belong to different teams; otherwise
	// both are "".
	SymptomFunction string `json:"symptom_function"`
	CauseFunction   string `json:"cause_function"`
	// DecidesAlone and NeedsOthers are the mandate of Function in the owner map:
	// what its owner decides alone, and what needs whom. The built-in texts are
	// English and translated where they are shown. Both are "" if nobody owns
	// Function or people named another owner.
	DecidesAlone string `json:"decides_alone"`
	NeedsOthers  string `json:"needs_others"`
}

// MapFit is how many tickets the owner map knows: those with a category, word, item,
// note or resolver group that it names. Of a large export an even sample is looked at.
type MapFit struct {
	Known int  `json:"known"`
	Of    int  `json:"of"`   // tickets looked at
	Fits  bool `json:"fits"` // it knows more than hardly any: one in eight, or there are no tickets
}

// Strength is how sure an answer is.
type Strength string

// The values of Strength.
const (
	Strong Strength = "strong" // most evidence, and several independent kinds of it agree
	Fair   Strength = "fair"
	Weak   Strength = "weak" // to be confirmed first
)

// StrengthReason is a reason why an answer is as sure as it is.
type StrengthReason string

// The values of StrengthReason.
const (
	KindsAgree      StrengthReason = "kinds_agree"      // kinds of evidence that do not depend on each other say the same
	HistoryClear    StrengthReason = "history_clear"    // earlier tickets like these were resolved there, and such answers are nearly always right in this export
	HistoryDoubtful StrengthReason = "history_doubtful" // earlier tickets alone say it, and such answers were wrong in this export as often as right
	OneKind         StrengthReason = "one_kind"         // one kind of evidence alone says it
	RivalNear       StrengthReason = "rival_near"       // another team has almost as much evidence
	MostSilent      StrengthReason = "most_silent"      // most tickets show nothing that the owner map knows
	FewTickets      StrengthReason = "few_tickets"      // one or two tickets
)

// OwnerReasonCode is the outcome of the search for an owner.
type OwnerReasonCode string

// The values of OwnerReasonCode.
const (
	OwnerByEvidence   OwnerReasonCode = "evidence"     // the evidence points to a function, whose team is the owner
	OwnerMissing      OwnerReasonCode = "unowned"      // the evidence points to a function without an owner
	OwnerUnrecognised OwnerReasonCode = "unrecognised" // the tickets match nothing in the map
	OwnerByGroup      OwnerReasonCode = "group"        // a resolver group that the map does not know resolves such tickets: Team is that group, Function is ""
	OwnerNoTickets    OwnerReasonCode = "no_tickets"   // no tickets to judge by
)

// OwnerReason tells why a team is the owner, apart from the evidence.
type OwnerReason struct {
	Code    OwnerReasonCode `json:"code"`
	Tickets int             `json:"tickets"` // judged tickets
	// Nameable is the most frequent value of the tickets that the map could name;
	// only with OwnerUnrecognised, and only if they have one.
	Nameable *Nameable `json:"nameable,omitempty"`
	// FiledAs and CausedBy are set if the tickets were filed for a function of
	// another team than the one behind them, each with its strongest evidence only.
	FiledAs  *Claim `json:"filed_as,omitempty"`
	CausedBy *Claim `json:"caused_by,omitempty"`
	// Rival is a function with almost as much evidence as the chosen one.
	Rival *Claim `json:"rival,omitempty"`
	// Decided is set if people's decisions override the owner of the map.
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

// OwnerDecisionCode tells which decisions determined the owner.
type OwnerDecisionCode string

// The values of OwnerDecisionCode.
const (
	DecidedPattern  OwnerDecisionCode = "pattern"  // people named the owner of this pattern
	DecidedFunction OwnerDecisionCode = "function" // people assigned other patterns of the function to the team
	DecidedNone     OwnerDecisionCode = "none"     // people said that no team is the right one, and look for one
)

// OwnerDecision is an owner determined by people's decisions instead of the map.
type OwnerDecision struct {
	Code OwnerDecisionCode `json:"code"`
	// Day, By and Reason belong to DecidedPattern and DecidedNone, as recorded.
	Day    Day    `json:"day"`
	By     string `json:"by"`
	Reason string `json:"reason"`
	// Named and Kept belong to DecidedFunction: decisions that named the team, and
	// decisions that accepted the addressed owner.
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

// Probe is a check that would confirm or refute a cause. Package reports/words
// describes how to do it.
type Probe string

// The values of Probe.
const (
	ProbeChange        Probe = "undo_change"      // undo the change for one person
	ProbeConfiguration Probe = "compare_settings" // of an affected location and another
	ProbeTraining      Probe = "show_one_person"  // how it is done
	ProbeCapacity      Probe = "compare_load"     // with the times of the tickets
	ProbeHardware      Probe = "swap_equipment"   // one piece
	ProbeAccess        Probe = "compare_rights"   // of one affected person and another
	ProbeSecurity      Probe = "inspect_original" // by the security team, before anything is cleaned up
	ProbeVendor        Probe = "ask_vendor"       // for known faults
	ProbeUnknown       Probe = "ask_two_people"   // what they did before
)

// Cause is a hypothesis, never a verdict.
type Cause struct {
	Kind       CauseKind  `json:"kind"`
	Confidence float64    `json:"confidence"` // in [0, 1]; 0 for unknown
	Evidence   []Evidence `json:"evidence"`   // strongest first
	Check      Probe      `json:"check"`

	Alternative CauseKind `json:"alternative"` // kind with the second most evidence; "" for none
}

// Gap is a function without an owner and the patterns assigned to it. Tickets and
// PersonHours count a ticket of several patterns once.
type Gap struct {
	Function   string   `json:"function"` // "" = no function of the owner map fits
	Patterns   int      `json:"patterns"`
	Tickets    int      `json:"tickets"`
	PatternIDs []string `json:"pattern_ids"`

	PersonHours float64 `json:"person_hours"` // hours lost through these patterns, as Impact.PersonHours
}

// Load is what a team is asked to own. Tickets and PersonHours count a ticket of
// several patterns of the team once; a ticket of patterns of two teams counts for
// both, as each is asked about it.
type Load struct {
	Team          string   `json:"team"`
	Contact       string   `json:"contact"`
	Size          int      `json:"size"`      // people; 0 if not configured
	Functions     int      `json:"functions"` // functions that it owns in the map
	Patterns      int      `json:"patterns"`
	Tickets       int      `json:"tickets"`
	PersonHours   float64  `json:"person_hours"` // hours lost through the patterns, as Impact.PersonHours: a cost to others, not part of the load
	Overloaded    bool     `json:"overloaded"`
	Alone         bool     `json:"alone"` // one person holds several functions: a single point of failure
	FunctionNames []string `json:"function_names"`
	PatternIDs    []string `json:"pattern_ids"`
	// Exceeded lists the limits of the owner map that the team exceeds; empty if
	// Size is 0, as they cannot be judged.
	Exceeded []Limit `json:"exceeded"`
}

// LimitCode identifies a limit of the owner map.
type LimitCode string

// The values of LimitCode.
const (
	LimitFunctions LimitCode = "functions_per_person"
	LimitPatterns  LimitCode = "patterns_per_person"
)

// Limit is a limit of the owner map.
type Limit struct {
	Code  LimitCode `json:"code"`
	Limit float64   `json:"limit"` // per person
}
