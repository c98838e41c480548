package main

import (
	"slices"

	"ticketpatterns/analyzer/result"
)

// departmentCheck says what the departments of the report are.
func (r *reading) departmentCheck() result.Check {
	code, field := result.CheckDepartments, "department"
	switch {
	case r.From.StandIn != "":
		code, field = result.CheckStandIn, r.From.StandIn
	case r.From.Named+r.From.People == 0:
		code = result.CheckNoDepartments
	}
	return result.Check{Code: code, Weight: code.Cost(), Departments: &result.Departments{
		StandIn: r.From.StandIn, Stood: r.From.Stood, Named: r.From.Named + r.From.People, Of: len(r.batch.Tickets),
		Export: r.From.Named > 0, People: r.From.People > 0, Headers: r.headersOf(field), Spelled: len(r.Merged),
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
