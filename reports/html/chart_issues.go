package html

import (
	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

const issuesListed = 40

// issuesFigure lists the largest recurring issues, concentrated anywhere or not.
func issuesFigure(a *result.Analysis) (figure, error) {
	f := figure{
		ID:      "chart-issues",
		Title:   "Which issues recur at all?",
		Caption: "Issues are tickets that say the same thing. Most of them are everyday work; only where one stands out does it become a pattern above.",
		Table:   table{Head: []string{"Issue", "Status", "First seen", "Last seen", "Tickets"}, Numeric: 4},
	}
	for _, i := range a.Issues[:min(len(a.Issues), issuesListed)] {
		f.Table.Rows = append(f.Table.Rows, []string{
			words.Short(i.Label, 90), words.Status(i.Status), words.Date(i.FirstSeen), words.Date(i.LastSeen), words.Int(len(i.Tickets)),
		})
	}
	if more := len(a.Issues) - issuesListed; more > 0 {
		f.Table.Note = words.Count(more, "smaller issue is", "smaller issues are") + " only in patterns.json."
	}
	return f, nil
}
