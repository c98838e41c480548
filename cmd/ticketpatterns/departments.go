package main

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

// departmentCheck says what the departments of the report are.
func (r *reading) departmentCheck() result.Check {
	check := result.Check{Check: "departments"}
	if in := r.from.StandIn; in != "" {
		check.Value = fmt.Sprintf("the %s of %s stands for the department, which %s", in, words.Tickets(r.from.Stood), unnamed(r.from)) +
			prefixed("; it is read from ", quoted(r.headersOf(in)))
		check.Effect = "where the report says department, read " + in
		if in == ingest.FromLocation {
			check.Effect += "; it does not count as a location once more"
		}
		return check
	}
	headers := r.headersOf("department")
	var from []string
	if r.from.Named > 0 {
		from = append(from, "the export ("+quoted(headers)+")")
	}
	if r.from.People > 0 {
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

// unnamed says how few tickets name a department.
func unnamed(from ingest.DepartmentSources) string {
	if from.Named+from.People == 0 {
		return "no ticket names"
	}
	return "hardly a ticket names"
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
	switch in := r.from.StandIn; {
	case in != "":
		warnings = append(warnings, fmt.Sprintf("%s a department, so its %s stands for it%s", unnamed(r.from), in, remedy))
	case r.from.Named == 0 && r.from.People == 0:
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
