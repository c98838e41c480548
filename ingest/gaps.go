package ingest

import (
	"fmt"
	"slices"
	"strings"
	"ticketpatterns/ingest/csv"

	"ticketpatterns/analyzer/result"
)

// losses says what the analysis loses without a field.
var losses = map[string]result.LossCode{
	"subject":          result.LossSubject,
	"description":      result.LossDescription,
	"requester":        result.LossPeople,
	"department":       result.LossDepartment,
	"category":         result.LossCategory,
	"resolved":         result.LossResolved,
	"closed":           result.LossClosed,
	"updated":          result.LossUpdated,
	"assignment_group": result.LossGroup,
	"reassignments":    result.LossReassignments,
	"reopens":          result.LossReopens,
	"resolution":       result.LossResolution,
}

// lossOf says what is lost without a field, given the fields that are there; no
// code if nothing is.
func lossOf(s *schema, field string, has func(string) bool) result.Loss {
	loss := result.Loss{Code: s.losses[field]}
	if loss.Code == result.LossNothing {
		return loss
	}
	texts, sorts := has("subject") || has("description"), sorting(has)
	switch {
	case (field == "subject" || field == "description") && !texts && len(sorts) > 0:
		return result.Loss{Code: result.LossTexts, By: sorts}
	case (field == "subject" || field == "description") && !texts:
		loss.Code = result.LossAll
	case field == "category" && !texts && len(sorts) > 0:
		return result.Loss{Code: result.LossCategoryTexts, By: sorts}
	case field == "category" && !texts:
		loss.Code = result.LossCategoryAll
	case field == "department" && has("company"):
		loss.Code = result.LossDepartmentCompany
	case field == "department" && has("location"):
		loss.Code = result.LossDepartmentLocation
	case field == "resolved" && !has("closed"):
		loss.Code = result.LossHours
	case field == "closed" && !has("resolved") && !has("state"):
		loss.Code = result.LossOpen
	case field == "closed" && has("resolved"):
		loss.Code = result.LossClosedResolved
	}
	return loss
}

// sorting lists the fields that are there and stand for the issue where there is
// no text.
func sorting(has func(string) bool) []string {
	var all []string
	for _, field := range []string{"category", "subcategory", "service"} {
		if has(field) {
			all = append(all, field)
		}
	}
	return all
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
		return &csv.LineError{Line: rd.layout.Line, Err: rd.lacking(cols, lacks, has)}
	}
	var missing []string
	for _, field := range s.fields {
		if loss := lossOf(s, field, holds); loss.Code != result.LossNothing && !has(field) {
			rd.file.Missing = append(rd.file.Missing, Gap{Field: field, Loss: loss, Minor: minor(field, holds)})
			missing = append(missing, field)
		}
	}
	rd.file.Candidates = candidatesFor(s, rd.plan, cols, missing)
	return nil
}

// warnWidth warns of a header that is wider than nearly all rows: then its names
// may not stand above their columns.
func (rd *reading[T, U]) warnWidth(b *csv.Block) {
	const nearlyAll = 0.9
	wide, narrow := len(rd.layout.Header), 0
	widths := make(map[int]int)
	for _, r := range b.Records {
		if r.Cells < wide && !(r.Cells == 1 && csv.Blank(b.Text[r.Start:r.End])) {
			widths[r.Cells]++
			narrow = max(narrow, widths[r.Cells])
		}
	}
	for cells, n := range widths {
		if n == narrow && len(b.Records) > 1 && float64(n) >= nearlyAll*float64(len(b.Records)) {
			rd.warn(result.Warning{Code: result.WarnWideHeader, Count: cells, Of: wide})
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
	if lack := rd.plan.system.Lack; lack != "" {
		also += "; " + lack
	}
	name := fmt.Sprintf("name one with --map %s=Column", lacks[0])
	if c := candidatesFor(s, rd.plan, cols, lacks[:1]); len(c) > 0 {
		name = fmt.Sprintf("if %q says it: --map %s", c[0].Column, shellQuoted(lacks[0]+"="+c[0].Column))
	}
	return fmt.Errorf("no column says %s%s: these are not %s as they can be read; the columns are %s; %s",
		strings.Join(what, " or "), also, s.what, headerList(cols), name)
}

// shellQuoted quotes an option's value for a shell: column names are foreign
// text, and a line that is made to be copied must not run any of it.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
