package chart

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const issuesListed = 40

// issuesFigure lists the largest recurring issues, concentrated anywhere or not.
func issuesFigure(in words.Writer, a *result.Analysis) (Figure, error) {
	f := Figure{
		ID:      "chart-issues",
		Title:   in.Text("All recurring issues"),
		Caption: in.Text("Groups of tickets that say the same. Those that only come near to it perhaps belong to it and count for nothing. Most are everyday work; only where one stands out is it a finding."),
		Table:   Table{Head: []string{in.Text("Issue"), in.Text("Status"), in.Text("First seen"), in.Text("Last seen"), in.Text("Tickets"), in.Text("Perhaps")}, Numeric: 4},
	}
	for _, i := range a.Issues[:min(len(a.Issues), issuesListed)] {
		f.Table.Rows = append(f.Table.Rows, []string{
			in.IssueName(a, i.ID, i.Label, 90), in.Status(issueStatus(a, &i)), in.Date(i.FirstSeen), in.Date(i.LastSeen), in.Int(len(i.Tickets)), in.Int(len(i.Perhaps)),
		})
	}
	if more := len(a.Issues) - issuesListed; more > 0 {
		f.Table.Note = in.Count(more, "%d smaller issue is only in %s.", "%d smaller issues are only in %s.", "patterns.json")
	}
	return f, nil
}

// patternOf returns the first finding of an issue; nil if it has none.
func patternOf(a *result.Analysis, issue string) *result.Pattern {
	for i := range a.Patterns {
		if a.Patterns[i].IssueID == issue {
			return &a.Patterns[i]
		}
	}
	return nil
}

// issueStatus returns the status that the findings tell of an issue, or else its own.
func issueStatus(a *result.Analysis, i *result.Issue) result.Status {
	if p := patternOf(a, i.ID); p != nil {
		return p.Status
	}
	return i.Status
}
