package reports

import (
	"io"
	"strconv"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// patternColumns are the scalar fields of a pattern by the names that they
// have in patterns.json; lists are given as their length.
var patternColumns = []column[escalation]{
	{"id", func(p escalation) string { return cell(p.ID) }},
	{"issue_id", func(p escalation) string { return cell(p.IssueID) }},
	{"rank", func(p escalation) string { return whole(p.Rank) }},
	{"label", func(p escalation) string { return cell(p.Label) }},
	{"label_is_example", func(p escalation) string { return strconv.FormatBool(p.LabelIsExample) }},
	{"statement", func(p escalation) string { return cell(p.w.Statement(p.Pattern)) }},
	{"kind", func(p escalation) string { return cell(string(p.Kind)) }},
	{"status", func(p escalation) string { return cell(string(p.Status)) }},
	{"department", func(p escalation) string { return cell(p.Department) }},
	{"category", func(p escalation) string { return cell(p.Category) }},
	{"subcategory", func(p escalation) string { return cell(p.Subcategory) }},
	{"location", func(p escalation) string { return cell(p.Location) }},
	{"service", func(p escalation) string { return cell(p.Service) }},
	{"configuration_item", func(p escalation) string { return cell(p.ConfigurationItem) }},
	{"assignment_group", func(p escalation) string { return cell(p.AssignmentGroup) }},
	{"window_from", func(p escalation) string { return cell(string(p.Window.From)) }},
	{"window_to", func(p escalation) string { return cell(string(p.Window.To)) }},
	{"window_days", func(p escalation) string { return whole(p.WindowDays) }},
	{"tickets", func(p escalation) string { return whole(len(p.Tickets)) }},
	{"requesters", func(p escalation) string { return whole(p.Requesters) }},
	{"first_ticket", func(p escalation) string { return cell(string(p.FirstTicket)) }},
	{"last_ticket", func(p escalation) string { return cell(string(p.LastTicket)) }},
	{"expected", func(p escalation) string { return maybeFloat(p.Expected) }},
	{"p_value", func(p escalation) string { return maybeFloat(p.PValue) }},
	{"q_value", func(p escalation) string { return maybeFloat(p.QValue) }},
	{"p_here", func(p escalation) string { return maybeFloat(p.PHere) }},
	{"p_past", func(p escalation) string { return maybeFloat(p.PPast) }},
	{"impact_people", func(p escalation) string { return whole(p.Impact.People) }},
	{"impact_open", func(p escalation) string { return whole(p.Impact.Open) }},
	{"impact_hours_to_resolve_median", func(p escalation) string { return maybeFloat(p.Impact.HoursMedian) }},
	{"impact_reassignments", func(p escalation) string { return maybeWhole(p.Impact.Reassignments) }},
	{"impact_reopens", func(p escalation) string { return maybeWhole(p.Impact.Reopens) }},
	{"impact_person_hours", func(p escalation) string { return maybeFloat(p.Impact.PersonHours) }},
	{"impact_person_hours_low", func(p escalation) string { return maybeFloat(p.Impact.PersonHoursLow) }},
	{"owner_team", func(p escalation) string { return cell(p.Owner.Team) }},
	{"owner_contact", func(p escalation) string { return cell(p.Owner.Contact) }},
	{"owner_function", func(p escalation) string { return cell(p.Owner.Function) }},
	{"owner_reason", func(p escalation) string { return cell(p.w.OwnerReason(p.Owner)) }},
	{"owner_confidence", func(p escalation) string { return float(p.Owner.Confidence) }},
	{"owner_alternative", func(p escalation) string { return cell(p.Owner.Alternative) }},
	{"owner_gap", func(p escalation) string { return yes(p.Owner.Gap) }},
	{"cause_kind", func(p escalation) string { return cell(string(p.Cause.Kind)) }},
	{"cause_confidence", func(p escalation) string { return float(p.Cause.Confidence) }},
	{"cause_check", func(p escalation) string { return cell(p.w.CauseCheck(p.Cause)) }},
	{"criteria", func(p escalation) string { return joined(criteriaNames(p.Pattern)) }},
	{"escalate", func(p escalation) string { return yes(p.Escalate) }},
	{"ask", func(p escalation) string { return cell(p.w.Ask(p.Pattern)) }},
	{"due", func(p escalation) string { return cell(string(p.Due)) }},
	{"since", func(p escalation) string { return cell(string(p.Standing.Since)) }},
	{"first_reported", func(p escalation) string { return cell(string(p.Standing.FirstReported)) }},
	{"asked", func(p escalation) string { return cell(string(p.Standing.Asked)) }},
	{"alarm", func(p escalation) string { return yes(p.Standing.Alarm) }},
	{"standing", func(p escalation) string { return cell(p.w.StandingReason(p.Pattern)) }},
}

func writePatterns(w io.Writer, d Document) error {
	in, err := words.For(d.Analysis)
	if err != nil {
		return err
	}
	rows := make([]escalation, len(d.Analysis.Patterns))
	for i := range rows {
		rows[i] = escalation{&d.Analysis.Patterns[i], in}
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
