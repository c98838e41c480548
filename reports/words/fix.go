package words

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/i18n"
)

// verdictTexts frame what came since a fix.
var verdictTexts = map[result.Verdict]i18n.English{
	result.VerdictHolds: "The fix holds: %s.",
	result.VerdictBack:  "It is back after the fix and a silence: %s.",
	result.VerdictNot:   "The fix does not hold: %s.",
	result.VerdictWorse: "More than before the fix: %s.",
	result.VerdictEarly: "It is too early to say whether the fix holds: %s.",
}

// Fix says what came of a fix, or after a declared change.
func (w Writer) Fix(f *result.FixCheck) string {
	if f.Change != "" {
		return w.change(f)
	}
	since := w.Count(f.Seen, "since %[2]s %[1]d ticket came where %[3]s would have", "since %[2]s %[1]d tickets came where %[3]s would have",
		w.Date(f.On), w.Number(f.Expected))
	said := w.Text(verdictTexts[f.Verdict], since)
	if f.Team != "" && f.Verdict != result.VerdictHolds && f.Verdict != result.VerdictEarly {
		said += " " + w.Text("It went to %s before.", f.Team)
	}
	return said
}

func (w Writer) change(f *result.FixCheck) string {
	if f.Verdict == result.VerdictWorse {
		return w.Count(f.Seen, "After change %[2]s on %[3]s there were more: %[1]d ticket where %[4]s would have come. That need not be its doing.",
			"After change %[2]s on %[3]s there were more: %[1]d tickets where %[4]s would have come. That need not be its doing.", f.Change, w.Date(f.On), w.Number(f.Expected))
	}
	return w.Count(f.Seen, "After change %[2]s on %[3]s there were fewer: %[1]d ticket where %[4]s would have come. That need not be its doing.",
		"After change %[2]s on %[3]s there were fewer: %[1]d tickets where %[4]s would have come. That need not be its doing.", f.Change, w.Date(f.On), w.Number(f.Expected))
}

// FixScope says where a fix was made, or what a change concerns.
func (w Writer) FixScope(f *result.FixCheck) string {
	if f.Change != "" {
		return w.Text("what the change concerns")
	}
	return w.ScopeOf(f.Scope)
}
