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
		{fix(result.VerdictHolds, 0), "The fix holds: since 14 Jun 2026 0 tickets came where 4.2 would have."},
		{fix(result.VerdictEarly, 1), "It is too early to say whether the fix holds: since 14 Jun 2026 1 ticket came where 4.2 would have."},
		{fix(result.VerdictNot, 3), "The fix does not hold: since 14 Jun 2026 3 tickets came where 4.2 would have. It went to Network before."},
		{fix(result.VerdictBack, 3), "It is back after the fix and a silence: since 14 Jun 2026 3 tickets came where 4.2 would have. It went to Network before."},
		{fix(result.VerdictWorse, 9), "More than before the fix: since 14 Jun 2026 9 tickets came where 4.2 would have. It went to Network before."},
		{change(result.VerdictWorse, 9), "After change CHG1 on 14 Jun 2026 there were more: 9 tickets where 4.2 would have come. That need not be its doing."},
		{change(result.VerdictHolds, 1), "After change CHG1 on 14 Jun 2026 there were fewer: 1 ticket where 4.2 would have come. That need not be its doing."},
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
