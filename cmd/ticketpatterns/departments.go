package main

import (
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/ingest"
	"ticketpatterns/reports/words"
)

// What it costs, as Check.Weight has it, that departments are not known, or only
// by something that is near to them.
const (
	costNoDepartment = 0.5
	costStandIn      = 0.1
)

// departmentCheck says what the departments of the report are.
func (r *reading) departmentCheck(l *say.Language) result.Check {
	check := result.Check{Check: l.Text("departments")}
	if in := r.from.StandIn; in != "" {
		check.Value, check.Effect = r.standIn(l)
		check.Weight = costStandIn
		if headers := r.headersOf(in); len(headers) > 0 {
			check.Value += l.Text("; it is read from %s", words.Quoted(headers))
		}
		return check
	}
	headers := words.Quoted(r.headersOf("department"))
	switch export, people := r.from.Named > 0, r.from.People > 0; {
	case export && people:
		check.Value = l.Text("from the export (%s), else the list of people", headers)
	case export:
		check.Value = l.Text("from the export (%s)", headers)
	case people:
		check.Value = l.Text("from the list of people")
	default:
		check.Value, check.Effect, check.Weight = l.Text("none known"), l.Text("no pattern is tied to a department"), costNoDepartment
	}
	if len(r.merged) > 0 {
		check.Value += "; " + l.Count(len(r.merged), "%d department was written in several ways", "%d departments were written in several ways")
	}
	return check
}

// standIn says what stands for the department where hardly a ticket has one.
func (r *reading) standIn(l *say.Language) (value, effect string) {
	stood, named, all := l.Tickets(r.from.Stood), r.from.Named+r.from.People, len(r.batch.Tickets)
	if r.from.StandIn == ingest.FromLocation {
		return l.Text("the location of %s stands for the department, which %d of %d name", stood, named, all),
			l.Text("where the report says department, read location; it does not count as a location once more")
	}
	return l.Text("the company of %s stands for the department, which %d of %d name", stood, named, all), l.Text("where the report says department, read company")
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
