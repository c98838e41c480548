package main

import (
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/ingest"
)

// departmentCheck says what the departments of the report are.
func (r *reading) departmentCheck() result.Check {
	code, field := result.CheckDepartments, "department"
	switch {
	case r.from.StandIn != "":
		code, field = result.CheckStandIn, r.from.StandIn
	case r.from.Named+r.from.People == 0:
		code = result.CheckNoDepartments
	}
	return result.Check{Code: code, Weight: code.Cost(), Departments: &result.Departments{
		StandIn: r.from.StandIn, Stood: r.from.Stood, Named: r.from.Named + r.from.People, Of: len(r.batch.Tickets),
		Export: r.from.Named > 0, People: r.from.People > 0, Headers: r.headersOf(field), Spelled: len(r.merged),
	}}
}

// headersOf lists the columns of all files that a field was read from.
func (r *reading) headersOf(field string) []string {
	headers := []string{}
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

// departmentWarnings says what stands for departments, and which spellings
// were taken for one.
func (r *reading) departmentWarnings() []result.Warning {
	var warnings []result.Warning
	switch named := r.from.Named + r.from.People; {
	case r.from.StandIn == ingest.FromLocation:
		warnings = append(warnings, result.Warning{Code: result.WarnLocationStandsIn, Field: "department", Count: named, Of: len(r.batch.Tickets)})
	case r.from.StandIn != "":
		warnings = append(warnings, result.Warning{Code: result.WarnCompanyStandsIn, Field: "department", Count: named, Of: len(r.batch.Tickets)})
	case named == 0:
		warnings = append(warnings, result.Warning{Code: result.WarnNoDepartment, Field: "department"})
	}
	if len(r.merged) == 0 {
		return warnings
	}
	merged := result.Warning{Code: result.WarnMergedDepartments, Field: "department"}
	for _, m := range r.merged {
		merged.Count += m.Tickets
		merged.Merged = append(merged.Merged, result.Spelling{Name: m.Name, Others: m.Spellings, Tickets: m.Tickets})
	}
	return append(warnings, merged)
}
