package words

import (
	"testing"

	"ticketpatterns/analyzer/result"
)

func TestFix(t *testing.T) {
	fix := func(v result.Verdict, seen int) *result.FixCheck {
		return &result.FixCheck{Verdict: v, On: "2026-06-14", Seen: seen, Expected: 4.2, Team: "Network"}
	}
	change := func(v result.Verdict, seen int) *result.FixCheck {
		f := fix(v, seen)
		f.Change = "CHG1"
		return f
	}
	var w Writer
	for _, c := range []struct {
		fix  *result.FixCheck
		want string
	}{
		{fix(result.VerdictHolds, 0), "The fix holds: 0 tickets since 14 Jun 2026, 4 without the fix."},
		{fix(result.VerdictEarly, 1), "Too early to say whether the fix holds: 1 ticket since 14 Jun 2026, 4 without the fix."},
		{fix(result.VerdictNot, 3), "The fix failed: 3 tickets since 14 Jun 2026, 4 without the fix. Network was asked before."},
		{fix(result.VerdictBack, 3), "It came back after the fix: 3 tickets since 14 Jun 2026, 4 without the fix. Network was asked before."},
		{fix(result.VerdictWorse, 9), "More than before the fix: 9 tickets since 14 Jun 2026, 4 without the fix. Network was asked before."},
		{change(result.VerdictWorse, 9), "More after change CHG1 (14 Jun 2026): 9 tickets, 4 before at this rate. The change need not be the cause."},
		{change(result.VerdictHolds, 1), "Fewer after change CHG1 (14 Jun 2026): 1 ticket, 4 before at this rate. The change need not be the cause."},
	} {
		if got := w.Fix(c.fix); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got, want := w.FixScope(change(result.VerdictHolds, 1)), "what the change concerns"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	finance := &result.FixCheck{Scope: []result.FieldValue{{Field: "department", Value: "Finance"}}}
	if got := w.FixScope(finance) + ", " + w.FixScope(fix(result.VerdictHolds, 0)); got != "department Finance, the whole desk" {
		t.Errorf("scopes %q", got)
	}
}
