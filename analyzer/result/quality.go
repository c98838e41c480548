package result

// Check is one statement about the quality of the data. Code determines which of the
// other fields are set; JSON omits the others.
type Check struct {
	Code CheckCode `json:"code"`
	// Weight is the share of the findings that the problem can distort or hide, in
	// [0, 1]: the share of affected tickets times CheckCode.Cost.
	Weight float64 `json:"weight"`

	Count int `json:"count,omitempty"` // tickets, or what the code says
	Of    int `json:"of,omitempty"`    // all of them

	File        string       `json:"file,omitempty"`
	Read        *FileReading `json:"read,omitempty"`
	Rows        *RowCounts   `json:"rows,omitempty"`
	Departments *Departments `json:"departments,omitempty"`
	Senders     []Sender     `json:"senders,omitempty"`     // programs that open tickets, most tickets first
	Days        int          `json:"days,omitempty"`        // that the export covers
	NoBaseline  *NoBaseline  `json:"no_baseline,omitempty"` // why nothing can be expected yet
	MinPeople   int          `json:"min_people,omitempty"`  // who must report the same until it can
	Weeks       int          `json:"weeks,omitempty"`       // that the last run counted
	Until       Day          `json:"until,omitempty"`       // their last day
	Reason      Exclusion    `json:"reason,omitempty"`      // why tickets were compared with no other
	Field       string       `json:"field,omitempty"`       // canonical column
	Names       []string     `json:"names,omitempty"`       // the largest of the values
	Since       Day          `json:"since,omitempty"`       // on which the first of the values was first seen
}

// CheckCode identifies what a check is about.
type CheckCode string

// The codes of checks, with the fields of Check that each sets.
const (
	CheckRows          CheckCode = "rows_read"            // Rows of all files
	CheckFile          CheckCode = "file"                 // File, Read
	CheckUnreadFile    CheckCode = "file_not_read"        // File, and the problem in Read
	CheckNoDepartment  CheckCode = "without_department"   // Count of Of tickets
	CheckNoRequester   CheckCode = "without_requester"    // Count of Of tickets
	CheckNoEnd         CheckCode = "without_end"          // Count of Of tickets have no resolved or closed time
	CheckNoText        CheckCode = "without_text"         // Count of Of tickets
	CheckDepartments   CheckCode = "departments"          // Departments: where they come from
	CheckStandIn       CheckCode = "departments_stand_in" // Departments: what stands for them
	CheckNoDepartments CheckCode = "departments_unknown"  // Departments: there are none
	CheckAutomated     CheckCode = "automated"            // Count of Of tickets were opened by Senders
	CheckFilled        CheckCode = "filled_from_people"   // Count tickets got a department or location from the list of people
	CheckHistory       CheckCode = "history"              // Days
	CheckYoung         CheckCode = "history_too_short"    // Days, NoBaseline, MinPeople
	CheckVanished      CheckCode = "fewer_than_last_run"  // Count of Of tickets that the last run counted in the Weeks that end Until
	CheckLater         CheckCode = "opened_later"         // Count tickets were opened after the day of the report
	CheckLeftOut       CheckCode = "left_out"             // Count of Of tickets, Reason
	CheckNoTexts       CheckCode = "no_texts"             // no text tells tickets apart
	CheckNoRequesters  CheckCode = "no_requesters"        // no ticket has a requester
	CheckDismissed     CheckCode = "dismissed"            // Count patterns were decided to be none
	CheckTooLarge      CheckCode = "scopes_too_large"     // Count scopes were searched through their parts
	CheckNewValues     CheckCode = "values_without_past"  // Count values of Field began too late to be compared with themselves: Names, Since
)

// CheckCodes lists every code of a check.
var CheckCodes = []CheckCode{
	CheckRows, CheckFile, CheckUnreadFile, CheckNoDepartment, CheckNoRequester, CheckNoEnd, CheckNoText, CheckDepartments, CheckStandIn, CheckNoDepartments,
	CheckAutomated, CheckFilled, CheckHistory, CheckYoung, CheckVanished, CheckLater, CheckLeftOut, CheckNoTexts, CheckNoRequesters, CheckDismissed,
	CheckTooLarge, CheckNewValues,
}

// costs are the shares of the findings that a problem can distort or hide if it
// affects every ticket. Other codes cost nothing.
var costs = map[CheckCode]float64{
	CheckRows:          1,   // of a row that was not read: it is missing from everything
	CheckUnreadFile:    1,   // the same of a file
	CheckYoung:         0.9, // nothing can be called more than usual
	CheckVanished:      0.9, // what the export says of these weeks is not complete
	CheckNoText:        0.8, // only categories are left to compare
	CheckNoTexts:       0.8,
	CheckNoRequester:   0.7, // one person may look like eight
	CheckNoRequesters:  0.7,
	CheckNoDepartment:  0.5, // no pattern is tied to a department
	CheckNoDepartments: 0.5,
	CheckNewValues:     0.3, // a rate that is usual there is not known; what is new to the desk is still found
	CheckNoEnd:         0.2, // waiting is not known
	CheckTooLarge:      0.2, // what is spread over all parts of a scope is not found
	CheckStandIn:       0.1, // what stands for departments is near to them
	CheckLeftOut:       0.1, // these tickets hold nothing to compare
}

// Cost returns the share of the findings that is lost, in [0, 1], if the check
// concerns every ticket.
func (c CheckCode) Cost() float64 { return costs[c] }

// FileReading tells how a file was interpreted, or why it could not be read.
type FileReading struct {
	System   string      `json:"system"` // name of the exporting product; "" = none known
	Form     Form        `json:"form"`   // where System is ""
	Encoding Encoding    `json:"encoding"`
	Dates    DateReading `json:"dates"`
	Problem  string      `json:"problem"` // why it could not be read, as an error; "" if it could
}

// RowCounts counts the rows of files: Rows = Kept + Merged + Rejected.
type RowCounts struct {
	Rows     int `json:"rows"`
	Kept     int `json:"kept"`     // rows that became a ticket
	Merged   int `json:"merged"`   // rows merged into the ticket of another row
	Rejected int `json:"rejected"` // rows that could not be read
}

// Departments tells where the departments of the tickets come from.
type Departments struct {
	StandIn string   `json:"stand_in"` // the field that stands for them, location or company; "" = none does
	Stood   int      `json:"stood"`    // tickets for which it stands
	Named   int      `json:"named"`    // tickets that name a department, or whose requester's is known
	Of      int      `json:"of"`       // tickets
	Export  bool     `json:"export"`   // the export names some
	People  bool     `json:"people"`   // the list of people names some
	Headers []string `json:"headers"`  // of the columns that hold them, or what stands for them
	Spelled int      `json:"spelled"`  // departments that were written in several ways
}

// Sender is a program that opens tickets.
type Sender struct {
	Name    string      `json:"name"` // requester or channel
	Proof   SenderProof `json:"proof"`
	Tickets int         `json:"tickets"`
}

// NoBaseline tells why nothing can be expected yet.
type NoBaseline struct {
	Code        NoBaselineCode `json:"code"`
	Days        int            `json:"days"`         // that the export covers
	WeeksNeeded int            `json:"weeks_needed"` // before the window, to say what is usual
}

// NoBaselineCode is the reason why nothing can be expected yet.
type NoBaselineCode string

// The values of NoBaselineCode.
const (
	BaselineShort    NoBaselineCode = "short"    // the export covers too few days
	BaselineFiltered NoBaselineCode = "filtered" // the weeks before the last hold less than a tenth of its tickets, as if filtered by the day of the last change
)

// Exclusion is the reason why a ticket is not compared with others.
type Exclusion string

// The values of Exclusion.
const (
	ExcludedMachine   Exclusion = "machine"   // sent by monitoring, schedulers and other programs
	ExcludedAutomatic Exclusion = "automatic" // absence notes, failed deliveries, receipts and surveys
	ExcludedPlea      Exclusion = "plea"      // greetings and pleas that do not say what is wrong
	ExcludedWordless  Exclusion = "wordless"  // no text
	ExcludedAlone     Exclusion = "alone"     // words that no other ticket uses
)

// Exclusions lists every value of Exclusion.
var Exclusions = []Exclusion{ExcludedMachine, ExcludedAutomatic, ExcludedPlea, ExcludedWordless, ExcludedAlone}
