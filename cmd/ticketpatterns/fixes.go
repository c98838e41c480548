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
// file what changes it: each thing once.
func fixes(f *ingest.File) []string {
	var all []string
	add := func(fix string) {
		if fix != "" && !slices.Contains(all, fix) {
			all = append(all, fix)
		}
	}
	add(missingFix(f))
	if departmentsLack(f) {
		add("departments: --people FILE.csv, a list of requesters with their departments; or in config.yaml under inputs, people: [FILE.csv]")
	}
	for _, w := range slices.Concat(f.Warnings, f.Hints) {
		if !w.Fix.IsZero() {
			add(w.Fix.String())
		}
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
	return ingest.MapFix(fmt.Sprintf("a column that is not used (%s) holds one of %s", quoted(shown), strings.Join(fields, ", ")), fields[0], f.Unused[0]).String()
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
