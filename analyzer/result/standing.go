package result

// Standing is what earlier runs and people's decisions say about a pattern. On a
// first run everything begins with its day.
type Standing struct {
	Since         Day `json:"since"`          // of the pattern's Status
	FirstReported Day `json:"first_reported"` // the first run that showed it
	Asked         Day `json:"asked"`          // the run that asked its owner; "" for none
	// Alarm is true where something is new: it is escalated for the first time,
	// grew beyond its own forecast, moved to another owner, or is back after a fix.
	Alarm bool `json:"alarm"`
	// Reason says why it alarms again or, although it meets a criterion, does not.
	Reason    Reason     `json:"reason"`
	Forecast  *Forecast  `json:"forecast"`  // null on the run that first shows it
	Decisions []Decision `json:"decisions"` // in the order they were made
	Fix       *FixCheck  `json:"fix"`       // null: no fix was declared
}

// Forecast says how many tickets were to be expected if a pattern went on as it
// was when it was last said aloud.
type Forecast struct {
	Window   Span    `json:"window"`
	Seen     int     `json:"seen"`     // tickets of the pattern opened in Window
	Expected float64 `json:"expected"` // tickets
	High     int     `json:"high"`     // 99 forecasts in 100 are not above it
	PValue   float64 `json:"p_value"`  // P(X >= Seen)
}

// Decision is what somebody decided about a pattern or an issue.
type Decision struct {
	Number    int    `json:"number"` // as `ticketpatterns history` lists it
	Decision  string `json:"decision"`
	Reason    string `json:"reason"`
	Date      Day    `json:"date"`       // of a fix; "" in others
	Owner     string `json:"owner"`      // the right one; "" in others
	WithIssue string `json:"with_issue"` // that it is the same as; "" in others
	WithLabel string `json:"with_label"` // what a report calls that issue; "" in others
	By        string `json:"decided_by"`
	On        Day    `json:"decided_on"`
	Undone    Day    `json:"undone_on"` // "" while it stands
}

// Verdict is the answer to whether a fix held.
type Verdict string

// The values of Verdict.
const (
	VerdictHolds Verdict = "holds"         // significantly fewer tickets than before
	VerdictEarly Verdict = "too early"     // fewer than three would have come by now, or none came
	VerdictNot   Verdict = "does not hold" // enough time has passed, tickets came, and they are not significantly fewer
	VerdictBack  Verdict = "back"          // it held, with two silent weeks or more, and tickets come again
	VerdictWorse Verdict = "more than before"
)

// FixCheck compares the tickets after a fix or a change with those before.
type FixCheck struct {
	PatternID string `json:"pattern_id"` // "" for a change
	IssueID   string `json:"issue_id"`
	Label     string `json:"label"`
	// Scope is that of the pattern; empty for the whole issue, or for what of it a
	// change concerns.
	Scope    []FieldValue `json:"scope"`
	Change   string       `json:"change"` // id of the declared change; "" for a fix that was decided
	On       Day          `json:"on"`
	Days     int          `json:"days"`     // since then
	Seen     int          `json:"seen"`     // tickets since then
	Expected float64      `json:"expected"` // had it gone on as in the four weeks before
	// Low and High enclose Seen/Expected with 95 % confidence; High is null if
	// there is no upper end.
	Low     float64  `json:"low"`
	High    *float64 `json:"high"`
	PFewer  float64  `json:"p_fewer"` // P(X <= Seen) had nothing changed
	PMore   float64  `json:"p_more"`
	Verdict Verdict  `json:"verdict"`
	// Prevented tickets, Expected - Seen, with the ends that follow from Low and
	// High, and the hours that people would have waited for them.
	Prevented     float64  `json:"prevented"`
	PreventedLow  float64  `json:"prevented_low"`
	PreventedHigh float64  `json:"prevented_high"`
	Hours         *float64 `json:"hours_prevented"` // null: no times to resolve
	Team          string   `json:"team"`            // that it went to; "" if nobody was asked
}

// Broken reports whether tickets came as before the fix, or more of them.
func (f *FixCheck) Broken() bool {
	return f.Verdict == VerdictBack || f.Verdict == VerdictNot || f.Verdict == VerdictWorse
}

// Trend is the desk's own work as series over runs, this one last.
type Trend struct {
	Runs     []TrendRun `json:"runs"`
	Criteria []Answers  `json:"criteria"` // by name
	Gaps     []OpenGap  `json:"gaps"`     // oldest first, then function; what no function fits last
}

// TrendRun is what one run counted.
type TrendRun struct {
	Day         Day      `json:"day"`
	Repeat      *float64 `json:"repeat"`                  // share of the last four weeks' tickets that is repeat work, as Desk.WeeklyRepeat; null: no tickets, or too short an export
	HoursMedian *float64 `json:"hours_to_resolve_median"` // of tickets finished in these weeks; null: none
	Escalated   int      `json:"escalated"`               // asked for the first time in this run
	Accepted    int      `json:"accepted"`                // answers since the run before
	Declined    int      `json:"declined"`
	AnswerDays  *float64 `json:"days_to_answer"` // median of these answers; null: none
	Fixes       int      `json:"fixes"`          // made four weeks ago or earlier
	FixesQuiet  int      `json:"fixes_quiet"`    // of these, without a ticket in the four weeks after
	Gaps        int      `json:"gaps"`           // functions without owner into which a pattern fell
}

// Answers counts how often escalations for one criterion were accepted.
type Answers struct {
	Criterion string `json:"criterion"`
	Asked     int    `json:"asked"`
	Accepted  int    `json:"accepted"` // accepted or fixed
	Declined  int    `json:"declined"` // declined, or no pattern
}

// OpenGap is a function that patterns fall into and that nobody owns.
type OpenGap struct {
	Function string `json:"function"` // "" = no function of the owner map fits
	Since    Day    `json:"since"`
}
