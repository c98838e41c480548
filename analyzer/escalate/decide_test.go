package escalate

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

const life = "../lifecycle/life.md"

// casesOf returns the first column of the table of cases in life.md.
func casesOf(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(life)
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(text), "| case | when | then |\n|---|---|---|\n")
	if !found {
		t.Fatalf("%s has no table of cases", life)
	}
	var names []string
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "|") {
			break
		}
		names = append(names, strings.TrimSpace(strings.Split(line, "|")[1]))
	}
	return names
}

// asked is a pattern that an earlier report asked its owner about.
func asked() *past.Pattern {
	return &past.Pattern{Team: "Network", Asked: "2026-06-14", Due: "2026-06-28", Alarm: "2026-06-14", AlarmTickets: 10, AlarmDays: 14}
}

// standing is a case of 10 tickets in 14 days that meets a criterion.
func standing(change func(*Case)) Case {
	c := Case{
		Today: "2026-06-28", DueDay: "2026-07-08", Tickets: 10, Days: 14, Met: []result.Criterion{{Name: "people"}},
		Owner: result.Owner{Team: "Network", Confidence: 1}, Before: asked(),
		Forecast: &result.Forecast{Seen: 3, PValue: 0.5},
	}
	change(&c)
	return c
}

func answer(kind string) past.Decision {
	return past.Decision{Number: 1, Kind: kind, On: "2026-06-21", By: "Kim"}
}

// Each row of the table in life.md.
func TestDecide(t *testing.T) {
	answered := func(kind string, change func(*Case)) Case {
		return standing(func(c *Case) { c.Answers = []past.Decision{answer(kind)}; change(c) })
	}
	nothing := func(*Case) {}
	const silent, aloud, kept, gone = "silent", "asked", "kept", "left out"
	rows := []struct {
		name   string
		c      Case
		want   string
		reason result.ReasonCode
	}{
		{"first report", standing(func(c *Case) { c.Before = nil }), aloud, result.ReasonNone},
		{"merged", answered(past.Accept, func(c *Case) { c.MergedWith = "printing" }), silent, result.ReasonMerged},
		{"fixed, unchecked", answered(past.Fixed, nothing), silent, result.ReasonFixed},
		{"fixed, holds", answered(past.Fixed, func(c *Case) { c.Fix = &result.FixCheck{Verdict: result.VerdictEarly} }), silent, result.ReasonFixChecked},
		{"fixed, broken", answered(past.Fixed, func(c *Case) {
			c.Met, c.Fix, c.MetSinceFix = nil, &result.FixCheck{Verdict: result.VerdictBack}, []result.Criterion{{Name: "return"}}
		}), aloud, result.ReasonFixChecked},
		{"ignored", answered(past.IgnoreUntilDoubled, func(c *Case) { c.Tickets = 19 }), silent, result.ReasonUntilDoubled},
		{"doubled", answered(past.IgnoreUntilDoubled, func(c *Case) { c.Tickets = 20 }), aloud, result.ReasonDoubled},
		{"moved", answered(past.WrongOwner, func(c *Case) { c.Owner.Team = "Storage" }), aloud, result.ReasonMoved},
		{"grew", answered(past.Decline, func(c *Case) { c.Forecast.PValue = 0.01 }), aloud, result.ReasonGrew},
		{"no pattern", answered(past.NotAPattern, nothing), gone, result.ReasonNone},
		{"answered", answered(past.Known, nothing), silent, result.ReasonAnswered},
		{"first criterion", standing(func(c *Case) { c.Before.Asked, c.Before.Due = "", "" }), aloud, result.ReasonFirst},
		{"waiting", standing(nothing), kept, result.ReasonWaiting},
		{"overdue", standing(func(c *Case) { c.Before.Due = "2026-06-27" }), kept, result.ReasonOverdue},
		{"nothing", standing(func(c *Case) { c.Met = nil }), silent, result.ReasonNone},
	}
	var names []string
	for _, row := range rows {
		names = append(names, row.name)
		d := Decide(row.c)
		got := silent
		switch {
		case !d.Shown:
			got = gone
		case d.Alarm && d.Escalate && d.Asked == row.c.Today && d.Due == row.c.DueDay && d.Ask == result.AskTakeOver:
			got = aloud
		case d.Escalate && !d.Alarm && d.Asked == "2026-06-14" && d.Due == result.Day(row.c.Before.Due):
			got = kept
		case d.Escalate || d.Alarm || d.Ask != "" || d.Due != "":
			t.Errorf("%s: %+v is neither", row.name, d)
		}
		if got != row.want || d.Reason.Code != row.reason {
			t.Errorf("%s: %s, reason %q; want %s, %q", row.name, got, d.Reason.Code, row.want, row.reason)
		}
		if d.Shown && row.name != "fixed, broken" && !slices.EqualFunc(d.Criteria, row.c.Met, func(a, b result.Criterion) bool { return a.Name == b.Name }) {
			t.Errorf("%s: criteria %+v, want those that are met", row.name, d.Criteria)
		}
	}
	if want := casesOf(t); !slices.Equal(names, want) {
		t.Errorf("the test has the cases\n%v, the table in life.md\n%v", names, want)
	}
}

// What the table says in its introduction, and the rows that stand above others.
func TestDecideInItsOrder(t *testing.T) {
	for _, row := range []struct {
		name string
		c    Case
		want result.ReasonCode
	}{
		{"an answer of today is not overruled by growth", standing(func(c *Case) {
			c.Answers, c.Forecast.PValue = []past.Decision{{Kind: past.Accept, On: "2026-06-28"}}, 0
		}), result.ReasonAnswered},
		{"an answer before the last alarm no longer stands", standing(func(c *Case) {
			c.Answers, c.Before.Alarm = []past.Decision{answer(past.Accept)}, "2026-06-22"
		}), result.ReasonWaiting},
		{"an answer taken back no longer stands", standing(func(c *Case) {
			c.Answers = []past.Decision{{Kind: past.Accept, On: "2026-06-21", Undone: "2026-06-22"}}
		}), result.ReasonWaiting},
		{"growth is asked before no pattern", standing(func(c *Case) {
			c.Answers, c.Forecast.PValue = []past.Decision{answer(past.NotAPattern)}, 0
		}), result.ReasonGrew},
		{"growth without a criterion is silent", standing(func(c *Case) {
			c.Met, c.Forecast.PValue = nil, 0
		}), result.ReasonNone},
		{"merged although it grew", standing(func(c *Case) { c.MergedWith, c.Forecast.PValue = "printing", 0 }), result.ReasonMerged},
		{"moved to the team that was asked", standing(func(c *Case) { c.Answers = []past.Decision{answer(past.WrongOwner)} }), result.ReasonWaiting},
		{"doubled on the day of the answer", standing(func(c *Case) {
			c.Answers, c.Tickets = []past.Decision{{Kind: past.IgnoreUntilDoubled, On: "2026-06-28"}}, 40
		}), result.ReasonUntilDoubled},
		{"nothing to double", standing(func(c *Case) {
			c.Answers, c.Before.AlarmTickets = []past.Decision{answer(past.IgnoreUntilDoubled)}, 0
		}), result.ReasonUntilDoubled},
	} {
		if got := Decide(row.c).Reason.Code; got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

// A criterion must be met to be asked aloud, whatever the reason.
func TestNothingIsAskedWithoutACriterion(t *testing.T) {
	for _, kind := range []string{past.WrongOwner, past.IgnoreUntilDoubled, past.Fixed} {
		c := standing(func(c *Case) {
			c.Answers, c.Met, c.Tickets, c.Owner.Team = []past.Decision{answer(kind)}, nil, 40, "Storage"
			c.Fix = &result.FixCheck{Verdict: result.VerdictNot}
		})
		if d := Decide(c); d.Escalate || d.Alarm || d.Ask != "" || d.Due != "" || d.Asked != "2026-06-14" {
			t.Errorf("%s: %+v", kind, d)
		}
	}
}

// What is asked of a team depends on how sure it is that the cause is theirs.
func TestAskIsAsSureAsTheOwner(t *testing.T) {
	for want, o := range map[result.Ask]result.Owner{
		result.AskNobody:   {Gap: true},
		result.AskTakeOver: {Team: "Network", Strength: result.Fair},
		result.AskWhether:  {Team: "Network", Strength: result.Weak},
		result.AskAgree:    {Team: "Network", Strength: result.Weak, Split: true, Alternative: "Storage"},
	} {
		if got := askOf(o); got != want {
			t.Errorf("%+v: %q, want %q", o, got, want)
		}
	}
}
