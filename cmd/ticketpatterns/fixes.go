package main

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/ingest"
)

// candidatesNamed is how many unused columns are offered for missing fields.
const candidatesNamed = 4

// fixes says for everything that is missing or was taken without proof in a
// file what changes it: each thing once.
func fixes(f *ingest.File) []string {
	var all []string
	add := func(fix string) {
		if fix != "" && !slices.Contains(all, fix) {
			all = append(all, fix)
		}
	}
	for _, fix := range missingFixes(f) {
		add(fix)
	}
	if departmentsLack(f) {
		add("departments: --people FILE.csv, a list of requesters with their departments; or in config.yaml under inputs, people: [FILE.csv]")
	}
	for _, w := range slices.Concat(f.Warnings, f.Hints) {
		add(english.WarningFix(w))
	}
	return all
}

// missingFixes says how to name the columns of fields that no column holds.
func missingFixes(f *ingest.File) []string {
	var fields, all []string
	offered := map[string]bool{}
	for _, c := range f.Candidates[:min(len(f.Candidates), candidatesNamed)] {
		offered[c.Field] = true
		all = append(all, english.MapFix(fmt.Sprintf("%q holds the %s", text.Shorten(c.Column, 40), fieldInWords(c.Field)), c.Field, c.Column))
	}
	for _, gap := range f.Missing {
		if !offered[gap.Field] {
			fields = append(fields, gap.Field)
		}
	}
	switch {
	case len(fields) == 0 || len(all) > 0:
	case len(f.Unused) == 0:
		all = append(all, fmt.Sprintf("every column is used: export again with columns for %s", strings.Join(fields, ", ")))
	default:
		what := "the " + fieldInWords(fields[0])
		if len(fields) > 1 {
			what = "one of " + strings.Join(fields, ", ")
		}
		all = append(all, fmt.Sprintf("if a column that is not used holds %s, name it: --map %s=COLUMN", what, fields[0]))
	}
	return all
}

// fieldInWords names a field behind "the".
func fieldInWords(field string) string {
	switch field {
	case "opened", "resolved", "closed":
		return field + " time"
	case "updated":
		return "time of the last change"
	case "reassignments", "reopens":
		return "number of " + field
	}
	return strings.ReplaceAll(field, "_", " ")
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
