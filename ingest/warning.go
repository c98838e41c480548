package ingest

import (
	"fmt"
	"strings"

	"ticketpatterns/analyzer/say"
)

// Warning is one thing that is missing or doubtful in a file, with what would
// mend it, said in the language of the options.
type Warning struct {
	Kind   WarningKind
	Field  string // the field of [Fields] that it is about; "" if none
	Column string // the header that it is about; "" if none
	Text   string // what is missing or doubtful and what that costs, in plain words
	Fix    string // what would mend it, as one line; "" if nothing can be set
}

// WarningKind says what a warning is about.
type WarningKind string

// The kinds of warnings.
const (
	WarnSystem      WarningKind = "system"       // a trait of the recognised system
	WarnEncoding    WarningKind = "encoding"     // bytes that are not UTF-8
	WarnShortRows   WarningKind = "short rows"   // rows with fewer cells than the header
	WarnRejected    WarningKind = "rejected"     // rows that could not be read
	WarnRoundCount  WarningKind = "round count"  // as many rows as exporters stop at
	WarnBadTimes    WarningKind = "bad times"    // cells that are no times
	WarnDateOrder   WarningKind = "date order"   // an order that the file does not prove
	WarnDaySystem   WarningKind = "day numbers"  // a spreadsheet's days, counted from a day that is not proven
	WarnFarTimes    WarningKind = "far times"    // times long after everything else
	WarnTimeOrder   WarningKind = "time order"   // an end before its beginning
	WarnLikely      WarningKind = "likely"       // columns taken by names near the usual ones
	WarnMissing     WarningKind = "missing"      // a field that no column holds
	WarnEmpty       WarningKind = "empty"        // a field that is mostly empty
	WarnNoIDs       WarningKind = "no ids"       // rows without an id
	WarnLostZeros   WarningKind = "lost zeros"   // ids that differ by leading zeros alone
	WarnRoundedIDs  WarningKind = "rounded ids"  // ids that a spreadsheet rounded
	WarnThinHistory WarningKind = "thin history" // hardly a ticket from before the last weeks
	WarnZone        WarningKind = "zone"         // the zone of times without one is an assumption
	WarnDepartment  WarningKind = "department"   // most rows name no department
)

// String returns the warning with its fix in brackets.
func (w Warning) String() string {
	if w.Fix == "" {
		return w.Text
	}
	return w.Text + " (" + w.Fix + ")"
}

// exportAgain mends what a spreadsheet has spoilt.
const exportAgain say.English = "export again and do not save the file with a spreadsheet"

// namelessWarning says that n rows have no id, and what the first got.
func namelessWarning(l *say.Language, n int, made string) Warning {
	return Warning{
		Kind: WarnNoIDs, Field: "id",
		Text: l.Count(n,
			"%d row is without an id: it got one made of its contents (such as %s), so that overlapping exports still meet, but a ticket that changed counts twice",
			"%d rows are without an id: each got one made of its contents (such as %s), so that overlapping exports still meet, but a ticket that changed counts twice", made),
		Fix: l.Text("if a column holds the number of each ticket: %s", mapping(l, "id", "COLUMN")),
	}
}

// roundedWarning says that n ids were rounded.
func roundedWarning(l *say.Language, n int) Warning {
	return Warning{
		Kind: WarnRoundedIDs, Field: "id",
		Text: l.Count(n, "%d id such as 2.02E+15 was rounded by a spreadsheet: rows with the same id are not merged",
			"%d ids such as 2.02E+15 were rounded by a spreadsheet: rows with the same id are not merged"),
		Fix: l.Text(exportAgain),
	}
}

// MapFix says in English how to name a column for a field, where when holds.
func MapFix(when, field, column string) string {
	return "if " + when + ": " + mapping(nil, field, column)
}

// mapping says how to name a column for a field.
func mapping(l *say.Language, field, column string) string {
	return l.Text("%s; or in config.yaml under reading, %s", "--map "+shellQuoted(field+"="+column), fmt.Sprintf("columns: [{field: %s, column: %q}]", field, column))
}

// shellQuoted quotes an option's value for a shell: column names are foreign
// text, and a line that is made to be copied must not run any of it.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
