package words

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/i18n"
)

// CoverageLines says what the export lacks, one line each, worst first.
func (w Writer) CoverageLines(a *result.Analysis) []string {
	lines := make([]string, len(a.Coverage))
	for i, g := range a.Coverage {
		lines[i] = w.CoverageLine(g)
	}
	return lines
}

// CoverageLine says what the export lacks, what that means and, where there is one, the
// way out.
func (w Writer) CoverageLine(g result.CoverageGap) string {
	switch g.Code {
	case result.CoverageShorter:
		return w.Count(g.Days, "This export covers %[1]d day; the one before, read up to %[3]s, covered %[2]d.",
			"This export covers %[1]d days; the one before, read up to %[3]s, covered %[2]d.", g.LastDays, w.Date(g.Until)) + " " +
			w.Text("Nothing can be compared with what is usual, and earlier findings would look as if they were over. Keep the file of each week in one folder and analyse the folder: its files are merged.")
	case result.CoverageFewer:
		return w.Count(g.Weeks, "Of the %[1]d week to %[4]s this export holds %[2]d tickets; the last run read %[3]d.",
			"Of the %[1]d weeks to %[4]s this export holds %[2]d tickets; the last run read %[3]d.", g.Count, g.Of, w.Date(g.Until)) + " " +
			w.Text("It is cut or filtered, and what the report says of these weeks is incomplete. Export again without a filter.")
	case result.CoverageEndsEarly:
		return w.Count(g.Days, "No ticket was opened after %[2]s, though some were to be expected until %[3]s: %[1]d day may be missing.",
			"No ticket was opened after %[2]s, though some were to be expected until %[3]s: %[1]d days may be missing.", w.Date(g.Last), w.Date(g.Until)) + " " +
			w.Text("If the export is meant to end there, all is well; if not, what began since is not in this report.")
	case result.CoverageThin, result.CoverageFull:
		return w.unevenEnd(g)
	case result.CoverageOneState:
		return w.Text("All %s are in state “%s”: the export is filtered.", w.Tickets(g.Count), g.State) + " " + w.Text(filteredEffect)
	case result.CoverageNoneOpen:
		return w.Text("All %s are finished, though some should still be open: the export is filtered.", w.Tickets(g.Count)) + " " + w.Text(filteredEffect)
	case result.CoverageNoneFinished:
		return w.Text("None of %s is finished, though earlier exports held finished ones: the export is filtered.", w.Tickets(g.Count)) + " " + w.Text(filteredEffect)
	}
	return string(g.Code)
}

const filteredEffect i18n.English = "Tickets of some states are missing, so that weeks cannot be compared. Export tickets in every state."

// unevenEnd says that the last weeks hold far fewer or more tickets than usual.
func (w Writer) unevenEnd(g result.CoverageGap) string {
	line := w.Text("%s: %s, usually %d.", w.Count(g.Weeks, "The last %d week", "The last %d weeks"), w.Tickets(g.Count), g.Usual)
	if g.Code == result.CoverageThin {
		return line + " " + w.Text("The export thins out at its end, as if it were cut or filtered by closing; findings rest on these few tickets.")
	}
	return line + " " + w.Text("Either the desk was flooded, or the export holds of earlier weeks only what changed lately; then nothing is known of what is usual.")
}
