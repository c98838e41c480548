package analyzer

import (
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// describeIssues says of each issue what it is about and where it stands.
func (r *reporter) describeIssues() []result.Issue {
	out := []result.Issue{}
	for _, i := range r.issues.Issues {
		out = append(out, r.describeIssue(i))
	}
	return out
}

func (r *reporter) describeIssue(i issue.Issue) result.Issue {
	words, stands := r.describe.Wording(i.Tickets), r.deskByDay().Status(r.daysOf(i.Tickets), r.remembered(i.Remembered))
	return result.Issue{
		ID: i.ID, Label: words.Label, Phrases: words.Phrases, Exemplars: words.Typical, Tickets: r.export.IDs(i.Tickets),
		FirstSeen: i.FirstSeen, LastSeen: i.LastSeen, Status: stands.Status, Since: r.export.Date(stands.Since), PreviousIDs: i.PreviousIDs,
	}
}

// assignments says of every ticket, also those opened after AsOf, where it
// belongs.
func (r *reporter) assignments(later []ticket.Ticket) []result.Assignment {
	out := make([]result.Assignment, 0, len(r.export.Tickets)+len(later))
	for t := range r.export.Tickets {
		a := result.Assignment{Source: r.export.Tickets[t].Source, TicketID: r.export.Tickets[t].ID}
		if i := r.issues.Of[t]; i >= 0 {
			a.IssueID = r.issueList[i].ID
			a.Similarity = r.issues.Closeness[t]
		}
		out = append(out, a)
	}
	later = slices.Clone(later)
	slices.SortFunc(later, dataset.CompareTickets)
	for i := range later {
		out = append(out, result.Assignment{Source: later[i].Source, TicketID: later[i].ID})
	}
	return out
}
