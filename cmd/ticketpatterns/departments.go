package main

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// departmentCheck says what the departments of the report are.
func (r *reading) departmentCheck() result.Check {
	check := result.Check{Check: "departments"}
	if r.standIn {
		check.Value = "the location of each ticket stands for its department" + prefixed("; it is read from ", quoted(r.headersOf("location")))
		check.Effect = "where the report says department, read location"
		return check
	}
	headers := r.headersOf("department")
	var from []string
	if len(headers) > 0 {
		from = append(from, "the export ("+quoted(headers)+")")
	}
	if r.filled > 0 {
		from = append(from, "the list of people")
	}
	if check.Value = "from " + strings.Join(from, ", else "); len(from) == 0 {
		check.Value, check.Effect = "none known", "no pattern is tied to a department"
	}
	if len(r.merged) > 0 {
		check.Value += "; " + words.Count(len(r.merged), "department was", "departments were") + " written in several ways"
	}
	return check
}

// headersOf lists the columns of all files that a field was read from.
func (r *reading) headersOf(field string) []string {
	var headers []string
	for _, f := range r.batch.Files {
		for _, c := range f.Columns {
			for _, h := range c.Headers {
				if c.Field == field && c.Filled > 0 && !slices.Contains(headers, h) {
					headers = append(headers, h)
				}
			}
		}
	}
	return headers
}

// mergesNamed is how many merged departments a warning lists.
const mergesNamed = 8

// departmentWarnings says what stands for departments, and which spellings
// were taken for one.
func (r *reading) departmentWarnings() []string {
	const remedy = `: give --people FILE.csv, or --map "department=COLUMN" if a column holds it`
	var warnings []string
	switch {
	case r.standIn:
		warnings = append(warnings, "no ticket names a department, so its location stands for it"+remedy)
	case len(r.headersOf("department")) == 0 && r.filled == 0:
		warnings = append(warnings, "no ticket names a department, so no pattern is tied to one"+remedy)
	}
	if len(r.merged) == 0 {
		return warnings
	}
	var named []string
	tickets := 0
	for i, m := range r.merged {
		if tickets += m.Tickets; i < mergesNamed {
			named = append(named, fmt.Sprintf("%q for %s", m.Name, quoted(m.Spellings)))
		}
	}
	if more := len(r.merged) - mergesNamed; more > 0 {
		named = append(named, fmt.Sprintf("and %s more", words.Int(more)))
	}
	return append(warnings, fmt.Sprintf("departments written in several ways count as one, in %s: %s", words.Tickets(tickets), strings.Join(named, "; ")))
}
