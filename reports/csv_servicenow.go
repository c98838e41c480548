package reports

import (
	"html"
	"io"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
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
var serviceNowColumns = []column[*result.Pattern]{
	{"correlation_id", func(p *result.Pattern) string { return text(p.ID) }},
	{"correlation_display", func(*result.Pattern) string { return importName }},
	{"short_description", func(p *result.Pattern) string { return words.Short(text(p.Label), shortDescriptionRunes) }},
	{"description", func(p *result.Pattern) string { return cut(text(record(p)), descriptionRunes) }},
	{"assignment_group", func(p *result.Pattern) string { return words.OneLine(text(p.Owner.Team)) }},
	{"category", func(p *result.Pattern) string { return words.OneLine(text(p.Category)) }},
	{"subcategory", func(p *result.Pattern) string { return words.OneLine(text(p.Subcategory)) }},
	{"impact", func(p *result.Pattern) string { return whole(impact(p)) }},
	{"urgency", func(p *result.Pattern) string { return whole(urgency(p)) }},
	{"priority", func(p *result.Pattern) string { return whole(priority(p)) }},
	{"business_service", func(p *result.Pattern) string { return words.OneLine(text(p.Service)) }},
	{"cmdb_ci", func(p *result.Pattern) string { return words.OneLine(text(p.ConfigurationItem)) }},
	{"due_date", func(p *result.Pattern) string {
		if p.Due == "" {
			return ""
		}
		return string(p.Due) + " 12:00:00"
	}},
	{"workaround", func(p *result.Pattern) string { return html.EscapeString(joined(workarounds(p))) }},
	{"cause_notes", func(p *result.Pattern) string { return html.EscapeString(joined(causeLines(p))) }},
}

func writeServiceNow(w io.Writer, d Document) error {
	return writeTable(w, serviceNowColumns, asked(d.Analysis))
}

// asked returns the patterns that are escalated.
func asked(a *result.Analysis) []*result.Pattern {
	var rows []*result.Pattern
	for i := range a.Patterns {
		if a.Patterns[i].Escalate {
			rows = append(rows, &a.Patterns[i])
		}
	}
	return rows
}

// highImpact and mediumImpact are how many people make the impact of a pattern
// high and medium; eight is what the first built-in criterion calls many. They
// are a proposal: whoever takes the problem decides.
const (
	highImpact   = 25
	mediumImpact = 8
)

// impact is 1 (high), 2 or 3 (low), by the people held up; by tickets where the
// export names nobody.
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

// urgency is 1 (high) for what grows, is back or looks like an attack, 3 (low)
// for what is chronic, else 2.
func urgency(p *result.Pattern) int {
	switch {
	case p.Status == result.StatusGrowing, p.Status == result.StatusBack, p.Cause.Kind == result.CauseSecurity:
		return 1
	case p.Kind == result.Chronic:
		return 3
	}
	return 2
}

// priority is 1 (critical) to 5 (planning): what the matrix of impact and urgency
// that ServiceNow ships with gives for them.
func priority(p *result.Pattern) int { return impact(p) + urgency(p) - 1 }

const cutMark = "\n[cut here: the whole record is in the report]"

// cut shortens a text of several lines to at most max characters.
func cut(s string, max int) string {
	runes := []rune(s)
	if len(runes) <= max {
		return s
	}
	kept := string(runes[:max-len([]rune(cutMark))])
	if end := strings.LastIndexByte(kept, '\n'); end > len(kept)/2 {
		kept = kept[:end]
	}
	return kept + cutMark
}
