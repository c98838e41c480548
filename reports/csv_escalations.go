package reports

import (
	"fmt"
	"io"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// escalationColumns hold the whole record of an escalation, one part a column,
// for spreadsheets and imports of one's own. What ServiceNow and Jira take as it
// is stands in files of their own.
var escalationColumns = []column[*result.Pattern]{
	{"correlation_id", func(p *result.Pattern) string { return text(p.ID) }},
	{"short_description", func(p *result.Pattern) string { return words.Short(text(p.Label), 160) }},
	{"description", func(p *result.Pattern) string { return text(record(p)) }},
	{"assignment_group", func(p *result.Pattern) string { return text(p.Owner.Team) }},
	{"category", func(p *result.Pattern) string { return text(p.Category) }},
	{"subcategory", func(p *result.Pattern) string { return text(p.Subcategory) }},
	{"service", func(p *result.Pattern) string { return text(p.Service) }},
	{"configuration_item", func(p *result.Pattern) string { return text(p.ConfigurationItem) }},
	{"location", func(p *result.Pattern) string { return text(p.Location) }},
	{"department", func(p *result.Pattern) string { return text(p.Department) }},
	{"opened", func(p *result.Pattern) string { return text(string(p.FirstTicket)) }},
	{"last_seen", func(p *result.Pattern) string { return text(string(p.LastTicket)) }},
	{"due_date", func(p *result.Pattern) string { return text(string(p.Due)) }},
	{"impact", func(p *result.Pattern) string { return words.Impact(p.Impact) }},
	{"people", func(p *result.Pattern) string { return whole(p.Requesters) }},
	{"tickets", func(p *result.Pattern) string { return whole(len(p.Tickets)) }},
	{"expected", func(p *result.Pattern) string { return shortFloat(p.Expected) }},
	{"open", func(p *result.Pattern) string { return whole(p.Impact.Open) }},
	{"person_hours", func(p *result.Pattern) string { return shortFloat(p.Impact.PersonHours) }},
	{"kind", func(p *result.Pattern) string { return text(string(p.Kind)) }},
	{"status", func(p *result.Pattern) string { return text(string(p.Status)) }},
	{"owner_contact", func(p *result.Pattern) string { return text(p.Owner.Contact) }},
	{"owner_reason", func(p *result.Pattern) string { return text(p.Owner.Reason) }},
	{"owner_alternative", func(p *result.Pattern) string { return text(p.Owner.Alternative) }},
	{"no_owner", func(p *result.Pattern) string { return yes(p.Owner.Gap) }},
	{"cause_notes", causeNotes},
	{"workaround", func(p *result.Pattern) string { return joined(workarounds(p)) }},
	{"criteria", func(p *result.Pattern) string { return joined(criteriaTexts(p)) }},
	{"evidence", func(p *result.Pattern) string { return joined(evidence(p)) }},
	{"ask", func(p *result.Pattern) string { return text(p.Ask) }},
	{"issue_id", func(p *result.Pattern) string { return text(p.IssueID) }},
	{"ticket_ids", func(p *result.Pattern) string { return joined(p.Tickets) }},
	{"new", func(p *result.Pattern) string { return yes(p.Standing.Alarm) }},
	{"standing", func(p *result.Pattern) string { return text(p.Standing.Reason) }},
	{"person_hours_how", func(p *result.Pattern) string { return text(words.HoursHow(p.Impact)) }},
	{"reassignments", func(p *result.Pattern) string { return maybeWhole(p.Impact.Reassignments) }},
	{"reopens", func(p *result.Pattern) string { return maybeWhole(p.Impact.Reopens) }},
	{"sla_breaches", func(p *result.Pattern) string { return maybeWhole(p.Impact.Breaches) }},
	{"priorities", func(p *result.Pattern) string { return text(words.Counts(p.Impact.Priorities)) }},
	{"last_weeks", func(p *result.Pattern) string { return text(words.LastWeeks(p)) }},
	{"owner_confidence", func(p *result.Pattern) string { return float(p.Owner.Confidence) }},
	{"owner_mandate", func(p *result.Pattern) string { return text(words.Mandate(p.Owner)) }},
	{"tried", func(p *result.Pattern) string { return joined(append(done(p), once(p)...)) }},
	{"passed_on", func(p *result.Pattern) string { return joined(ways(p)) }},
	{"does_not_fit", func(p *result.Pattern) string { return joined(misfits(p)) }},
	{"history", func(p *result.Pattern) string { return joined(history(p)) }},
}

func writeEscalations(w io.Writer, d Document) error {
	return writeTable(w, escalationColumns, asked(d.Analysis))
}

func causeNotes(p *result.Pattern) string {
	notes := "Hypothesis: " + words.Hypothesis(p.Cause)
	if p.Cause.Check != "" {
		notes += " To confirm or refute it: " + p.Cause.Check
	}
	return text(notes)
}

func workarounds(p *result.Pattern) []string {
	out := make([]string, len(p.Workaround))
	for i, w := range p.Workaround {
		out[i] = fmt.Sprintf("%s (%s)", w.Text, words.Used(w, p))
	}
	return out
}

// done says how much the help desk finished, and where it is known already.
func done(p *result.Pattern) []string {
	out := []string{words.Finished(p)}
	if linked := words.Linked(p.Tried); linked != "" {
		out = append(out, linked)
	}
	return out
}

// once lists the notes of what was tried in one ticket only.
func once(p *result.Pattern) []string {
	out := make([]string, len(p.Tried.Notes))
	for i, n := range p.Tried.Notes {
		out[i] = "once, in " + n.Ticket + ": " + n.Text
	}
	return out
}

func ways(p *result.Pattern) []string {
	out := make([]string, len(p.Paths))
	for i, way := range p.Paths {
		out[i] = fmt.Sprintf("%s (%s)", words.Way(way), words.Tickets(len(way.Tickets)))
	}
	return out
}

func misfits(p *result.Pattern) []string {
	if len(p.Misfits) == 0 {
		return []string{string(words.NoMisfit)}
	}
	return p.Misfits
}

// history lists since when it stands as it does and what happened on which day.
func history(p *result.Pattern) []string {
	var out []string
	for _, line := range []string{words.Stands(p), p.Standing.Reason} {
		if line != "" {
			out = append(out, line)
		}
	}
	for _, e := range p.History {
		out = append(out, words.Date(e.Day)+": "+e.What)
	}
	return out
}

// criteriaTexts quotes each criterion with the values that decided it.
func criteriaTexts(p *result.Pattern) []string {
	out := make([]string, len(p.Criteria))
	for i, c := range p.Criteria {
		out[i] = c.Text
		if len(c.Values) > 0 {
			out[i] += " (" + words.Values(c) + ")"
		}
	}
	return out
}

func evidence(p *result.Pattern) []string {
	out := []string{words.SeenExpected(p) + ", " + words.Requesters(p)}
	for _, e := range append(append([]result.Evidence(nil), p.Owner.Evidence...), p.Cause.Evidence...) {
		out = append(out, fmt.Sprintf("%s (%d)", e.What, e.Count))
	}
	return out
}
