package reports

import (
	"io"

	"ticketpatterns/analyzer/result"
)

// patternColumns are the scalar fields of a pattern by the names that they
// have in patterns.json; lists are given as their length.
var patternColumns = []column[*result.Pattern]{
	{"id", func(p *result.Pattern) string { return text(p.ID) }},
	{"issue_id", func(p *result.Pattern) string { return text(p.IssueID) }},
	{"rank", func(p *result.Pattern) string { return whole(p.Rank) }},
	{"label", func(p *result.Pattern) string { return text(p.Label) }},
	{"statement", func(p *result.Pattern) string { return text(p.Statement) }},
	{"kind", func(p *result.Pattern) string { return text(string(p.Kind)) }},
	{"status", func(p *result.Pattern) string { return text(string(p.Status)) }},
	{"department", func(p *result.Pattern) string { return text(p.Department) }},
	{"category", func(p *result.Pattern) string { return text(p.Category) }},
	{"subcategory", func(p *result.Pattern) string { return text(p.Subcategory) }},
	{"location", func(p *result.Pattern) string { return text(p.Location) }},
	{"service", func(p *result.Pattern) string { return text(p.Service) }},
	{"configuration_item", func(p *result.Pattern) string { return text(p.ConfigurationItem) }},
	{"assignment_group", func(p *result.Pattern) string { return text(p.AssignmentGroup) }},
	{"window_from", func(p *result.Pattern) string { return text(string(p.Window.From)) }},
	{"window_to", func(p *result.Pattern) string { return text(string(p.Window.To)) }},
	{"window_days", func(p *result.Pattern) string { return whole(p.WindowDays) }},
	{"tickets", func(p *result.Pattern) string { return whole(len(p.Tickets)) }},
	{"requesters", func(p *result.Pattern) string { return whole(p.Requesters) }},
	{"first_ticket", func(p *result.Pattern) string { return text(string(p.FirstTicket)) }},
	{"last_ticket", func(p *result.Pattern) string { return text(string(p.LastTicket)) }},
	{"expected", func(p *result.Pattern) string { return maybeFloat(p.Expected) }},
	{"p_value", func(p *result.Pattern) string { return maybeFloat(p.PValue) }},
	{"q_value", func(p *result.Pattern) string { return maybeFloat(p.QValue) }},
	{"p_here", func(p *result.Pattern) string { return maybeFloat(p.PHere) }},
	{"p_past", func(p *result.Pattern) string { return maybeFloat(p.PPast) }},
	{"impact_people", func(p *result.Pattern) string { return whole(p.Impact.People) }},
	{"impact_open", func(p *result.Pattern) string { return whole(p.Impact.Open) }},
	{"impact_hours_to_resolve_median", func(p *result.Pattern) string { return maybeFloat(p.Impact.HoursMedian) }},
	{"impact_reassignments", func(p *result.Pattern) string { return maybeWhole(p.Impact.Reassignments) }},
	{"impact_reopens", func(p *result.Pattern) string { return maybeWhole(p.Impact.Reopens) }},
	{"impact_person_hours", func(p *result.Pattern) string { return maybeFloat(p.Impact.PersonHours) }},
	{"owner_team", func(p *result.Pattern) string { return text(p.Owner.Team) }},
	{"owner_contact", func(p *result.Pattern) string { return text(p.Owner.Contact) }},
	{"owner_function", func(p *result.Pattern) string { return text(p.Owner.Function) }},
	{"owner_reason", func(p *result.Pattern) string { return text(p.Owner.Reason) }},
	{"owner_confidence", func(p *result.Pattern) string { return float(p.Owner.Confidence) }},
	{"owner_alternative", func(p *result.Pattern) string { return text(p.Owner.Alternative) }},
	{"owner_gap", func(p *result.Pattern) string { return yes(p.Owner.Gap) }},
	{"cause_kind", func(p *result.Pattern) string { return text(string(p.Cause.Kind)) }},
	{"cause_confidence", func(p *result.Pattern) string { return float(p.Cause.Confidence) }},
	{"cause_check", func(p *result.Pattern) string { return text(p.Cause.Check) }},
	{"criteria", func(p *result.Pattern) string { return joined(criteriaNames(p)) }},
	{"escalate", func(p *result.Pattern) string { return yes(p.Escalate) }},
	{"ask", func(p *result.Pattern) string { return text(p.Ask) }},
	{"due", func(p *result.Pattern) string { return text(string(p.Due)) }},
	{"since", func(p *result.Pattern) string { return text(string(p.Standing.Since)) }},
	{"first_reported", func(p *result.Pattern) string { return text(string(p.Standing.FirstReported)) }},
	{"asked", func(p *result.Pattern) string { return text(string(p.Standing.Asked)) }},
	{"alarm", func(p *result.Pattern) string { return yes(p.Standing.Alarm) }},
	{"standing", func(p *result.Pattern) string { return text(p.Standing.Reason) }},
}

func writePatterns(w io.Writer, d Document) error {
	rows := make([]*result.Pattern, len(d.Analysis.Patterns))
	for i := range rows {
		rows[i] = &d.Analysis.Patterns[i]
	}
	return writeTable(w, patternColumns, rows)
}

func criteriaNames(p *result.Pattern) []string {
	names := make([]string, len(p.Criteria))
	for i, c := range p.Criteria {
		names[i] = c.Name
	}
	return names
}
