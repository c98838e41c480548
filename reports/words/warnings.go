package words

import (
	"fmt"
	"strconv"
	"strings"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

// exportAgain mends what a spreadsheet has spoilt.
const exportAgain i18n.English = "export again and do not save the file with a spreadsheet"

// Warning writes a warning in one line: the file, what is missing or doubtful
// in it and what that costs, and in brackets what would mend it.
func (w Writer) Warning(x result.Warning) string {
	text := w.WarningText(x)
	if fix := w.WarningFix(x); fix != "" {
		text += " (" + fix + ")"
	}
	if x.File == "" {
		return text
	}
	return x.File + ": " + text
}

// Warnings writes all warnings, one a line.
func (w Writer) Warnings(all []result.Warning) []string {
	lines := make([]string, len(all))
	for i, x := range all {
		lines[i] = w.Warning(x)
	}
	return lines
}

// WarningText writes what is missing or doubtful and what that costs.
func (w Writer) WarningText(x result.Warning) string {
	switch x.Code {
	case result.WarnSupportDepartment:
		return w.Text("the column Department of osTicket is the support department, so it is read as the assignment group; the requester's department is not in this export")
	case result.WarnForeignBytes:
		return w.Count(x.Count, "%d byte is not UTF-8 and read as %s", "%d bytes are not UTF-8 and read as %s", x.CodePage)
	case result.WarnShortRows, result.WarnWideHeader, result.WarnNoRows, result.WarnRejectedRows, result.WarnUnlistedRows, result.WarnRoundCount:
		return w.rowsWarning(x)
	case result.WarnNotTimes, result.WarnOtherOrder, result.WarnDateOrder, result.WarnDayNumbers, result.WarnMixedDayNumbers,
		result.WarnFarTimes, result.WarnTimeOrder, result.WarnZone:
		return w.timesWarning(x)
	case result.WarnLikelyColumns, result.WarnMissingField, result.WarnEmptyField:
		return w.fieldWarning(x)
	case result.WarnNoIDs, result.WarnRoundedIDs, result.WarnLostZeros:
		return w.idsWarning(x)
	case result.WarnThinHistory:
		return w.Text("%s of the tickets were opened in the last %d of %d weeks: the export seems to be filtered by when tickets were closed or changed, so that of earlier weeks only those are in it that stayed open long. What is expected is counted from these weeks, so the last weeks look far busier than they were", w.Percent(x.Share), x.Weeks, x.OfWeeks)
	}
	for _, say := range []func(result.Warning) string{w.folderWarning, w.runWarning, w.decisionWarning} {
		if said := say(x); said != "" {
			return said
		}
	}
	return w.departmentWarning(x)
}

// folderWarning says what the files of a folder were taken for; "" for a code that
// it does not know.
func (w Writer) folderWarning(x result.Warning) string {
	switch x.Code {
	case result.WarnPeopleList:
		return w.Text("its header is that of a list of people, so it is read as one")
	case result.WarnChangesList:
		return w.Text("its header is that of a list of changes, so it is read as one")
	case result.WarnLeftOut:
		if !w.English() { // reasons are in English
			return w.Text("no list of tickets, so it is left out")
		}
		return w.Text("no list of tickets, so it is left out: %s", x.Reason)
	case result.WarnBrokenLink:
		return w.Text("a link that leads nowhere, so it is left out")
	case result.WarnTwoDesks:
		return w.Text("the folder seems to hold the tickets of two desks, %s and %s, which are analysed as one", sample(x, 0), sample(x, 1))
	}
	return ""
}

// rowsWarning says which rows were not read, or not whole.
func (w Writer) rowsWarning(x result.Warning) string {
	switch line := strconv.Itoa(x.Line); {
	case x.Code == result.WarnShortRows:
		return w.Count(x.Count, "%d row is shorter than the header (first at line %s): the cells that are not there were read as empty",
			"%d rows are shorter than the header (first at line %s): the cells that are not there were read as empty", line)
	case x.Code == result.WarnWideHeader:
		return w.Text("nearly all rows have %d cells where the header has %d names: the names may not stand above their columns", x.Count, x.Of)
	case x.Code == result.WarnNoRows:
		return w.Text("the file has a header and no row below it")
	case x.Code == result.WarnUnlistedRows:
		return w.Text("rejects.csv lists the first %d of the %d rows of this file that could not be read; the other %d are counted only", x.Of-x.Count, x.Of, x.Count)
	case x.Code == result.WarnRoundCount:
		return w.Text("the file holds exactly %d rows, which is where exporters cut off: the export may be incomplete", x.Count)
	case !w.English() && x.Count == x.Of: // reasons are in English
		return w.Count(x.Of, "none of %d row could be read; first, line %s; rejects.csv says why", "none of %d rows could be read; first, line %s; rejects.csv says why", line)
	case !w.English():
		return w.Count(x.Of, "%[2]d of %[1]d row could not be read; first, line %[3]s; rejects.csv says why", "%[2]d of %[1]d rows could not be read; first, line %[3]s; rejects.csv says why", x.Count, line)
	case x.Count == x.Of:
		return w.Count(x.Of, "none of %d row could be read; first, line %s: %s", "none of %d rows could be read; first, line %s: %s", line, x.Reason)
	default:
		return w.Count(x.Of, "%[2]d of %[1]d row could not be read; first, line %[3]s: %[4]s", "%[2]d of %[1]d rows could not be read; first, line %[3]s: %[4]s", x.Count, line, x.Reason)
	}
}

// timesWarning says which times were not read, or on what assumption.
func (w Writer) timesWarning(x result.Warning) string {
	switch x.Code {
	case result.WarnNotTimes:
		return w.Count(x.Count, "column %[2]q: %[1]d cell that is no time was read as empty", "column %[2]q: %[1]d cells that are no times were read as empty", x.Column)
	case result.WarnOtherOrder:
		return w.Count(x.Count, "column %[2]q: %[1]d cell that is no date in the order of the others was read as empty",
			"column %[2]q: %[1]d cells that are no dates in the order of the others were read as empty", x.Column)
	case result.WarnDateOrder, result.WarnDayNumbers:
		return w.Text("column %q: %s", x.Column, w.Dates(*x.Dates))
	case result.WarnMixedDayNumbers:
		return w.Count(x.Count,
			"column %[2]q: %[1]d cell is a spreadsheet's day number and the other %[3]d written dates: a spreadsheet has read some dates by itself, and where it took the day for the month these are wrong",
			"column %[2]q: %[1]d cells are a spreadsheet's day numbers and the other %[3]d written dates: a spreadsheet has read some dates by itself, and where it took the day for the month these are wrong",
			x.Column, x.Of-x.Count)
	case result.WarnFarTimes:
		return w.Count(x.Count, "%d time of %s long after everything else in the file (opened until %s), such as %s at line %s: read as empty",
			"%d times of %s long after everything else in the file (opened until %s), such as %s at line %s: read as empty",
			x.Field, string(x.Until), sample(x, 0), strconv.Itoa(x.Line))
	case result.WarnTimeOrder:
		example := fmt.Sprintf("%s %s, %s %s", x.Before, sample(x, 0), x.Field, sample(x, 1))
		return w.Count(x.Of, "%[2]s is after %[3]s in %[4]d of %[1]d row, first at line %[5]s: %[6]s", "%[2]s is after %[3]s in %[4]d of %[1]d rows, first at line %[5]s: %[6]s",
			x.Before, x.Field, x.Count, strconv.Itoa(x.Line), example)
	default:
		return w.Text("the times carry no zone, so UTC was taken")
	}
}

// fieldWarning says which fields were taken from unusual columns, or are not
// there.
func (w Writer) fieldWarning(x result.Warning) string {
	switch x.Code {
	case result.WarnLikelyColumns:
		var taken []string
		for _, c := range x.Columns {
			taken = append(taken, w.Text("%q as %s", c.Value, c.Field))
		}
		return w.Text("columns taken because their names are near the usual ones and their values fit: %s", strings.Join(taken, ", "))
	case result.WarnMissingField:
		missing := w.Text("no column holds a category")
		if x.Field == "requester" {
			missing = w.Text("no column holds a requester")
		}
		return missing + ": " + w.Loss(*x.Loss)
	default:
		return w.Count(x.Of, "%[2]s is empty in %[3]d of %[1]d row", "%[2]s is empty in %[3]d of %[1]d rows", x.Field, x.Count)
	}
}

// idsWarning says which ids cannot be trusted.
func (w Writer) idsWarning(x result.Warning) string {
	switch x.Code {
	case result.WarnNoIDs:
		return w.Count(x.Count,
			"%d row is without an id: it got one made of its contents (such as %s), so that overlapping exports still meet, but a ticket that changed counts twice",
			"%d rows are without an id: each got one made of its contents (such as %s), so that overlapping exports still meet, but a ticket that changed counts twice", sample(x, 0))
	case result.WarnRoundedIDs:
		return w.Count(x.Count, "%d id such as 2.02E+15 was rounded by a spreadsheet: rows with the same id are not merged",
			"%d ids such as 2.02E+15 were rounded by a spreadsheet: rows with the same id are not merged")
	default:
		return w.Count(x.Count, "%d id may stand twice, with and without leading zeros (such as %s and %s): a spreadsheet has dropped the zeros, and each counts as two tickets",
			"%d ids may stand twice, with and without leading zeros (such as %s and %s): a spreadsheet has dropped the zeros, and each counts as two tickets", sample(x, 0), sample(x, 1))
	}
}

// mergesNamed is how many merged departments a warning lists.
const mergesNamed = 8

// departmentWarning says what stands for departments, and which spellings were
// taken for one; "" for a code that it does not know.
func (w Writer) departmentWarning(x result.Warning) string {
	const remedy i18n.English = `give --people FILE.csv, or --map "department=COLUMN" if a column holds it`
	switch x.Code {
	case result.WarnLocationStandsIn:
		if x.Count == 0 {
			return w.Text("no ticket names a department, so the location is used instead: %s", remedy)
		}
		return w.Text("%d of %d tickets name a department, so the location is used instead: %s", x.Count, x.Of, remedy)
	case result.WarnCompanyStandsIn:
		if x.Count == 0 {
			return w.Text("no ticket names a department, so the company is used instead: %s", remedy)
		}
		return w.Text("%d of %d tickets name a department, so the company is used instead: %s", x.Count, x.Of, remedy)
	case result.WarnNoDepartment:
		return w.Text("no ticket names a department, so no pattern is tied to one: %s", remedy)
	case result.WarnMergedDepartments:
		var named []string
		for _, m := range x.Merged[:min(len(x.Merged), mergesNamed)] {
			named = append(named, w.Text("%q for %s", m.Name, Quoted(m.Others)))
		}
		if more := len(x.Merged) - mergesNamed; more > 0 {
			named = append(named, w.Text("and %d more", more))
		}
		return w.Text("departments written in several ways count as one, in %s: %s", w.Tickets(x.Count), strings.Join(named, "; "))
	}
	return ""
}

// sample returns a value that a warning quotes; "" if it has none.
func sample(x result.Warning, i int) string {
	if i < len(x.Samples) {
		return x.Samples[i]
	}
	return ""
}

// WarningFix writes what would mend what a warning is about, in one line; "" if
// nothing can be set.
func (w Writer) WarningFix(x result.Warning) string {
	switch x.Code {
	case result.WarnPeopleList, result.WarnChangesList:
		return w.Text("if it holds tickets: name the file itself")
	case result.WarnLeftOut:
		return w.Text("if it holds tickets: name the file itself, and see what inspect says of it")
	case result.WarnTwoDesks:
		return w.Text("if they are two: give each its own folder and its own run")
	case result.WarnForeignBytes:
		return w.Text("if names or umlauts look wrong: in config.yaml under reading, encoding: windows-1250, or the code page of the export")
	case result.WarnWideHeader:
		return w.Text("compare the first rows with the header, and mend the header or export again")
	case result.WarnNoRows:
		return w.Text("look whether the filter of the export leaves anything")
	case result.WarnRoundCount:
		return w.Text("export without a limit, or by month in several files, which are read together")
	case result.WarnDateOrder:
		return w.orderFix(x)
	case result.WarnDayNumbers:
		return w.Text("if the dates are four years early: export again and do not save the file with a spreadsheet")
	case result.WarnZone:
		return w.Text("if the times are not in UTC: --timezone Europe/Berlin, or your own; or in config.yaml under reading, timezone: Europe/Berlin")
	case result.WarnLikelyColumns:
		return w.Text("if one is wrong: --map %s=COLUMN; or in config.yaml under reading, columns", x.Field)
	case result.WarnNoIDs:
		return w.Text("if a column holds the number of each ticket: %s", w.mapping("id", "COLUMN"))
	case result.WarnMixedDayNumbers, result.WarnRoundedIDs, result.WarnLostZeros:
		return w.Text(exportAgain)
	case result.WarnThinHistory:
		return w.Text("export again by the opened date, at least 26 weeks, open tickets included")
	}
	return ""
}

// orderFix says how to have dates read in another order.
func (w Writer) orderFix(x result.Warning) string {
	other := map[result.DateOrder]string{result.DayFirst: "mdy", result.MonthFirst: "dmy", result.YearFirst: "dmy"}[x.Dates.Order]
	if other == "" {
		return ""
	}
	return w.Text("if %[1]q is not %[2]s: --date-order %[3]s; or in config.yaml under reading, date_order: %[3]s", x.Column, orders[x.Dates.Order], other)
}

// MapFix says how to name a column for a field, where when holds.
func (w Writer) MapFix(when, field, column string) string {
	return "if " + when + ": " + w.mapping(field, column)
}

// mapping says how to name a column for a field.
func (w Writer) mapping(field, column string) string {
	return w.Text("%s; or in config.yaml under reading, %s", "--map "+shellQuoted(field+"="+column), fmt.Sprintf("columns: [{field: %s, column: %q}]", field, column))
}

// shellQuoted quotes an option's value for a shell: column names are foreign
// text, and a line that is made to be copied must not run any of it.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
