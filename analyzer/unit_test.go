package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/escalate"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestRankPutsWhatMayBeChanceBehind(t *testing.T) {
	many, few := 100.0, 1.0
	waited := func(hours *float64) describe.Profile {
		return describe.Profile{Impact: result.Impact{PersonHours: hours}}
	}
	ranked := rank([]pattern{
		{id: "chronic", kind: result.Chronic, profile: waited(&many)},
		{id: "weak", kind: result.Emerging, finding: finding{mayBeChance: true}, profile: waited(&many)},
		{id: "sure", kind: result.Emerging, profile: waited(&few)},
	})
	var ids []string
	for _, p := range ranked {
		ids = append(ids, p.id)
	}
	if want := []string{"sure", "weak", "chronic"}; !slices.Equal(ids, want) {
		t.Errorf("order %v, want %v", ids, want)
	}
}

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
		"analysis.answer_days", "analysis.chronic.weeks", "analysis.chronic.share_of_weeks", "analysis.chronic.tickets_per_week", "analysis.chronic.min_people",
		`criteria[0].kind: unknown kind "odd"`, `criteria[1].name: "x" is there twice`, "criteria[1].people", "criteria[1].days",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no word about %s in:\n%v", want, err)
		}
	}
}

// Days are counted in the time zone of AsOf.
func TestDaysAreCivilDays(t *testing.T) {
	zone := time.FixedZone("east", 3*3600)
	asOf := time.Date(2026, 6, 28, 12, 0, 0, 0, zone)
	e := dataset.New([]ticket.Ticket{
		{ID: "late evening in UTC", Opened: time.Date(2026, 6, 27, 22, 0, 0, 0, time.UTC)}, // 01:00 on the 28th there
		{ID: "the evening before", Opened: time.Date(2026, 6, 27, 20, 0, 0, 0, time.UTC)},
	}, asOf)
	if diff := cmp.Diff([]int{1, 0}, e.Day); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	for _, perWeek := range []int{100, 400} {
		d := newDesk(1, 26, perWeek)
		b.Run(fmt.Sprint(len(d.Tickets)), func(b *testing.B) {
			o := DefaultOptions()
			for b.Loop() {
				if _, err := Analyze(Input{Tickets: d.Tickets}, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(d.Tickets)*b.N)/b.Elapsed().Seconds(), "tickets/s")
		})
	}
}

// Two patterns with some of the same tickets say so of each other, the one with
// most of them first.
func TestOverlapsAreTold(t *testing.T) {
	got := overlapsOf([]pattern{
		{id: "P-1", tickets: []int32{1, 2, 3}}, {id: "P-2", tickets: []int32{3, 4}},
		{id: "P-3", tickets: []int32{5}}, {id: "P-4", tickets: []int32{1, 2}},
	})
	want := [][]result.Overlap{{{PatternID: "P-4", Tickets: 2, Of: 3}, {PatternID: "P-2", Tickets: 1, Of: 3}}, {{PatternID: "P-1", Tickets: 1, Of: 2}}, {}, {{PatternID: "P-1", Tickets: 2, Of: 2}}}
	for i := range got {
		if diff := cmp.Diff(want[i], got[i]); diff != "" {
			t.Errorf("pattern %d (-want +got):\n%s", i+1, diff)
		}
	}
}
