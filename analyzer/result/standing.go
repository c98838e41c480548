package result

// Standing is what earlier runs and people's decisions say about a pattern. On the
// first run everything starts on its day.
type Standing struct {
	Since         Day `json:"since"`          // of the pattern's Status
	FirstReported Day `json:"first_reported"` // day of the first run that showed it
	Asked         Day `json:"asked"`          // day of the run that asked its owner; "" for none
	// Alarm is true if something is new: it is escalated for the first time, grew
	// beyond its forecast, moved to another owner, or is back after a fix.
	Alarm bool `json:"alarm"`
	// Reason is why it alarms again or, although it meets a criterion, does not.
	Reason    Reason     `json:"reason"`
	Forecast  *Forecast  `json:"forecast"`  // null on the run that first shows it
	Decisions []Decision `json:"decisions"` // in the order they were made
	Fix       *FixCheck  `json:"fix"`       // null: no fix was declared
}

// Forecast is the number of tickets to expect if a pattern continues at the rate of
// its last alarm.
type Forecast struct {
	Window   Span    `json:"window"`
	Seen     int     `json:"seen"`     // tickets of the pattern opened in Window
	Expected float64 `json:"expected"` // tickets
	High     int     `json:"high"`     // 99% quantile of the forecast
	PValue   float64 `json:"p_value"`  // P(X >= Seen)
}

// Decision is a decision of people about a pattern or an issue.
type Decision struct {
	Number    int    `json:"number"` // as `ticketpatterns history` lists it
	Decision  string `json:"decision"`
	Reason    string `json:"reason"`
	Date      Day    `json:"date"`       // of fixed: the day of the fix; "" for others
	Owner     string `json:"owner"`      // of wrong_owner: the right owner; "" for others
	WithIssue string `json:"with_issue"` // of merge: the issue that it is merged with; "" for others
	WithLabel string `json:"with_label"` // label of that issue; "" for others
	By        string `json:"decided_by"`
	On        Day    `json:"decided_on"`
	Undone    Day    `json:"undone_on"` // "" while it stands
}

// Verdict is the answer to whether a fix holds.
type Verdict string

// The values of Verdict.
const (
	VerdictHolds Verdict = "holds"         // significantly fewer tickets than before
	VerdictEarly Verdict = "too early"     // fewer than three tickets were expected by now, or none were opened
	VerdictNot   Verdict = "does not hold" // enough time has passed, tickets were opened, and they are not significantly fewer
	VerdictBack  Verdict = "back"          // it held, with at least two silent weeks, and tickets recur
	VerdictWorse Verdict = "more than before"
)

// FixCheck compares the tickets after a fix or a change with those before.
type FixCheck struct {
	PatternID string `json:"pattern_id"` // "" for a change
	IssueID   string `json:"issue_id"`
	Label     string `json:"label"`
	// Scope is the scope of the pattern; empty for the whole issue, or for the part
	// of it that a change concerns.
	Scope    []FieldValue `json:"scope"`
	Change   string       `json:"change"` // id of the declared change; "" for a fix
	On       Day          `json:"on"`
	Days     int          `json:"days"`     // since then
	Seen     int          `json:"seen"`     // tickets since then
	Expected float64      `json:"expected"` // tickets at the rate of the four weeks before
	// Low and High are the 95 % confidence interval of Seen/Expected; High is null
	// if it is unbounded.
	Low     float64  `json:"low"`
	High    *float64 `json:"high"`
	PFewer  float64  `json:"p_fewer"` // P(X <= Seen) if nothing changed
	PMore   float64  `json:"p_more"`
	Verdict Verdict  `json:"verdict"`
	// Prevented is Expected - Seen, with the bounds that follow from High and Low,
	// and Hours the time that people would have waited for these tickets.
	Prevented     float64  `json:"prevented"`
	PreventedLow  float64  `json:"prevented_low"`
	PreventedHigh float64  `json:"prevented_high"`
	Hours         *float64 `json:"hours_prevented"` // null: no times to resolve
	Team          string   `json:"team"`            // team that was asked; "" for none
}

// Broken reports whether the tickets did not decrease, or came back.
func (f *FixCheck) Broken() bool {
	return f.Verdict == VerdictBack || f.Verdict == VerdictNot || f.Verdict == VerdictWorse
}

// Trend holds the desk's own work as series over runs, this one last.
type Trend struct {
	Runs     []TrendRun `json:"runs"`
	Criteria []Answers  `json:"criteria"` // by name
	Gaps     []OpenGap  `json:"gaps"`     // oldest first, then function; what no function fits last
}

// TrendRun holds the totals of one run.
type TrendRun struct {
	Day         Day      `json:"day"`
	Repeat      *float64 `json:"repeat"`                  // share of the last four weeks' tickets that is repeat work, as Desk.WeeklyRepeat; null: no tickets, or too short an export
	HoursMedian *float64 `json:"hours_to_resolve_median"` // of tickets finished in these weeks; null: none
	Escalated   int      `json:"escalated"`               // asked for the first time in this run
	Accepted    int      `json:"accepted"`                // answers since the run before
	Declined    int      `json:"declined"`
	AnswerDays  *float64 `json:"days_to_answer"` // median of these answers; null: none
	Fixes       int      `json:"fixes"`          // declared at least four weeks ago
	FixesQuiet  int      `json:"fixes_quiet"`    // of these, without a ticket in the four weeks after
	Gaps        int      `json:"gaps"`           // functions without owner that a pattern was assigned to
}

// Answers counts the escalations for one criterion and their answers.
type Answers struct {
	Criterion string `json:"criterion"`
	Asked     int    `json:"asked"`
	Accepted  int    `json:"accepted"` // accepted or fixed
	Declined  int    `json:"declined"` // declined, or no pattern
}

// OpenGap is a function without owner that patterns are assigned to.
type OpenGap struct {
	Function string `json:"function"` // "" = no function of the owner map fits
	Since    Day    `json:"since"`
}
