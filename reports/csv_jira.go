package reports

import (
	"io"
	"strings"
	"unicode"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
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
var jiraColumns = []column[*result.Pattern]{
	{"Summary", func(p *result.Pattern) string { return words.Short(text(p.Label), summaryRunes) }},
	{"Issue Type", func(*result.Pattern) string { return jiraIssueType }},
	{"Priority", func(p *result.Pattern) string { return jiraPriorities[priority(p)-1] }},
	{"Due Date", func(p *result.Pattern) string { return text(string(p.Due)) }},
	{"Components", func(p *result.Pattern) string { return words.OneLine(text(p.Owner.Team)) }},
	{"Labels", func(*result.Pattern) string { return importName }},
	{"Labels", func(p *result.Pattern) string { return label(p.ID) }},
	{"Labels", func(p *result.Pattern) string { return label(string(p.Kind)) }},
	{"Labels", func(p *result.Pattern) string { return label(hypothesisPrefix + string(p.Cause.Kind)) }},
	{"Labels", func(p *result.Pattern) string {
		if p.Owner.Gap {
			return noOwnerLabel
		}
		return ""
	}},
	{"External issue ID", func(p *result.Pattern) string { return words.OneLine(text(p.ID)) }},
	{"Description", func(p *result.Pattern) string { return cut(wiki(text(record(p))), jiraTextRunes) }},
}

func writeJira(w io.Writer, d Document) error { return writeTable(w, jiraColumns, asked(d.Analysis)) }

// label makes one label of a text: without spaces, which would part it.
func label(s string) string {
	s = strings.Join(strings.Fields(text(s)), "-")
	return string([]rune(s)[:min(len([]rune(s)), labelRunes)])
}

// wiki escapes what Jira's markup would act on: macros, links and mentions, and
// pictures. A backslash becomes an entity, as it would escape the escape.
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
