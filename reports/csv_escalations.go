package reports

import (
	"io"
	"ticketpatterns/analyzer/text"

	"ticketpatterns/reports/words"
)

// escalationColumns hold the whole record of an escalation, one column for each
// part, for spreadsheets and custom imports. ServiceNow and Jira have files of
// their own.
var escalationColumns = []column[escalation]{
	{"correlation_id", func(e escalation) string { return cell(e.ID) }},
	{"short_description", func(e escalation) string { return text.Shorten(cell(e.w.Name(e.Pattern, 160-2)), 160) }},
	{"description", func(e escalation) string { return cell(e.record()) }},
	{"assignment_group", func(e escalation) string { return cell(e.Owner.Team) }},
	{"category", func(e escalation) string { return cell(e.Category) }},
	{"subcategory", func(e escalation) string { return cell(e.Subcategory) }},
	{"service", func(e escalation) string { return cell(e.Service) }},
	{"configuration_item", func(e escalation) string { return cell(e.ConfigurationItem) }},
	{"location", func(e escalation) string { return cell(e.Location) }},
	{"department", func(e escalation) string { return cell(e.Department) }},
	{"opened", func(e escalation) string { return cell(string(e.FirstTicket)) }},
	{"last_seen", func(e escalation) string { return cell(string(e.LastTicket)) }},
	{"due_date", func(e escalation) string { return cell(string(e.Due)) }},
	{"impact", func(e escalation) string { return e.w.Impact(e.Impact) }},
	{"people", func(e escalation) string { return whole(e.Requesters) }},
	{"tickets", func(e escalation) string { return whole(len(e.Tickets)) }},
	{"expected", func(e escalation) string { return shortFloat(e.Expected) }},
	{"open", func(e escalation) string { return whole(e.Impact.Open) }},
	{"person_hours", func(e escalation) string { return shortFloat(e.Impact.PersonHours) }},
	{"kind", func(e escalation) string { return cell(string(e.Kind)) }},
	{"status", func(e escalation) string { return cell(string(e.Status)) }},
	{"owner_contact", func(e escalation) string { return cell(e.Owner.Contact) }},
	{"owner_reason", func(e escalation) string { return cell(e.w.OwnerReason(e.Owner)) }},
	{"owner_alternative", func(e escalation) string { return cell(e.Owner.Alternative) }},
	{"no_owner", func(e escalation) string { return yes(e.Owner.Gap) }},
	{"cause_notes", func(e escalation) string { return cell(e.w.CauseNotes(e.Pattern)) }},
	{"workaround", func(e escalation) string { return joined(e.w.WorkaroundLines(e.Pattern)) }},
	{"criteria", func(e escalation) string { return joined(e.w.CriteriaLines(e.Pattern)) }},
	{"evidence", func(e escalation) string { return joined(e.w.EvidenceLines(e.Pattern)) }},
	{"ask", func(e escalation) string { return cell(e.w.Ask(e.Pattern)) }},
	{"issue_id", func(e escalation) string { return cell(e.IssueID) }},
	{"ticket_ids", func(e escalation) string { return joined(e.Tickets) }},
	{"new", func(e escalation) string { return yes(e.Standing.Alarm) }},
	{"standing", func(e escalation) string { return cell(e.w.StandingReason(e.Pattern)) }},
	{"person_hours_low", func(e escalation) string { return shortFloat(e.Impact.PersonHoursLow) }},
	{"person_hours_how", func(e escalation) string { return cell(e.w.HoursHow(e.Impact)) }},
	{"reassignments", func(e escalation) string { return maybeWhole(e.Impact.Reassignments) }},
	{"reopens", func(e escalation) string { return maybeWhole(e.Impact.Reopens) }},
	{"sla_breaches", func(e escalation) string { return maybeWhole(e.Impact.Breaches) }},
	{"priorities", func(e escalation) string { return cell(e.w.Counts(e.Impact.Priorities)) }},
	{"last_weeks", func(e escalation) string { return cell(e.w.LastWeeks(e.Pattern)) }},
	{"owner_confidence", func(e escalation) string { return float(e.Owner.Confidence) }},
	{"owner_mandate", func(e escalation) string { return cell(e.w.Mandate(e.Owner)) }},
	{"tried", func(e escalation) string {
		return joined(append(e.w.HandledLines(e.Pattern), e.w.NoteLines(e.Pattern)...))
	}},
	{"passed_on", func(e escalation) string { return joined(e.w.PathLines(e.Pattern)) }},
	{"does_not_fit", func(e escalation) string { return joined(e.w.Misfits(e.Pattern)) }},
	{"history", func(e escalation) string { return joined(e.w.HistoryLines(e.Pattern)) }},
}

func writeEscalations(w io.Writer, d Document) error {
	return writeEscalated(w, escalationColumns, d)
}

// writeEscalated writes a row for each pattern that is escalated.
func writeEscalated(w io.Writer, columns []column[escalation], d Document) error {
	in, err := words.For(d.Analysis)
	if err != nil {
		return err
	}
	var rows []escalation
	for i := range d.Analysis.Patterns {
		if p := &d.Analysis.Patterns[i]; p.Escalate {
			rows = append(rows, escalation{p, in})
		}
	}
	return writeTable(w, columns, rows)
}
