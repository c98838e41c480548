package words

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/i18n"
)

// verdictTexts frame what came since a fix.
var verdictTexts = map[result.Verdict]i18n.English{
	result.VerdictHolds: "The fix holds: %s.",
	result.VerdictBack:  "It came back after the fix: %s.",
	result.VerdictNot:   "The fix failed: %s.",
	result.VerdictWorse: "More than before the fix: %s.",
	result.VerdictEarly: "Too early to say whether the fix holds: %s.",
}

// Fix says what came of a fix, or after a declared change.
func (w Writer) Fix(f *result.FixCheck) string {
	if f.Change != "" {
		return w.change(f)
	}
	since := w.Count(f.Seen, "%[1]d ticket since %[2]s, %[3]s without the fix", "%[1]d tickets since %[2]s, %[3]s without the fix",
		w.Date(f.On), w.Usual(f.Expected))
	said := w.Text(verdictTexts[f.Verdict], since)
	if f.Team != "" && f.Verdict != result.VerdictHolds && f.Verdict != result.VerdictEarly {
		said += " " + w.Text("%s was asked before.", w.Team(f.Team))
	}
	return said
}

func (w Writer) change(f *result.FixCheck) string {
	if f.Verdict == result.VerdictWorse {
		return w.Count(f.Seen, "More after change %[2]s (%[3]s): %[1]d ticket, %[4]s before at this rate. The change need not be the cause.",
			"More after change %[2]s (%[3]s): %[1]d tickets, %[4]s before at this rate. The change need not be the cause.", f.Change, w.Date(f.On), w.Usual(f.Expected))
	}
	return w.Count(f.Seen, "Fewer after change %[2]s (%[3]s): %[1]d ticket, %[4]s before at this rate. The change need not be the cause.",
		"Fewer after change %[2]s (%[3]s): %[1]d tickets, %[4]s before at this rate. The change need not be the cause.", f.Change, w.Date(f.On), w.Usual(f.Expected))
}

// FixScope says where a fix was made, or what a change concerns.
func (w Writer) FixScope(f *result.FixCheck) string {
	if f.Change != "" {
		return w.Text("what the change concerns")
	}
	return w.ScopeOf(f.Scope)
}
