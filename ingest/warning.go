package ingest

import (
	"fmt"
	"strings"
)

// Warning is one thing that is missing or doubtful in a file, with what would
// mend it.
type Warning struct {
	Kind   WarningKind
	Field  string // the field of [Fields] that it is about; "" if none
	Column string // the header that it is about; "" if none
	Text   string // what is missing or doubtful and what that costs, in plain words
	Fix    Fix    // the zero Fix: nothing to set
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
	if w.Fix.IsZero() {
		return w.Text
	}
	return w.Text + " (" + w.Fix.String() + ")"
}

// Fix says what would mend something.
type Fix struct {
	If      string // when it is needed, as a clause; "" if it always is
	Do      string // what to do with the export or the files; "" if a setting does it
	Option  string // of the command line, ready for a shell; "" if there is none
	Setting string // the lines of config.yaml that do the same, with their section
}

// IsZero reports whether there is nothing to do.
func (f Fix) IsZero() bool { return f == Fix{} }

// String returns the fix as one line: "if the times are not in UTC: --timezone
// Europe/Berlin; or in config.yaml under reading, timezone: Europe/Berlin".
func (f Fix) String() string {
	var ways []string
	for _, way := range []string{f.Do, f.Option} {
		if way != "" {
			ways = append(ways, way)
		}
	}
	if f.Setting != "" {
		ways = append(ways, "in config.yaml "+f.Setting)
	}
	if f.If == "" {
		return strings.Join(ways, "; or ")
	}
	return "if " + f.If + ": " + strings.Join(ways, "; or ")
}

// namelessWarning says that n rows have no id, and what the first got.
func namelessWarning(n int, made string) Warning {
	return Warning{
		Kind: WarnNoIDs, Field: "id",
		Text: fmt.Sprintf("%s without an id: each got one made of its contents (such as %s), so that overlapping exports still meet, but a ticket that changed counts twice", plural(n, "row is", "rows are"), made),
		Fix:  MapFix("a column holds the number of each ticket", "id", "COLUMN"),
	}
}

// roundedWarning says that n ids were rounded.
func roundedWarning(n int) Warning {
	return Warning{
		Kind: WarnRoundedIDs, Field: "id",
		Text: fmt.Sprintf("%d ids such as 2.02E+15 were rounded by a spreadsheet: rows with the same id are not merged", n),
		Fix:  Fix{Do: "export again and do not save the file with a spreadsheet"},
	}
}

// MapFix says how to name a column for a field, where when holds.
func MapFix(when, field, column string) Fix {
	return Fix{
		If: when, Option: "--map " + shellQuoted(field+"="+column),
		Setting: fmt.Sprintf("under reading, columns: [{field: %s, column: %q}]", field, column),
	}
}

// shellQuoted quotes an option's value for a shell: column names are foreign
// text, and a line that is made to be copied must not run any of it.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
