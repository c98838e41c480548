package reports

import (
	"io"
	"strings"
	"ticketpatterns/analyzer/text"
	"unicode"
)

const (
	summaryRunes     = 255   // of the field Summary
	jiraTextRunes    = 32767 // of a text field, as Jira ships
	labelRunes       = 255   // of one label, which holds no space
	jiraIssueType    = "Problem"
	noOwnerLabel     = "no-owner"
	hypothesisPrefix = "hypothesis-"
)

// jiraPriorities are the names that Jira ships with, for priority 1 to 5.
var jiraPriorities = [...]string{"Highest", "High", "Medium", "Low", "Lowest"}

// jiraColumns are escalations for Jira's CSV import (Atlassian documentation,
// "Importing data from CSV" and "Create issues using the CSV importer"): a header
// row with Summary and no punctuation, every row with all cells, text of several
// lines in quotes, and a field of several values as one column for each, all with
// the same name.
//
//   - Due Date is yyyy-MM-dd. Say so at "Date format" in the first step.
//   - External issue ID, the pattern's id, is for administrators' imports; others
//     leave it unmapped and find the id among the labels.
//   - Issue Type is Problem, as service projects have it; map it to another type
//     where there is none.
//   - Description is wiki markup, so what people wrote is escaped: it can neither
//     mention anybody nor fetch a picture.
var jiraColumns = []column[escalation]{
	{"Summary", func(e escalation) string {
		return text.Shorten(cell(e.w.Name(e.Pattern, summaryRunes-2)), summaryRunes)
	}},
	{"Issue Type", func(escalation) string { return jiraIssueType }},
	{"Priority", func(e escalation) string { return jiraPriorities[priority(e.Pattern)-1] }},
	{"Due Date", func(e escalation) string { return cell(string(e.Due)) }},
	{"Components", func(e escalation) string { return text.OneLine(cell(e.Owner.Team)) }},
	{"Labels", func(escalation) string { return importName }},
	{"Labels", func(e escalation) string { return label(e.ID) }},
	{"Labels", func(e escalation) string { return label(string(e.Kind)) }},
	{"Labels", func(e escalation) string { return label(hypothesisPrefix + string(e.Cause.Kind)) }},
	{"Labels", func(e escalation) string {
		if e.Owner.Gap {
			return noOwnerLabel
		}
		return ""
	}},
	{"External issue ID", func(e escalation) string { return text.OneLine(cell(e.ID)) }},
	{"Description", func(e escalation) string { return e.cut(wiki(cell(e.record())), jiraTextRunes) }},
}

func writeJira(w io.Writer, d Document) error { return writeEscalated(w, jiraColumns, d) }

// label turns a text into one label. Labels hold no spaces.
func label(s string) string {
	s = strings.Join(strings.Fields(cell(s)), "-")
	return string([]rune(s)[:min(len([]rune(s)), labelRunes)])
}

// wiki escapes Jira's markup for macros, links, mentions and pictures. A backslash
// becomes an entity, as it would escape the escape.
func wiki(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r == '\\':
			b.WriteString("&#92;")
			continue
		case r == '{', r == '[', r == '!' && i+1 < len(runes) && !unicode.IsSpace(runes[i+1]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
