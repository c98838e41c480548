package result

// Warning is one problem of the input. Code determines which of the other fields are
// set; JSON omits the others.
type Warning struct {
	Code   WarningCode `json:"code"`
	File   string      `json:"file"` // in which it was found; "" = in all files together
	Line   int         `json:"line,omitempty"`
	Field  string      `json:"field,omitempty"`  // canonical column
	Column string      `json:"column,omitempty"` // header in the file
	// Count is the number of affected rows, cells or tickets, Of the number
	// examined.
	Count int `json:"count,omitempty"`
	Of    int `json:"of,omitempty"`

	Samples  []string     `json:"samples,omitempty"`   // values as the file writes them
	Nearest  string       `json:"nearest,omitempty"`   // known name that was likely meant instead of Samples
	CodePage string       `json:"code_page,omitempty"` // by which foreign bytes were read
	Reason   string       `json:"reason,omitempty"`    // of a rejected row, as rejects.csv has it
	Before   string       `json:"before,omitempty"`    // the field that cannot be later than Field
	Until    Day          `json:"until,omitempty"`     // last day of everything else
	Weeks    int          `json:"weeks,omitempty"`     // at the end of the export that hold nearly all tickets
	OfWeeks  int          `json:"of_weeks,omitempty"`  // that the export covers
	Share    float64      `json:"share,omitempty"`     // of the tickets, in [0, 1]
	Dates    *DateReading `json:"dates,omitempty"`     // how the times of Column are read
	Loss     *Loss        `json:"loss,omitempty"`      // of a field that is missing
	Columns  []FieldValue `json:"columns,omitempty"`   // fields with the header taken for each
	Merged   []Spelling   `json:"merged,omitempty"`    // departments written in several ways
}

// WarningCode identifies what a warning is about.
type WarningCode string

// The codes of warnings, with the fields of Warning that each sets.
const (
	WarnSupportDepartment WarningCode = "support_department" // a column named after departments holds the group that works
	WarnForeignBytes      WarningCode = "foreign_bytes"      // bytes that are not UTF-8: Count, CodePage
	WarnShortRows         WarningCode = "short_rows"         // rows with fewer cells than the header: Count, Line of the first
	WarnWideHeader        WarningCode = "wide_header"        // nearly all rows have Count cells where the header has Of names
	WarnNoRows            WarningCode = "no_rows"            // a header and nothing below it
	WarnRejectedRows      WarningCode = "rejected_rows"      // Count of Of rows could not be read: Line and Reason of the first
	WarnUnlistedRows      WarningCode = "unlisted_rows"      // Count of Of rows that could not be read are counted and not listed in rejects.csv
	WarnRoundCount        WarningCode = "round_count"        // Count rows, which is where exporters stop
	WarnNotTimes          WarningCode = "not_times"          // cells that are no times, read as empty: Field, Column, Count
	WarnOtherOrder        WarningCode = "other_order"        // cells that are no dates in the order of the others, read as empty: Field, Column, Count
	WarnDateOrder         WarningCode = "date_order"         // an order of day and month that the file does not prove: Field, Column, Dates
	WarnDayNumbers        WarningCode = "day_numbers"        // a spreadsheet's days, counted from a day that is not proven: Field, Column, Dates
	WarnMixedDayNumbers   WarningCode = "mixed_day_numbers"  // Count of Of times are a spreadsheet's days, the others written dates: Field, Column
	WarnFarTimes          WarningCode = "far_times"          // times long after Until, read as empty: Field, Count, Samples and Line of the first
	WarnTimeOrder         WarningCode = "time_order"         // Before is after Field in Count of Of rows: Line and Samples of the first, in that order
	WarnZone              WarningCode = "zone"               // times carry no zone and UTC was taken: Field, Column of the first
	WarnLikelyColumns     WarningCode = "likely_columns"     // columns taken by names near the usual ones: Columns, Field of the first
	WarnMissingField      WarningCode = "missing_field"      // a field that no column holds: Field, Loss
	WarnEmptyField        WarningCode = "empty_field"        // a field that is empty in Count of Of rows: Field
	WarnNoIDs             WarningCode = "no_ids"             // rows without an id got one made of their contents: Field, Count, Samples of those made
	WarnRoundedIDs        WarningCode = "rounded_ids"        // ids that a spreadsheet rounded: Field, Count
	WarnLostZeros         WarningCode = "lost_zeros"         // ids that differ by leading zeros alone: Field, Count, Samples with and without
	WarnThinHistory       WarningCode = "thin_history"       // hardly a ticket from before the last weeks: Field, Share, Weeks, OfWeeks

	WarnPeopleList  WarningCode = "people_list"  // a file of a folder is read as a list of people
	WarnChangesList WarningCode = "changes_list" // one is read as a list of changes
	WarnLeftOut     WarningCode = "left_out"     // one is no list of tickets and was not read: Reason
	WarnBrokenLink  WarningCode = "broken_link"  // one is a link that leads nowhere
	WarnTwoDesks    WarningCode = "two_desks"    // a folder, File, holds tickets of two sources: Samples of both

	// What a run says also where nobody watches it. It depends on what was before, so it
	// stands in run.json and not in the result.
	WarnManyRejects     WarningCode = "many_rejects"        // Count of Of rows of all files could not be read: more than one in a hundred, or than a hundred
	WarnSameExport      WarningCode = "same_export"         // the run before, of day Until, read the same tickets
	WarnEarlierDay      WarningCode = "earlier_day"         // the analysis ends before that of the run before, of day Until
	WarnDayOutside      WarningCode = "day_outside"         // the day of the analysis, in Samples, lies outside the tickets, whose last day is Until
	WarnDecisionRow     WarningCode = "decision_row"        // a row of decisions that cannot be used: Line, Reason
	WarnDecisionUnknown WarningCode = "decision_unknown"    // one that is not used, as its Column names what the history or the owner map does not know: Line, Samples, Nearest
	WarnDecisionDay     WarningCode = "decision_day"        // one whose Column is a day to come: Line, Samples
	WarnForgotten       WarningCode = "history_not_read"    // the history could not be read or written: Reason
	WarnBroughtBack     WarningCode = "report_brought_back" // a run was killed while it replaced the report, so the one before was brought back

	WarnNoDepartment      WarningCode = "no_department"      // no ticket names a department
	WarnLocationStandsIn  WarningCode = "location_stands_in" // Count of Of tickets name a department, so the location stands for it
	WarnCompanyStandsIn   WarningCode = "company_stands_in"  // the same of the company
	WarnMergedDepartments WarningCode = "merged_departments" // departments written in several ways count as one: Merged, Count of tickets
)

// WarningCodes lists every code of a warning.
var WarningCodes = []WarningCode{
	WarnSupportDepartment, WarnForeignBytes, WarnShortRows, WarnWideHeader, WarnNoRows, WarnRejectedRows, WarnUnlistedRows, WarnRoundCount, WarnNotTimes, WarnOtherOrder,
	WarnDateOrder, WarnDayNumbers, WarnMixedDayNumbers, WarnFarTimes, WarnTimeOrder, WarnZone, WarnLikelyColumns, WarnMissingField, WarnEmptyField,
	WarnNoIDs, WarnRoundedIDs, WarnLostZeros, WarnThinHistory, WarnPeopleList, WarnChangesList, WarnLeftOut, WarnBrokenLink, WarnTwoDesks,
	WarnManyRejects, WarnSameExport, WarnEarlierDay, WarnDayOutside, WarnDecisionRow, WarnDecisionUnknown, WarnDecisionDay, WarnForgotten, WarnBroughtBack,
	WarnNoDepartment, WarnLocationStandsIn, WarnCompanyStandsIn, WarnMergedDepartments,
}

// Spelling is a name that tickets spell in several ways.
type Spelling struct {
	Name    string   `json:"name"`    // the spelling used
	Others  []string `json:"others"`  // sorted
	Tickets int      `json:"tickets"` // tickets with one of the other spellings
}

// Loss is what the analysis cannot determine because no column holds a field.
type Loss struct {
	Code LossCode `json:"code"`
	By   []string `json:"by,omitempty"` // the only fields that tell what a ticket is about
}

// LossCode identifies a loss.
type LossCode string

// The codes of losses. Those that end in _alone set By.
const (
	LossNothing            LossCode = ""
	LossSubject            LossCode = "description_for_subject"   // the description stands for the issue
	LossDescription        LossCode = "subject_alone"             // issues are told from the subject alone
	LossTexts              LossCode = "sorts_alone"               // no text: tickets are compared by By alone
	LossAll                LossCode = "nothing_to_compare"        // no text and no category
	LossPeople             LossCode = "people_unknown"            // people cannot be told apart
	LossDepartment         LossCode = "departments_unknown"       // patterns cannot be tied to departments
	LossDepartmentCompany  LossCode = "company_for_department"    // the company stands for the department
	LossDepartmentLocation LossCode = "location_for_department"   // the location stands for the department
	LossCategory           LossCode = "categories_unknown"        // patterns cannot be tied to categories; texts remain
	LossCategoryTexts      LossCode = "categories_sorts_alone"    // the same without a text: By remains
	LossCategoryAll        LossCode = "category_and_text_unknown" // neither a category nor a text
	LossResolved           LossCode = "closed_for_resolved"       // hours to resolve are counted to the closing time
	LossHours              LossCode = "hours_unknown"             // hours to resolve are not known
	LossClosed             LossCode = "state_for_closed"          // tickets without a resolved time count as open unless their state says otherwise
	LossOpen               LossCode = "open_unknown"              // it is not known which tickets are open
	LossClosedResolved     LossCode = "resolved_for_closed"       // the resolved time counts as the end
	LossUpdated            LossCode = "file_order_for_updated"    // of rows with one id the last in the file is the newest
	LossGroup              LossCode = "group_unknown"             // the team that holds a ticket is not known
	LossReassignments      LossCode = "reassignments_unknown"
	LossReopens            LossCode = "reopens_unknown"
	LossResolution         LossCode = "workarounds_unknown"
)

// LossCodes lists every code of a loss.
var LossCodes = []LossCode{
	LossSubject, LossDescription, LossTexts, LossAll, LossPeople, LossDepartment, LossDepartmentCompany, LossDepartmentLocation, LossCategory, LossCategoryTexts,
	LossCategoryAll, LossResolved, LossHours, LossClosed, LossOpen, LossClosedResolved, LossUpdated, LossGroup, LossReassignments, LossReopens, LossResolution,
}
