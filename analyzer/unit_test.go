package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestFoldOverlapsKeepsTheStrongest(t *testing.T) {
	strong := finding{tickets: []int32{1, 2, 3, 4}, windowDays: 14}
	inside := finding{tickets: []int32{2, 3}, windowDays: 7}
	half := finding{tickets: []int32{3, 4, 5, 6}, windowDays: 28}
	other := finding{tickets: []int32{4, 7, 8, 9}, windowDays: 14}
	got := foldOverlaps([]finding{strong, inside, half, other})
	if len(got) != 2 || len(got[0].also) != 2 || len(got[1].also) != 0 {
		t.Fatalf("folded into %+v, want two patterns, the first seen three times", got)
	}
}

// A pattern of a queue, or of the whole desk, is shown where people see it.
func TestPreferPlaces(t *testing.T) {
	var queue, finance scope
	queue.values[group], finance.values[department] = 1, 1
	all := []int32{1, 2, 3, 4, 5}
	for _, c := range []struct {
		name     string
		strong   scope
		narrower []int32
		want     scope
	}{
		{"queue", queue, all[:4], finance}, {"whole desk", scope{}, all[1:], finance},
		{"too few of them", queue, all[:3], queue}, {"place already", finance, all, finance},
	} {
		f := []folded{{finding: finding{scope: c.strong, tickets: all}, also: []finding{{scope: finance, tickets: c.narrower}}}}
		if got := preferPlaces(f)[0].scope; got != c.want {
			t.Errorf("%s: shown in %v, want %v", c.name, got, c.want)
		}
	}
}

// status in one desk of constant volume: one ticket a day for 200 days.
func TestRankPutsWhatMayBeChanceBehind(t *testing.T) {
	many, few := 100.0, 1.0
	ranked := rank([]result.Pattern{
		{ID: "chronic", Kind: result.Chronic, Impact: result.Impact{PersonHours: &many}},
		{ID: "weak", Kind: result.Emerging, MayBeChance: true, Impact: result.Impact{PersonHours: &many}},
		{ID: "sure", Kind: result.Emerging, Impact: result.Impact{PersonHours: &few}},
	})
	var ids []string
	for _, p := range ranked {
		ids = append(ids, p.ID)
	}
	if want := []string{"sure", "weak", "chronic"}; !slices.Equal(ids, want) {
		t.Errorf("order %v, want %v", ids, want)
	}
}

func TestStatus(t *testing.T) {
	var tickets []ticket.Ticket
	for day := range 200 {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(day), Opened: lastDay.AddDate(0, 0, -day)})
	}
	e := newExport(tickets, lastDay)
	r := &reporter{export: e, asOf: lastDay}
	at := func(daysBack ...int) []int32 {
		var out []int32
		for i := len(daysBack) - 1; i >= 0; i-- {
			out = append(out, int32(len(tickets)-1-daysBack[i]))
		}
		return out
	}
	for _, c := range []struct {
		days []int
		want result.Status
	}{
		{[]int{1, 5, 9}, result.StatusNew},
		{[]int{60, 70, 80}, result.StatusQuiet},
		{[]int{3, 4, 100, 120, 121}, result.StatusBack},
		{[]int{3, 4, 5, 6, 7, 100, 120}, result.StatusGrowing},    // two strays are no issue that could come back
		{[]int{1, 2, 3, 4, 5, 6, 7, 8, 40}, result.StatusGrowing}, // 8 against 1: p = 0.02
		{[]int{1, 30, 31, 32, 33, 34, 35, 36, 37}, result.StatusFading},
		{[]int{1, 9, 20, 30, 44, 60, 80}, result.StatusSteady},
	} {
		if got := r.life(at(c.days...), past.Issue{}).status; got != c.want {
			t.Errorf("tickets %v days ago: %s, want %s", c.days, got, c.want)
		}
	}
}

func TestImpact(t *testing.T) {
	open := func(requester string, hours float64, reopens ticket.Count) ticket.Ticket {
		k := ticket.Ticket{ID: requester + fmt.Sprint(hours), Requester: requester, Opened: lastDay.Add(-100 * time.Hour), Reopens: reopens}
		if hours > 0 {
			k.Resolved = k.Opened.Add(time.Duration(hours * float64(time.Hour)))
		}
		return k
	}
	e := newExport([]ticket.Ticket{
		open("a", 2, ticket.KnownCount(1)), open("A ", 4, ticket.Count{}), open("b", 90, ticket.Count{}), open("c", 0, ticket.Count{}),
	}, lastDay)
	got := (&reporter{export: e, asOf: lastDay, options: DefaultOptions()}).impact([]int32{0, 1, 2, 3})
	// 2 + 4 hours, and one working day of 8 hours each for the 90 hours and the open one.
	want := result.Impact{People: 3, Open: 1, HoursMedian: pointer(4.0), PersonHours: pointer(22.0), Reopens: pointer(1), HoursAtMost: 8, Priorities: []result.Count{}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("impact (-want +got):\n%s", diff)
	}
}

func TestValidateNamesEveryMistake(t *testing.T) {
	if err := DefaultOptions().Validate(); err != nil {
		t.Fatalf("the default options are wrong: %v", err)
	}
	err := Options{WindowDays: []int{10}, Criteria: []Criterion{{Name: "x", Kind: "odd"}, {Name: "x", Kind: KindPeople}}}.Validate()
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

// Ids are as exported; only where two sources use the same one does it get its
// source in front.
func TestReferences(t *testing.T) {
	got := references([]ticket.Ticket{{Source: "a", ID: "1"}, {Source: "b", ID: "1"}, {Source: "a", ID: "2"}})
	if diff := cmp.Diff([]string{"a/1", "b/1", "2"}, got); diff != "" {
		t.Error(diff)
	}
}

// Days are counted in the time zone of AsOf.
func TestDaysAreCivilDays(t *testing.T) {
	zone := time.FixedZone("east", 3*3600)
	asOf := time.Date(2026, 6, 28, 12, 0, 0, 0, zone)
	e := newExport([]ticket.Ticket{
		{ID: "late evening in UTC", Opened: time.Date(2026, 6, 27, 22, 0, 0, 0, time.UTC)}, // 01:00 on the 28th there
		{ID: "the evening before", Opened: time.Date(2026, 6, 27, 20, 0, 0, 0, time.UTC)},
	}, asOf)
	if diff := cmp.Diff([]int{1, 0}, e.day); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	for _, perWeek := range []int{100, 400} {
		d := newDesk(1, 26, perWeek)
		b.Run(fmt.Sprint(len(d.tickets)), func(b *testing.B) {
			o := DefaultOptions()
			for b.Loop() {
				if _, err := Analyze(Input{Tickets: d.tickets}, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(d.tickets)*b.N)/b.Elapsed().Seconds(), "tickets/s")
		})
	}
}

// What is asked of a team depends on how sure it is that the cause is theirs.
func TestAskIsAsSureAsTheOwner(t *testing.T) {
	for want, o := range map[string]result.Owner{
		"Nobody owns this. Name an owner for it by 8 Jul 2026":                       {Gap: true},
		"Network: take over the root cause, or say by 8 Jul 2026 why not":            {Team: "Network", Confidence: 0.4},
		"Network: it is not sure that this is yours. Say by 8 Jul 2026 whether":      {Team: "Network", Confidence: 0.39},
		"Network: almost as much speaks for Storage as for you. Agree by 8 Jul 2026": {Team: "Network", Confidence: 0.6, Split: true, Alternative: "Storage"},
	} {
		if got := ask(nil, &result.Pattern{Owner: o, Due: "2026-07-08"}); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want it to begin %q", got, want)
		}
	}
}

// Two patterns with some of the same tickets say so of each other.
func TestSharedTicketsAreTold(t *testing.T) {
	got := (&reporter{}).tellShared([]result.Pattern{
		{ID: "P-1", Label: "reset link expired", Tickets: []string{"1", "2", "3"}},
		{ID: "P-2", Label: "sign-in fails", Tickets: []string{"3", "4"}, Misfits: []string{"other"}},
		{ID: "P-3", Label: "door", Tickets: []string{"5"}},
	})
	want := [][]string{{"1 of 3 tickets is also in pattern P-2, “sign-in fails”"}, {"other", "1 of 2 tickets is also in pattern P-1, “reset link expired”"}, nil}
	for i, p := range got {
		if diff := cmp.Diff(want[i], p.Misfits); diff != "" {
			t.Errorf("%s (-want +got):\n%s", p.ID, diff)
		}
	}
}
