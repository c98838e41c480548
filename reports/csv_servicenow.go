package reports

import (
	"html"
	"io"
	"strings"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/reports/i18n"

	"ticketpatterns/analyzer/result"
)

const (
	shortDescriptionRunes = 160  // of task.short_description
	descriptionRunes      = 4000 // of task.description
	importName            = "ticketpatterns"
)

// serviceNowColumns are escalations for an import set whose target is the
// problem table. The names are those of the table's own fields (task and
// problem), so that "Auto map matching fields" maps all of them: ServiceNow
// documentation, "Mapping options" of import sets, "Important Task table fields"
// and "Problem form".
//
//   - correlation_id is the pattern's id, the same from week to week. Tick
//     Coalesce on it, and importing again updates a record instead of making one.
//   - assignment_group, business_service and cmdb_ci are references, matched by
//     their display names. Set their choice action to ignore: its default makes a
//     new group or service of a name that is not known.
//   - due_date is a date and time in the form in which the platform stores them,
//     yyyy-MM-dd HH:mm:ss, at noon, so that no time zone moves it to another day.
//   - priority is what the platform's own lookup gives for impact and urgency.
//   - workaround and cause_notes are HTML fields: foreign text in them is escaped.
var serviceNowColumns = []column[escalation]{
	{"correlation_id", func(e escalation) string { return cell(e.ID) }},
	{"correlation_display", func(escalation) string { return importName }},
	{"short_description", func(e escalation) string {
		return text.Shorten(cell(e.w.Name(e.Pattern, shortDescriptionRunes-2)), shortDescriptionRunes)
	}},
	{"description", func(e escalation) string { return e.cut(cell(e.record()), descriptionRunes) }},
	{"assignment_group", func(e escalation) string { return text.OneLine(cell(e.Owner.Team)) }},
	{"category", func(e escalation) string { return text.OneLine(cell(e.Category)) }},
	{"subcategory", func(e escalation) string { return text.OneLine(cell(e.Subcategory)) }},
	{"impact", func(e escalation) string { return whole(impact(e.Pattern)) }},
	{"urgency", func(e escalation) string { return whole(urgency(e.Pattern)) }},
	{"priority", func(e escalation) string { return whole(priority(e.Pattern)) }},
	{"business_service", func(e escalation) string { return text.OneLine(cell(e.Service)) }},
	{"cmdb_ci", func(e escalation) string { return text.OneLine(cell(e.ConfigurationItem)) }},
	{"due_date", func(e escalation) string {
		if e.Due == "" {
			return ""
		}
		return string(e.Due) + " 12:00:00"
	}},
	{"workaround", func(e escalation) string { return html.EscapeString(joined(e.w.WorkaroundLines(e.Pattern))) }},
	{"cause_notes", func(e escalation) string { return html.EscapeString(joined(e.w.CauseLines(e.Pattern))) }},
}

func writeServiceNow(w io.Writer, d Document) error { return writeEscalated(w, serviceNowColumns, d) }

// highImpact and mediumImpact are the numbers of people from which the impact of a
// pattern is high or medium; eight is the threshold of the first built-in
// criterion. The result is a proposal: whoever takes the problem decides.
const (
	highImpact   = 25
	mediumImpact = 8
)

// impact is 1 (high) to 3 (low), by the number of people held up, or of tickets
// if the export names no requesters.
func impact(p *result.Pattern) int {
	n := p.Requesters
	if n == 0 {
		n = len(p.Tickets)
	}
	switch {
	case n >= highImpact:
		return 1
	case n >= mediumImpact:
		return 2
	}
	return 3
}

// urgency is 1 (high) for a pattern that grows, came back or looks like an attack,
// 3 (low) for a chronic one, else 2.
func urgency(p *result.Pattern) int {
	switch {
	case p.Status == result.StatusGrowing, p.Status == result.StatusBack, p.Cause.Kind == result.CauseSecurity:
		return 1
	case p.Kind == result.Chronic:
		return 3
	}
	return 2
}

// priority is 1 (critical) to 5 (planning), from the impact and urgency matrix
// that ServiceNow ships with.
func priority(p *result.Pattern) int { return impact(p) + urgency(p) - 1 }

const cutMark i18n.English = "[cut here: the whole record is in the report]"

// cut shortens a text of several lines to at most max characters, at the end of a
// line if that keeps more than half.
func (e escalation) cut(s string, max int) string {
	runes := []rune(s)
	if len(runes) <= max {
		return s
	}
	mark := "\n" + e.w.Text(cutMark)
	kept := string(runes[:max-len([]rune(mark))])
	if end := strings.LastIndexByte(kept, '\n'); end > len(kept)/2 {
		kept = kept[:end]
	}
	return kept + mark
}
