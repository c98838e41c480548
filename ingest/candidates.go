package ingest

import (
	"slices"
	"strings"
	"ticketpatterns/analyzer/fold"
	"unicode"
)

// Candidate is a column that no field took and that may hold one that is
// missing.
type Candidate struct {
	Field  string
	Column string
}

// headerHints begin words of headers that speak for a field, the best first. They only offer a column; nothing is read on their account.
var headerHints = map[string][]string{
	"opened":           {"open", "creat", "start", "report", "submit", "beg", "date", "time", "at"},
	"resolved":         {"resol", "solv", "erledig", "gelost", "fix", "done", "finish", "complet"},
	"closed":           {"clos", "geschlossen", "clotur", "cierre", "fecha", "end", "finish", "complet"},
	"updated":          {"updat", "modif", "change", "last"},
	"subject":          {"subject", "title", "summary", "headline", "betreff", "text"},
	"description":      {"descr", "detail", "body", "text", "message", "notes", "document"},
	"requester":        {"requester", "requestor", "requested by", "caller", "user", "person", "employee", "client", "customer", "kunde", "reporter", "reported by", "contact", "melder", "name"},
	"department":       {"dep", "abteil", "fachb", "unit", "division", "div", "org", "cost", "kosten", "section", "job family", "u jobfamily", "afdel", "dzial", "company"},
	"category":         {"categ", "kateg", "class", "topic", "type", "thema", "component", "symptom"},
	"assignment_group": {"team", "group", "queue", "gruppe", "section", "line"},
	"reassignments":    {"reassign", "transfer", "team change", "hop", "handover"},
	"reopens":          {"reopen"},
	"resolution":       {"resolution", "solution", "close note", "workaround", "answer"},
}

// candidatesFor offers for each missing field the free column whose header and
// values fit best.
func candidatesFor(s *schema, p *plan, cols []column, missing []string) []Candidate {
	var all []Candidate
	taken := make(map[int]bool)
	for _, field := range missing {
		if i := candidateFor(s, p, cols, field, taken); i >= 0 {
			taken[i] = true
			all = append(all, Candidate{Field: field, Column: cols[i].name})
		}
	}
	return all
}

func candidateFor(s *schema, p *plan, cols []column, field string, taken map[int]bool) int {
	for _, hint := range headerHints[field] {
		for i, c := range cols {
			if !p.used[i] && !taken[i] && c.name != "" && c.speaksOf(hint) && c.mayHold(s, field) {
				return i
			}
		}
	}
	return -1
}

// speaksOf reports whether words of the header begin as hint does.
func (c column) speaksOf(hint string) bool { return strings.Contains(c.spoken, " "+hint) }

// spokenBytes is how much of a header is looked at for such words.
const spokenBytes = 200

// spoken returns the words of a header, folded, each with a space in front.
func spoken(header string) string {
	words := strings.FieldsFunc(fold.Letters(header[:min(len(header), spokenBytes)]), func(r rune) bool { return !unicode.IsLetter(r) })
	return " " + strings.Join(words, " ")
}

// mayHold reports whether the values of a column look like those of a field.
func (c column) mayHold(s *schema, field string) bool {
	if c.present() == 0 {
		return false
	}
	number := c.share(func(v string) bool { return parseCount(v).Known })
	switch {
	case s.isTime(field):
		return c.holdsTimes()
	case field == "reassignments" || field == "reopens":
		return number > 0.9
	case c.holdsTimes() || number > 0.5 && field != "department": // cost centres are numbers
		return false
	case field == "requester":
		return c.share(namesPerson) > 0.5
	case field == "subject" || field == "description":
		return c.share(func(v string) bool { return strings.Count(v, " ") >= 2 }) > 0.5
	case field == "department" || field == "category" || field == "assignment_group":
		return c.different() > 1 && (2*c.different() < len(c.values) || len(c.values) < 10)
	}
	return true
}

// different counts the different values among the samples.
func (c column) different() int {
	values := slices.Clone(c.values)
	slices.Sort(values)
	return len(slices.Compact(values))
}

// namesPerson reports whether a cell may name a person: a login, an address, or
// two to four words of letters.
func namesPerson(v string) bool {
	words := strings.Fields(strings.ReplaceAll(v, ",", " "))
	if strings.Contains(v, "@") || len(words) == 1 {
		return true
	}
	return len(words) <= 4 && !strings.ContainsFunc(v, unicode.IsDigit)
}
