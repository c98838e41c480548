package chart

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

func TestRunsFigure(t *testing.T) {
	half, days := 0.5, 6.0
	a := &result.Analysis{Trend: result.Trend{
		Runs:     []result.TrendRun{{Day: "2026-03-01", Escalated: 3}, {Day: "2026-03-08", Repeat: &half, Escalated: 1, Accepted: 2, AnswerDays: &days, Fixes: 2, FixesQuiet: 1, Gaps: 1}},
		Criteria: []result.Answers{{Criterion: "people", Asked: 4, Accepted: 2, Declined: 1}, {Criterion: "hours", Asked: 1}},
		Gaps:     []result.OpenGap{{Function: "Projects", Since: "2026-03-08"}},
	}}
	f, err := runsFigure(words.Writer{}, a)
	if err != nil || f.Option == "" || len(f.Table.Rows) != 2 {
		t.Fatalf("figure %+v, %v; want a chart and two rows", f, err)
	}
	want := "8 Mar 2026|1|2|0|6|1 of 2|50%|none|1"
	if got := strings.Join(f.Table.Rows[1], "|"); got != want {
		t.Errorf("row %q, want %q", got, want)
	}
	if want := "Criterion people: 2 accepted, 1 declined of 4 asked. Projects: unowned since 8 Mar 2026."; f.Table.Note != want {
		t.Errorf("note %q, want %q", f.Table.Note, want)
	}
	a.Trend.Runs = a.Trend.Runs[:1]
	if f, _ := runsFigure(words.Writer{}, a); len(f.Table.Rows) != 0 {
		t.Error("one run makes no series")
	}
}
