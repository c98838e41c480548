package result

// CoverageGap is something that an export should hold and does not. Code determines
// which of the other fields are set; JSON omits the others.
type CoverageGap struct {
	Code CoverageCode `json:"code"`
	// Misleads is true if findings would be false, not only incomplete. Such a run
	// stops unless the user says that the export is meant to be partial.
	Misleads bool `json:"misleads"`

	Count    int    `json:"count,omitempty"`     // tickets
	Of       int    `json:"of,omitempty"`        // tickets that the last run read
	Usual    int    `json:"usual,omitempty"`     // tickets: the median of earlier windows of the same width
	Weeks    int    `json:"weeks,omitempty"`     // that Count covers
	Days     int    `json:"days,omitempty"`      // that the export covers, or that are missing at its end
	LastDays int    `json:"last_days,omitempty"` // that the export of the last run covered
	Last     Day    `json:"last,omitempty"`      // of the last ticket
	Until    Day    `json:"until,omitempty"`     // last of the days, or day that the export should reach
	State    string `json:"state,omitempty"`     // of all tickets, as exported
}

// CoverageCode identifies what is missing.
type CoverageCode string

// The codes of coverage gaps, with the fields of CoverageGap that each sets.
const (
	CoverageShorter      CoverageCode = "shorter_than_last_run" // Days, LastDays; Until: day of the last run
	CoverageFewer        CoverageCode = "fewer_than_last_run"   // Count of Of, in the Weeks that end Until
	CoverageEndsEarly    CoverageCode = "ends_early"            // Days, Last, Until
	CoverageThin         CoverageCode = "thin_end"              // Count, Usual, Weeks, Until
	CoverageFull         CoverageCode = "full_end"              // Count, Usual, Weeks, Until
	CoverageOneState     CoverageCode = "one_state"             // Count, State
	CoverageNoneOpen     CoverageCode = "none_open"             // Count
	CoverageNoneFinished CoverageCode = "none_finished"         // Count
)

// EndsThin reports whether the export lacks tickets of its last days.
func (g CoverageGap) EndsThin() bool {
	return g.Code == CoverageThin || g.Code == CoverageEndsEarly || g.Code == CoverageFewer
}

// FiltersStates reports whether tickets of some states are missing, so that weeks cannot
// be compared: finished ones are those of earlier weeks, open ones of the last.
func (g CoverageGap) FiltersStates() bool {
	return g.Code == CoverageOneState || g.Code == CoverageNoneOpen || g.Code == CoverageNoneFinished
}

// CoverageCodes lists every code of a coverage gap.
var CoverageCodes = []CoverageCode{
	CoverageShorter, CoverageFewer, CoverageEndsEarly, CoverageThin, CoverageFull, CoverageOneState, CoverageNoneOpen, CoverageNoneFinished,
}
