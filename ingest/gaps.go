package ingest

import (
	"fmt"
	"slices"
	"strings"

	"ticketpatterns/analyzer/say"
)

// costs says what the analysis loses without a field.
var costs = map[string]say.English{
	"subject":          "the description stands for the issue",
	"description":      "issues are told from the subject alone",
	"requester":        "people cannot be told apart: the number of different people held up is not known",
	"department":       "patterns cannot be tied to departments; location, service and category still can",
	"category":         "patterns cannot be tied to categories; the text alone says what a ticket is about",
	"resolved":         "hours to resolve are counted from the closing time, if there is one",
	"closed":           "tickets without a resolved time count as open unless their state says otherwise",
	"updated":          "of rows with the same id the last one in the file counts as the newest",
	"assignment_group": "the team that holds a ticket is not known, so neither is who should own it from routing",
	"reassignments":    "tickets passed between teams cannot be counted",
	"reopens":          "fixes that did not hold cannot be counted",
	"resolution":       "workarounds cannot be quoted",
}

// costOf says what is lost without a field, given the fields that are there; ""
// if nothing is.
func costOf(l *say.Language, s *schema, field string, has func(string) bool) string {
	cost := s.costs[field]
	if cost == "" {
		return ""
	}
	texts, sorts := has("subject") || has("description"), sorting(l, has)
	switch {
	case (field == "subject" || field == "description") && !texts && sorts != "":
		return l.Text("no text says what a ticket is about: tickets are compared by %s alone", sorts)
	case (field == "subject" || field == "description") && !texts:
		cost = "no text and no category says what a ticket is about: there is nothing to compare"
	case field == "category" && !texts && sorts != "":
		return l.Text("patterns cannot be tied to categories; what a ticket is about is told by %s alone", sorts)
	case field == "category" && !texts:
		cost = "neither a category nor a text says what a ticket is about"
	case field == "department" && has("company"):
		cost = "the company stands for it, unless a list of people says it"
	case field == "department" && has("location"):
		cost = "the location stands for it, unless a list of people says it"
	case field == "resolved" && !has("closed"):
		cost = "hours to resolve are not known"
	case field == "closed" && !has("resolved") && !has("state"):
		cost = "it is not known which tickets are open"
	case field == "closed" && has("resolved"):
		cost = "the resolved time counts as the end"
	}
	return l.Text(cost)
}

// sorts are the fields that stand for the issue where there is no text.
var sorts = []struct {
	field string
	says  say.English
}{{"category", "category"}, {"subcategory", "subcategory"}, {"service", "service"}}

// sorting lists the sorts that there are, in words; "" if there are none.
func sorting(l *say.Language, has func(string) bool) string {
	var all []string
	for _, s := range sorts {
		if has(s.field) {
			all = append(all, l.Text(s.says))
		}
	}
	return l.List(all)
}

// minor reports whether little is lost without a field, given those that are
// there.
func minor(field string, has func(string) bool) bool {
	switch field {
	case "reassignments", "reopens", "resolution", "updated":
		return true
	case "description":
		return has("subject")
	case "subject":
		return has("description")
	case "closed":
		return has("resolved")
	case "resolved":
		return has("closed")
	}
	return false
}

// required reports an error if the file lacks what every value needs, and notes
// what else it lacks.
func (rd *reading[T, U]) required(cols []column) error {
	s := rd.schema
	has := func(field string) bool {
		return slices.ContainsFunc(rd.plan.fields, func(p fieldPlan) bool { return p.field == field })
	}
	holds := func(field string) bool {
		return slices.ContainsFunc(rd.plan.fields, func(p fieldPlan) bool {
			return p.field == field && slices.ContainsFunc(p.columns, func(i int) bool { return len(cols[i].values) == 0 || cols[i].present() > 0 })
		})
	}
	var lacks []string
	for _, field := range s.required {
		if !has(field) {
			lacks = append(lacks, field)
		}
	}
	if len(lacks) > 0 {
		return &lineError{rd.layout.line, rd.lacking(cols, lacks, has)}
	}
	var missing []string
	for _, field := range s.fields {
		if cost := costOf(rd.in, s, field, holds); cost != "" && !has(field) {
			rd.file.Missing = append(rd.file.Missing, Gap{Field: field, Cost: cost, Minor: minor(field, holds)})
			missing = append(missing, field)
		}
	}
	rd.file.Candidates = candidatesFor(s, rd.plan, cols, missing)
	return nil
}

// warnWidth warns of a header that is wider than nearly all rows: then its names
// may not stand above their columns.
func (rd *reading[T, U]) warnWidth(b *block) {
	const nearlyAll = 0.9
	wide, narrow := len(rd.layout.header), 0
	widths := make(map[int]int)
	for _, r := range b.records {
		if r.cells < wide && !(r.cells == 1 && blank(b.text[r.start:r.end])) {
			widths[r.cells]++
			narrow = max(narrow, widths[r.cells])
		}
	}
	for cells, n := range widths {
		if n == narrow && len(b.records) > 1 && float64(n) >= nearlyAll*float64(len(b.records)) {
			rd.warn(Warning{
				Kind: WarnShortRows,
				Text: rd.in.Text("nearly all rows have %d cells where the header has %d names: the names may not stand above their columns", cells, wide),
				Fix:  rd.in.Text("compare the first rows with the header, and mend the header or export again"),
			})
		}
	}
}

// lacking says why a file without the fields in lacks is refused, and which of
// its columns may hold the first of them.
func (rd *reading[T, U]) lacking(cols []column, lacks []string, has func(string) bool) error {
	s := rd.schema
	var what []string
	for _, field := range lacks {
		what = append(what, s.needs[field])
	}
	also := ""
	if !has("id") && slices.Contains(s.fields, "id") {
		also = " (there is no id either)"
	}
	if lack := rd.plan.system.lack; lack != "" {
		also += "; " + lack
	}
	name := fmt.Sprintf("name one with --map %s=Column", lacks[0])
	if c := candidatesFor(s, rd.plan, cols, lacks[:1]); len(c) > 0 {
		name = fmt.Sprintf("if %q says it: --map %s", c[0].Column, shellQuoted(lacks[0]+"="+c[0].Column))
	}
	return fmt.Errorf("no column says %s%s: these are not %s as they can be read; the columns are %s; %s",
		strings.Join(what, " or "), also, s.what, headerList(cols), name)
}
