package result

// EvidenceCode identifies the rule that found a piece of evidence. Codes are stable;
// package reports/words has a sentence for each.
type EvidenceCode string

// Evidence for an owner. Values holds what was found: values of the owner map, or
// names of support groups.
const (
	EvidenceCauseInNotes     EvidenceCode = "cause_in_notes"      // resolution notes name a cause; Of: tickets with notes
	EvidenceCauseInCode      EvidenceCode = "cause_in_code"       // resolution codes name a cause; Of: tickets with a code
	EvidenceCauseInText      EvidenceCode = "cause_in_text"       // what people wrote names a cause
	EvidencePassedOn         EvidenceCode = "passed_on"           // groups that resolved tickets passed on to them; Of: tickets passed on and resolved
	EvidenceEarlier          EvidenceCode = "earlier"             // groups that resolved earlier tickets like these; Count, Of and Tickets: those earlier tickets
	EvidenceOwnPast          EvidenceCode = "own_past"            // as EvidenceEarlier, of earlier tickets of the same issue
	EvidenceProblem          EvidenceCode = "problem"             // as EvidenceEarlier, of earlier tickets of the same problem record
	EvidenceEarlierNotes     EvidenceCode = "earlier_notes"       // resolution notes of such earlier tickets name a cause; Of: those with notes
	EvidenceEarlierCode      EvidenceCode = "earlier_code"        // their resolution codes do; Of: those with a code
	EvidenceHeldBy           EvidenceCode = "held_by"             // groups that hold tickets
	EvidenceUsualGroup       EvidenceCode = "usual_group"         // groups that resolve other tickets of the same service or item
	EvidenceChangedBy        EvidenceCode = "changed_by"          // groups that recently changed what tickets name
	EvidenceSeveralSymptoms  EvidenceCode = "several_symptoms"    // Values: functions whose symptoms Location shows at once, with the tickets of each
	EvidenceItem             EvidenceCode = "configuration_item"  // configuration items
	EvidenceCategory         EvidenceCode = "category"            // categories
	EvidenceSubcategory      EvidenceCode = "subcategory"         // subcategories
	EvidenceCategoryPath     EvidenceCode = "category_path"       // categories of some tickets and subcategories of others
	EvidenceBroadCategory    EvidenceCode = "broad_category"      // unspecific categories, such as software
	EvidenceService          EvidenceCode = "service"             // services
	EvidenceLocation         EvidenceCode = "location"            // locations
	EvidenceSubject          EvidenceCode = "subject"             // words of subjects
	EvidenceText             EvidenceCode = "text"                // words of descriptions
	EvidenceOwnerNamed       EvidenceCode = "owner_named"         // people named the owner of this pattern: the one in Values
	EvidenceFunctionDecision EvidenceCode = "decided_of_function" // decisions assigned other patterns of Function to the team in Values; Count: decisions
)

// Evidence for a cause from words: of subjects and descriptions, of resolution
// notes, or of resolution codes.
const (
	EvidenceChangeText         EvidenceCode = "change_text"
	EvidenceChangeNotes        EvidenceCode = "change_notes"
	EvidenceChangeCode         EvidenceCode = "change_code"
	EvidenceConfigurationText  EvidenceCode = "configuration_text"
	EvidenceConfigurationNotes EvidenceCode = "configuration_notes"
	EvidenceConfigurationCode  EvidenceCode = "configuration_code"
	EvidenceTrainingText       EvidenceCode = "training_text"
	EvidenceTrainingNotes      EvidenceCode = "training_notes"
	EvidenceTrainingCode       EvidenceCode = "training_code"
	EvidenceCapacityText       EvidenceCode = "capacity_text"
	EvidenceCapacityNotes      EvidenceCode = "capacity_notes"
	EvidenceCapacityCode       EvidenceCode = "capacity_code"
	EvidenceHardwareText       EvidenceCode = "hardware_text"
	EvidenceHardwareNotes      EvidenceCode = "hardware_notes"
	EvidenceHardwareCode       EvidenceCode = "hardware_code"
	EvidenceAccessText         EvidenceCode = "access_text"
	EvidenceAccessNotes        EvidenceCode = "access_notes"
	EvidenceAccessCode         EvidenceCode = "access_code"
	EvidenceSecurityText       EvidenceCode = "security_text"
	EvidenceSecurityNotes      EvidenceCode = "security_notes"
	EvidenceSecurityCode       EvidenceCode = "security_code"
	EvidenceVendorText         EvidenceCode = "vendor_text"
	EvidenceVendorNotes        EvidenceCode = "vendor_notes"
	EvidenceVendorCode         EvidenceCode = "vendor_code"
)

// Evidence for a cause from the tickets together.
const (
	EvidenceDeclaredChange EvidenceCode = "declared_change"  // Change started shortly before
	EvidenceSuddenOnset    EvidenceCode = "sudden_onset"     // Onset: most tickets were opened within a few days after a silence
	EvidenceSlowRise       EvidenceCode = "slow_rise"        // Rise: increasing from week to week
	EvidenceShortHandling  EvidenceCode = "short_handling"   // Handling: resolved much faster than usual
	EvidencePeakHours      EvidenceCode = "peak_hours"       // Peak: more at one time of day than usual
	EvidenceOneItem        EvidenceCode = "one_item"         // Values: the one item of most; Of: tickets that name one
	EvidenceOneKindOfItem  EvidenceCode = "one_kind_of_item" // Values: an item, with how many have one named like it; Of: tickets that name one
	EvidenceOneLocation    EvidenceCode = "one_location"     // Values: the one location of most; Of: tickets that name one
)

// Evidence is one counted fact. Change, Onset, Rise, Handling and Peak are each set
// for one code only.
type Evidence struct {
	Code    EvidenceCode `json:"code"`
	Count   int          `json:"count"`   // tickets that show it, unless Code counts something else
	Of      int          `json:"of"`      // tickets that could show it: all that were judged, unless Code restricts them; 0 if it does not come from tickets
	Tickets []string     `json:"tickets"` // ids that show it
	Values  []Count      `json:"values"`  // what was found, as the export or the owner map writes it, with its tickets; most first, then by name

	Bounced  int `json:"bounced,omitempty"`  // with EvidenceEarlier, EvidenceOwnPast and EvidenceProblem: of Count, tickets passed on before
	Reopened int `json:"reopened,omitempty"` // with the same: of Count, tickets opened again afterwards

	Function string           `json:"function,omitempty"`
	Location string           `json:"location,omitempty"`
	Change   *ChangeBefore    `json:"change,omitempty"`
	Onset    *SuddenOnset     `json:"onset,omitempty"`
	Rise     *SlowRise        `json:"rise,omitempty"`
	Handling *HandlingAgainst `json:"handling,omitempty"`
	Peak     *PeakHours       `json:"peak,omitempty"`
}

// ChangeBefore is a declared change that started before the first ticket.
type ChangeBefore struct {
	Change
	DaysBefore int `json:"days_before"` // 0: on the day of the first ticket
}

// SuddenOnset tells that most tickets were opened within a few days.
type SuddenOnset struct {
	Tickets    int `json:"tickets"`     // tickets opened within WithinDays
	WithinDays int `json:"within_days"` // days from the first ticket
	SilentDays int `json:"silent_days"` // days without a ticket before
}

// SlowRise tells that tickets increased from week to week.
type SlowRise struct {
	Weekly []int `json:"weekly"` // tickets in each of the last weeks, oldest first
}

// HandlingAgainst compares the time to resolve of tickets with the desk's.
type HandlingAgainst struct {
	Hours     float64 `json:"hours_to_resolve_median"`
	DeskHours float64 `json:"desk_hours_to_resolve_median"`
}

// PeakHours is the time of day at which tickets were opened.
type PeakHours struct {
	Tickets int `json:"tickets"`   // opened
	From    int `json:"from_hour"` // of the day, 0 to 23
	To      int `json:"to_hour"`   // of the day, 0 to 23; not part of the peak
	Days    int `json:"days"`      // on which they were opened
}
