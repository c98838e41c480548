package analyzer

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/escalate"
)

func TestValidateNamesEveryMistake(t *testing.T) {
	if err := DefaultOptions().Validate(); err != nil {
		t.Fatalf("the default options are wrong: %v", err)
	}
	err := Options{WindowDays: []int{10}, Criteria: []escalate.Criterion{{Name: "x", Kind: "odd"}, {Name: "x", Kind: escalate.KindPeople}}}.Validate()
	if err == nil {
		t.Fatal("no mistake found")
	}
	for _, want := range []string{
		"analysis.false_alarms_per_report", "analysis.shuffles", "analysis.window_days[0]: is 10, want a multiple of 7", "analysis.baseline_windows",
		"analysis.baseline_min_weeks", "analysis.min_people", "analysis.min_tickets", "analysis.issue_similarity", "analysis.workday_hours",
		"analysis.answer_days", "analysis.budget: is 0", "analysis.chronic.weeks", "analysis.chronic.share_of_weeks", "analysis.chronic.tickets_per_week", "analysis.chronic.min_people",
		`criteria[0].kind: unknown kind "odd"`, `criteria[1].name: "x" is there twice`, "criteria[1].people", "criteria[1].days",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no word about %s in:\n%v", want, err)
		}
	}
}
