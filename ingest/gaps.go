package ingest

import (
	"fmt"
	"strings"
)

// costs says what the analysis loses without a field.
var costs = map[string]string{
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

// costOf says what is lost without a field, given the fields that are there.
func costOf(s *schema, field string, has func(string) bool) string {
	cost := s.costs[field]
	if cost == "" {
		return ""
	}
	texts, sorts := has("subject") || has("description"), has("category") || has("subcategory") || has("service")
	switch {
	case (field == "subject" || field == "description") && !texts && sorts:
		return "no text says what a ticket is about; " + stands(has) + " alone " + is(has) + " compared"
	case (field == "subject" || field == "description") && !texts:
		return "no text and no category says what a ticket is about: there is nothing to compare"
	case field == "category" && !texts && sorts:
		return "patterns cannot be tied to categories; " + stands(has) + " alone " + says(has) + " what a ticket is about"
	case field == "category" && !texts:
		return "neither a category nor a text says what a ticket is about"
	case field == "resolved" && !has("closed"):
		return "hours to resolve are not known"
	case field == "closed" && !has("resolved") && !has("state"):
		return "it is not known which tickets are open"
	case field == "closed" && has("resolved"):
		return "the resolved time counts as the end"
	}
	return cost
}

// sorting lists the fields that stand for the issue where there is no text.
func sorting(has func(string) bool) []string {
	var all []string
	for _, f := range []string{"category", "subcategory", "service"} {
		if has(f) {
			all = append(all, f)
		}
	}
	return all
}

func stands(has func(string) bool) string { return listed(sorting(has)) }

func says(has func(string) bool) string {
	if len(sorting(has)) > 1 {
		return "say"
	}
	return "says"
}

func is(has func(string) bool) string {
	if len(sorting(has)) > 1 {
		return "are"
	}
	return "is"
}

// listed joins words as a sentence does: "a, b and c".
func listed(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return fmt.Sprintf("%s and %s", strings.Join(list[:len(list)-1], ", "), list[len(list)-1])
}
