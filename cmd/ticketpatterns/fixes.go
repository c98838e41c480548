package main

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

// candidatesNamed is how many unused columns are offered for a missing field.
const candidatesNamed = 4

// fixes says for everything that is missing or was taken without proof in a
// file which option or line of the configuration changes it.
func fixes(f *ingest.File) []string {
	var all []string
	if fix := missingFix(f); fix != "" {
		all = append(all, fix)
	}
	if departmentsLack(f) {
		all = append(all, "departments: --people FILE.csv, a list of requesters with their departments; or in config.yaml under inputs, people: [FILE.csv]")
	}
	for _, d := range f.Dates {
		if d.Order != "" && (strings.Contains(d.Proof, "as configured") || strings.Contains(d.Proof, "dots between")) {
			all = append(all, fmt.Sprintf("if %q is not %s: --date-order %s; or in config.yaml under reading, date_order: %[3]s", d.Column, d.Order, otherOrder(d.Order)))
			break
		}
	}
	if i := slices.IndexFunc(f.Dates, func(d ingest.Dates) bool { return strings.Contains(d.Zone, "UTC taken") }); i >= 0 {
		all = append(all, "if the times are not in UTC: --timezone Europe/Berlin, or your own; or in config.yaml under reading, timezone: Europe/Berlin")
	}
	return all
}

// missingFix says how to name the columns of fields that no column holds.
func missingFix(f *ingest.File) string {
	var fields []string
	for _, gap := range f.Missing {
		fields = append(fields, gap.Field)
	}
	switch {
	case len(fields) == 0:
		return ""
	case len(f.Unused) == 0:
		return fmt.Sprintf("every column is used: export again with columns for %s", strings.Join(fields, ", "))
	}
	var shown []string
	for _, name := range f.Unused[:min(len(f.Unused), candidatesNamed)] {
		shown = append(shown, words.Short(name, 40))
	}
	example := fields[0] + "=" + f.Unused[0]
	return fmt.Sprintf("if a column that is not used (%s) holds one of %s: --map %s; or in config.yaml under reading, columns: [{field: %s, column: %q}]",
		quoted(shown), strings.Join(fields, ", "), shellQuoted(example), fields[0], f.Unused[0])
}

// departmentsLack reports whether half of the rows or more name no department.
func departmentsLack(f *ingest.File) bool {
	for _, c := range f.Columns {
		if c.Field == "department" {
			return 2*c.Filled < f.Rows
		}
	}
	return f.Rows > 0
}

func otherOrder(order string) string {
	if order == "month first" {
		return "dmy"
	}
	return "mdy"
}

// shellQuoted quotes an option's value for a shell: column names are foreign
// text, and a line that is made to be copied must not run any of it.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
