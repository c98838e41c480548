package result

import "testing"

func TestTurn(t *testing.T) {
	today := Day("2026-06-28")
	accepted := Decision{Decision: "accept", On: "2026-06-22"}
	undone := Decision{Decision: "accept", On: "2026-06-22", Undone: "2026-06-23"}
	for _, test := range []struct {
		want NextAction
		p    Pattern
	}{
		{NextWatch, Pattern{}},
		{NextWatch, Pattern{MayBeChance: true}},
		{NextWatch, Pattern{Standing: Standing{Decisions: []Decision{undone}}}},
		{NextAnswered, Pattern{Standing: Standing{Decisions: []Decision{accepted}}}},
		{NextAnswered, Pattern{Standing: Standing{Decisions: []Decision{accepted, undone}}}},
		{NextDecide, Pattern{Escalate: true, Standing: Standing{Asked: today}}},
		{NextDecide, Pattern{Escalate: true, Standing: Standing{Asked: today, Alarm: true, Decisions: []Decision{accepted}}}},
		{NextDecide, Pattern{Escalate: true, Standing: Standing{Asked: "2026-06-14", Alarm: true}}},
		{NextOwner, Pattern{Escalate: true, Owner: Owner{Gap: true}}},
		{NextRead, Pattern{Escalate: true, MayBeChance: true, Owner: Owner{Gap: true}}},
		{NextAsked, Pattern{Escalate: true, Due: "2026-06-28", Standing: Standing{Asked: "2026-06-14"}}},
		{NextAsked, Pattern{Escalate: true, MayBeChance: true, Standing: Standing{Asked: "2026-06-14"}}},
		{NextOverdue, Pattern{Escalate: true, Due: "2026-06-27", Standing: Standing{Asked: "2026-06-14"}}},
	} {
		if got := test.p.NextAction(today); got != test.want {
			t.Errorf("%+v: %s, want %s", test.p, got, test.want)
		}
	}
}

func TestNewSince(t *testing.T) {
	first := &Analysis{Trend: Trend{Runs: []TrendRun{{Day: "2026-06-28"}}}}
	third := &Analysis{Trend: Trend{Runs: []TrendRun{{Day: "2026-06-14"}, {Day: "2026-06-21"}, {Day: "2026-06-28"}}}}
	now := &Pattern{Standing: Standing{FirstReported: "2026-06-28"}}
	for _, test := range []struct {
		a    *Analysis
		p    *Pattern
		want Day
	}{
		{first, now, ""}, {third, now, "2026-06-21"}, {third, &Pattern{Standing: Standing{FirstReported: "2026-06-21"}}, ""}, {&Analysis{}, now, ""},
	} {
		if got := test.a.NewSince(test.p); got != test.want {
			t.Errorf("new since %q, want %q", got, test.want)
		}
	}
}
