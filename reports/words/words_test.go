package words

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
)

// w is the zero Writer, which writes British English.
var w Writer

func ptr[T any](v T) *T { return &v }

func TestClean(t *testing.T) {
	tests := map[string]string{
		"plain\ttext\n":       "plain\ttext\n",
		"a\r\nb\rc":           "a\nb\nc",
		"\x1b[2Jboo\x00":      "\ufffd[2Jboo\ufffd",
		"\u202egnp.exe\u202c": "\ufffdgnp.exe\ufffd",
		"\u2066x\u2069":       "\ufffdx\ufffd",
		"\u0085":              "\ufffd",
		"a\xffb":              "a\ufffdb",
		"Grüße 👩‍👩‍👧 \u200fعربى": "Grüße 👩‍👩‍👧 \u200fعربى",
	}
	for in, want := range tests {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanedReachesEveryText(t *testing.T) {
	bad, good := "a\x00", "a\ufffd"
	at := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	in := &result.Analysis{AsOf: at, Notice: bad, Warnings: []result.Warning{{Samples: []string{bad}, Dates: &result.DateReading{Column: bad}}}, Issues: nil, Patterns: []result.Pattern{{
		Label: bad, Expected: ptr(0.5), Criteria: []result.Criterion{{Values: []result.Value{{Measure: result.Measure(bad)}}}}, Status: result.Status(bad),
	}}}
	want := &result.Analysis{AsOf: at, Notice: good, Warnings: []result.Warning{{Samples: []string{good}, Dates: &result.DateReading{Column: good}}}, Patterns: []result.Pattern{{
		Label: good, Expected: ptr(0.5), Criteria: []result.Criterion{{Values: []result.Value{{Measure: result.Measure(good)}}}}, Status: result.Status(good),
	}}}
	if diff := cmp.Diff(want, Cleaned(in)); diff != "" {
		t.Errorf("cleaned (-want +got):\n%s", diff)
	}
	if in.Notice != bad || in.Patterns[0].Label != bad {
		t.Error("the original changed")
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"élan": "Élan", "": "", "a b": "A b"} {
		if got := Capital(in); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSummary(t *testing.T) {
	emerging := result.Pattern{Kind: result.Emerging}
	asked := result.Pattern{Kind: result.Emerging, Escalate: true}
	back := result.Pattern{Kind: result.Emerging, Escalate: true, Status: result.StatusBack, Owner: result.Owner{Gap: true}}
	chronic := result.Pattern{Kind: result.Chronic}
	tests := []struct {
		patterns []result.Pattern
		noise    float64
		want     string
	}{
		{nil, 1, "No pattern stands out among 500 tickets."},
		{[]result.Pattern{asked}, 1, "1 pattern is unusual now: it needs a decision (perhaps by chance)."},
		{[]result.Pattern{emerging, asked, asked}, 1, "3 patterns are unusual now: 2 need a decision, 1 is only watched (perhaps one by chance)."},
		{[]result.Pattern{emerging, asked}, 0.2, "2 patterns are unusual now: 1 needs a decision, 1 is only watched (probably none by chance)."},
		{[]result.Pattern{asked, asked}, 5, "2 patterns are unusual now: all need a decision (perhaps all by chance)."},
		{[]result.Pattern{emerging, emerging, emerging, emerging}, 2, "4 patterns are unusual now: 4 are only watched (perhaps 2 by chance)."},
		{[]result.Pattern{back, chronic}, 0, "1 pattern came back. 1 pattern is unusual now: 1 needs an owner. 1 chronic issue goes on."},
		{[]result.Pattern{chronic, {Kind: result.Chronic, Escalate: true}}, 1, "2 chronic issues go on, 1 needs a decision."},
	}
	for _, test := range tests {
		a := &result.Analysis{Tickets: 500, Patterns: test.patterns, Budget: result.Budget{FalseAlarms: test.noise}}
		if got := w.Summary(a); got != test.want {
			t.Errorf("got  %q\nwant %q", got, test.want)
		}
	}
}

func TestSummaryWithMemory(t *testing.T) {
	a := &result.Analysis{
		Tickets: 500, AsOf: time.Date(2026, 6, 28, 18, 0, 0, 0, time.UTC),
		Patterns: []result.Pattern{
			{Kind: result.Emerging, Escalate: true, Standing: result.Standing{Asked: "2026-06-21"}},
			{Kind: result.Emerging, Escalate: true, Standing: result.Standing{Asked: "2026-06-28"}},
		},
		Fixes: []result.FixCheck{{Verdict: result.VerdictHolds}, {Verdict: result.VerdictEarly}, {Verdict: result.VerdictBack}, {Change: "CHG1", Verdict: result.VerdictHolds}},
	}
	want := "1 fix failed. 2 patterns are unusual now: 1 needs a decision, 1 waits for an answer. 1 fix holds."
	if got := w.Summary(a); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	a.Patterns = nil
	if got, want := w.Summary(a), "No pattern stands out among 500 tickets. 1 fix failed. 1 fix holds."; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The first screen tells what is new and whose turn it is.
func TestSummaryOfTheThirdWeek(t *testing.T) {
	pattern := func(first, asked result.Day, change func(*result.Pattern)) result.Pattern {
		p := result.Pattern{Kind: result.Emerging, Escalate: true, Standing: result.Standing{FirstReported: first, Asked: asked, Alarm: asked == "2026-06-28"}}
		if change != nil {
			change(&p)
		}
		return p
	}
	a := &result.Analysis{
		AsOf: time.Date(2026, 6, 28, 18, 0, 0, 0, time.UTC), Budget: result.Budget{FalseAlarms: 1},
		Trend: result.Trend{Runs: []result.TrendRun{{Day: "2026-06-14"}, {Day: "2026-06-21"}, {Day: "2026-06-28"}}},
		Patterns: []result.Pattern{
			pattern("2026-06-28", "2026-06-28", nil),
			pattern("2026-06-28", "2026-06-28", func(p *result.Pattern) { p.Owner.Gap = true }),
			pattern("2026-06-28", "2026-06-28", func(p *result.Pattern) { p.MayBeChance = true }),
			pattern("2026-06-14", "2026-06-14", func(p *result.Pattern) { p.Due = "2026-06-24" }),
			pattern("2026-06-21", "2026-06-21", func(p *result.Pattern) { p.Due = "2026-07-01" }),
			pattern("2026-06-14", "2026-06-14", func(p *result.Pattern) {
				p.Escalate, p.Standing.Decisions = false, []result.Decision{{Decision: "accept", On: "2026-06-16"}}
			}),
		},
	}
	want := "6 patterns are unusual now, 3 new since 21 Jun: 1 needs a decision, 1 needs an owner, 1 answer is overdue, " +
		"1 waits for an answer, 1 is answered, 1 is a weak signal."
	if got := w.Summary(a); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	a.Patterns, a.Desk.NoBaseline = a.Patterns[4:5], &result.NoBaseline{Days: 14}
	if got, want := w.Summary(a), "In 1 place many report the same (no baseline yet), none new since 21 Jun: 1 waits for an answer (perhaps by chance)."; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// rejected is the check of files of which some rows were not read.
func rejected(n, of int, weight float64) result.Check {
	return result.Check{Code: result.CheckRows, Rows: &result.RowCounts{Rows: of, Kept: of - n, Rejected: n}, Weight: weight}
}

func TestQualityLine(t *testing.T) {
	tests := []struct {
		a    result.Analysis
		want string
	}{
		{result.Analysis{}, "Data quality: nothing found that weakens the findings."},
		{result.Analysis{Warnings: []result.Warning{{}}}, "Data quality: nothing that weakens the findings much; 1 small limit."},
		{
			result.Analysis{Warnings: []result.Warning{{}}, Quality: []result.Check{rejected(3, 4000, 0.00075), {Code: result.CheckHistory}}},
			"Data quality: nothing that weakens the findings much; 2 small limits.",
		},
		{
			result.Analysis{Quality: []result.Check{{Code: result.CheckHistory}, {Code: result.CheckNoDepartment, Count: 3, Of: 9, Weight: 0.3}}},
			"Data quality: tickets without department, 3 of 9 (33%): these tickets count in no department.",
		},
		{result.Analysis{Quality: []result.Check{
			rejected(3, 90, 0.03),
			{Code: result.CheckNoTexts, Weight: 0.8},
			{Code: result.CheckYoung, Days: 9, MinPeople: 3, NoBaseline: &result.NoBaseline{Days: 9, WeeksNeeded: 4}, Weight: 0.2},
			{Code: result.CheckNoEnd, Count: 1, Of: 99, Weight: 0.01},
		}}, "Data quality: texts that tell tickets apart, none: the category path stands for the issue; and 2 more limits."},
		{
			result.Analysis{Quality: []result.Check{rejected(300, 9000, 0.03)}},
			"Data quality: rows read: 300 rows are missing from all counts; rejects.csv says why.",
		},
	}
	for _, test := range tests {
		if got := w.QualityLine(&test.a); got != test.want {
			t.Errorf("got  %q\nwant %q", got, test.want)
		}
	}
}

func TestPatternPhrases(t *testing.T) {
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	p := &result.Pattern{Department: "Finance", Service: "SAP", Tickets: make([]string, 9), Requesters: 8, Expected: ptr(0.41)}
	check(w.Where(p), "Finance, SAP")
	check(w.Where(&result.Pattern{Category: "Email", Subcategory: "Mobile"}), "category Email, Mobile")
	check(w.Where(&result.Pattern{Location: "Rotterdam", AssignmentGroup: "Workplace"}), "Rotterdam, resolver group Workplace")
	check(w.SeenExpected(p), "9 tickets, usually none")
	check(w.Requesters(p), "8 people")
	check(w.Where(&result.Pattern{}), "everywhere")
	check(w.SeenExpected(&result.Pattern{}), "0 tickets, no baseline yet")
	check(w.Requesters(&result.Pattern{}), "people unknown")
	issues := []result.Issue{{ID: "i", FirstSeen: "2026-01-01"}}
	check(string(Since(&result.Pattern{IssueID: "i", FirstTicket: "2026-06-01"}, issues)), "2026-06-01")
	check(string(Since(&result.Pattern{IssueID: "i", FirstTicket: "2026-06-01", Kind: result.Chronic}, issues)), "2026-01-01")
	check(string(Since(&result.Pattern{IssueID: "?", FirstTicket: "2026-06-01", Kind: result.Chronic}, issues)), "2026-06-01")
	check(w.OwnerName(result.Owner{Team: "DBA"}), "DBA")
	check(w.OwnerName(result.Owner{Team: "DBA", Gap: true}), "unowned")
	check(w.Impact(result.Impact{HoursMedian: ptr(100.0)}), "median time to resolve 4.2 days, none still open")
	check(w.Impact(result.Impact{People: 1, Open: 1, HoursMedian: ptr(0.62), PersonHours: ptr(41.5), Reassignments: ptr(1), Reopens: ptr(0)}),
		"1 person affected, at most 42 hours lost, median time to resolve 37 minutes, 1 still open, 1 reassignment")
	check(w.Status(result.StatusBack), "came back")
	check(w.Status("odd"), "odd")
	check(w.Cause(result.CauseVendor), "a vendor's fault")
	check(w.Field("configuration_item"), "configuration item")
}

func TestException(t *testing.T) {
	for _, c := range []struct {
		exception result.Exception
		want      string
	}{
		{result.Exception{Criterion: "people", Reason: "a test week."}, `The criterion "people" does not count anywhere: a test week.`},
		{result.Exception{Criterion: "hours", Department: "Audit", Reason: "year end"}, `The criterion "hours" does not count in department Audit: year end.`},
		{result.Exception{Criterion: "hours", Category: "Access", Reason: "known"}, `The criterion "hours" does not count in category Access: known.`},
		{result.Exception{Criterion: "hours", Department: "Audit", Category: "Access", Reason: "known"}, `The criterion "hours" does not count in department Audit, category Access: known.`},
	} {
		if got := w.Exception(c.exception); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestOtherChanges(t *testing.T) {
	p := &result.Pattern{
		Changes: []result.Change{{ID: "C-1"}, {ID: "C-12"}},
		Cause:   result.Cause{Evidence: []result.Evidence{{Change: &result.ChangeBefore{Change: result.Change{ID: "C-12"}}}}},
	}
	if got := OtherChanges(p); len(got) != 1 || got[0].ID != "C-1" {
		t.Errorf("got %v, want the change that the cause does not name", got)
	}
}

func TestMayBeChance(t *testing.T) {
	seven := 0.7
	weak := &result.Pattern{MayBeChance: true, ByChance: &seven}
	if got := w.MayBeChance(weak); !strings.Contains(got, "in one report of 2.") {
		t.Errorf("a weak pattern: %q", got)
	}
	if got := w.MayBeChance(&result.Pattern{ByChance: &seven}); got != "" {
		t.Errorf("a sure pattern: %q", got)
	}
}

func TestState(t *testing.T) {
	third := &result.Analysis{AsOf: time.Date(2026, 6, 28, 18, 0, 0, 0, time.UTC), Trend: result.Trend{Runs: []result.TrendRun{{Day: "2026-06-21"}, {Day: "2026-06-28"}}}}
	for _, test := range []struct {
		p    result.Pattern
		want string
	}{
		{result.Pattern{Status: result.StatusSteady, Standing: result.Standing{FirstReported: "2026-06-21"}}, "steady"},
		{result.Pattern{Status: result.StatusGrowing, Escalate: true, Standing: result.Standing{FirstReported: "2026-06-28", Alarm: true}}, "growing, new since 21 Jun, decide"},
		{result.Pattern{Status: result.StatusNew, Standing: result.Standing{FirstReported: "2026-06-28"}}, "new since 21 Jun"},
		{result.Pattern{Escalate: true, Status: result.StatusNew, MayBeChance: true, Standing: result.Standing{FirstReported: "2026-06-21"}}, "new, weak signal"},
		{result.Pattern{Status: result.StatusFading, Standing: result.Standing{FirstReported: "2026-06-14", Decisions: []result.Decision{{Decision: "accept", On: "2026-06-22"}}}}, "fading, accepted 22 Jun"},
		{result.Pattern{Escalate: true, Status: result.StatusSteady, Due: "2026-06-24", Standing: result.Standing{FirstReported: "2026-06-14", Asked: "2026-06-14"}}, "steady, overdue since 24 Jun"},
	} {
		if got := w.State(&test.p, third); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// A symptom is named where several report it; single tickets name nothing.
func TestSymptoms(t *testing.T) {
	for _, c := range []struct {
		symptoms []result.Symptom
		want     string
	}{
		{nil, ""},
		{[]result.Symptom{{Label: "printing", Tickets: 5}, {Label: "drives", Tickets: 2}, {Tickets: 3}}, "They report “printing” (5), “drives” (2) and 3 more."},
		{[]result.Symptom{{Label: "printing", Tickets: 1}, {Label: "drives", Tickets: 1}, {Tickets: 5}}, "No two report the same."},
	} {
		if got := (Writer{}).symptoms(c.symptoms); got != c.want {
			t.Errorf("%+v: %q, want %q", c.symptoms, got, c.want)
		}
	}
}
