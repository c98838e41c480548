package main

import (
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/ingest"
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
			check.Value += l.Text("; it is read from %s", quoted(headers))
		}
		return check
	}
	headers := quoted(r.headersOf("department"))
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

// mergesNamed is how many merged departments a warning lists.
const mergesNamed = 8

// departmentWarnings says what stands for departments, and which spellings
// were taken for one.
func (r *reading) departmentWarnings(l *say.Language) []string {
	const remedy say.English = `give --people FILE.csv, or --map "department=COLUMN" if a column holds it`
	var warnings []string
	switch named := r.from.Named + r.from.People; {
	case r.from.StandIn == ingest.FromLocation:
		warnings = append(warnings, l.Text("only %d of %d tickets name a department, so the location stands for it: %s", named, len(r.batch.Tickets), remedy))
	case r.from.StandIn != "":
		warnings = append(warnings, l.Text("only %d of %d tickets name a department, so the company stands for it: %s", named, len(r.batch.Tickets), remedy))
	case named == 0:
		warnings = append(warnings, l.Text("no ticket names a department, so no pattern is tied to one: %s", remedy))
	}
	if len(r.merged) == 0 {
		return warnings
	}
	var named []string
	tickets := 0
	for i, m := range r.merged {
		if tickets += m.Tickets; i < mergesNamed {
			named = append(named, l.Text("%q for %s", m.Name, quoted(m.Spellings)))
		}
	}
	if more := len(r.merged) - mergesNamed; more > 0 {
		named = append(named, l.Text("and %d more", more))
	}
	return append(warnings, l.Text("departments written in several ways count as one, in %s: %s", l.Tickets(tickets), strings.Join(named, "; ")))
}
