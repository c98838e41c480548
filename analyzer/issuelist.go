package analyzer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// issues turns clusters into issues and remembers which ticket is in which.
func (r *reporter) issues(groups issueGroups) {
	type entry struct {
		issue   result.Issue
		tickets []int32
		sum     text.Vector
	}
	var entries []entry
	for _, c := range groups.clusters {
		if c.tickets < smallestIssue {
			continue
		}
		tickets := r.ticketsOf(c.docs)
		entries = append(entries, entry{r.issue(tickets), tickets, c.sum})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(-cmp.Compare(len(a.tickets), len(b.tickets)), cmp.Compare(a.issue.ID, b.issue.ID))
	})
	r.issueOf = make([]int, len(r.export.tickets))
	r.closeness = make([]float64, len(r.export.tickets))
	for t := range r.issueOf {
		r.issueOf[t] = -1
	}
	for i, n := range entries {
		centre := text.Unit(n.sum)
		for _, t := range n.tickets {
			r.issueOf[t] = i
			r.closeness[t] = text.Dot(centre, groups.vectors[r.export.docOf[t]])
		}
		r.issueList = append(r.issueList, n.issue)
		r.members = append(r.members, n.tickets)
	}
}

func (r *reporter) ticketsOf(docs []int32) []int32 {
	var tickets []int32
	for _, d := range docs {
		tickets = append(tickets, r.export.docs[d].tickets...)
	}
	slices.Sort(tickets)
	return tickets
}

func (r *reporter) issue(tickets []int32) result.Issue {
	typical := r.typical(tickets)
	first, last := r.firstAndLast(tickets)
	return result.Issue{
		ID: issueID(&r.export.tickets[tickets[0]]), Label: r.label(typical), Phrases: r.phrases(tickets),
		Exemplars: r.exemplarIDs(typical), Tickets: r.export.ids(tickets), FirstSeen: first, LastSeen: last,
		Status: r.status(tickets), PreviousIDs: []string{},
	}
}

// issueID names an issue after its first ticket, which stays the first when
// later tickets join.
func issueID(first *ticket.Ticket) string { return "I-" + digest(first.Source, first.ID) }

// digest is a short name that is equal for equal parts.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:5])
}

// assignments says of every ticket, also those opened after AsOf, where it
// belongs.
func (r *reporter) assignments(later []ticket.Ticket) []result.Assignment {
	out := make([]result.Assignment, 0, len(r.export.tickets)+len(later))
	for t := range r.export.tickets {
		a := result.Assignment{Source: r.export.tickets[t].Source, TicketID: r.export.tickets[t].ID}
		if i := r.issueOf[t]; i >= 0 {
			a.IssueID = r.issueList[i].ID
			a.Similarity = r.closeness[t]
		}
		out = append(out, a)
	}
	later = slices.Clone(later)
	slices.SortFunc(later, compareTickets)
	for i := range later {
		out = append(out, result.Assignment{Source: later[i].Source, TicketID: later[i].ID})
	}
	return out
}
