package reports

import (
	"fmt"
	"io"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

// escalationColumns name what an import of problem records asks for: the
// first ones as ServiceNow names them, the rest as evidence beside them.
// correlation_id is the pattern's id, so that importing again updates a
// record and does not make a second one.
var escalationColumns = []column[*result.Pattern]{
	{"correlation_id", func(p *result.Pattern) string { return text(p.ID) }},
	{"short_description", func(p *result.Pattern) string { return words.Short(text(p.Label), 160) }},
	{"description", description},
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
}

func writeEscalations(w io.Writer, d Document) error {
	var rows []*result.Pattern
	for i := range d.Analysis.Patterns {
		if d.Analysis.Patterns[i].Escalate {
			rows = append(rows, &d.Analysis.Patterns[i])
		}
	}
	return writeTable(w, escalationColumns, rows)
}

// description is what a problem record says in its main text: plain lines, as
// such records show no markup.
func description(p *result.Pattern) string {
	lines := []string{p.Statement, "", words.SeenExpected(p) + ", " + words.Requesters(p) + ", " + words.Span(p.Window) + ". " + words.Capital(words.Impact(p.Impact)) + "."}
	if p.Ask != "" {
		lines = append(lines, "", "Asked: "+strings.TrimSpace(p.Ask+" "+words.AnswerBy(p)))
	}
	quotes := words.Quotable(p)
	if len(quotes) > 0 {
		lines = append(lines, "", "In people's own words:")
	}
	for _, e := range quotes {
		lines = append(lines, words.OneLine(e.ID+": "+e.Subject+" "+e.Description))
	}
	return text(strings.Join(lines, "\n"))
}

func causeNotes(p *result.Pattern) string {
	notes := "Hypothesis: " + words.Cause(p.Cause.Kind) + "."
	if p.Cause.Check != "" {
		notes += " To confirm or refute it: " + p.Cause.Check
	}
	return text(notes)
}

func workarounds(p *result.Pattern) []string {
	out := make([]string, len(p.Workaround))
	for i, w := range p.Workaround {
		out[i] = fmt.Sprintf("%s (%s)", w.Text, words.Tickets(w.Count))
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
	return append(out, p.Misfits...)
}
