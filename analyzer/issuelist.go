package analyzer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"ticketpatterns/analyzer/dataset"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

// issues turns clusters into issues and remembers which ticket is in which.
func (r *reporter) issues(groups issueGroups) {
	type entry struct {
		issue   result.Issue
		tickets []int32
		cluster cluster
	}
	var entries []entry
	for _, c := range groups.clusters {
		if !r.isIssue(c) {
			continue
		}
		tickets := r.ticketsOf(c.docs)
		before := r.before(c)
		l := r.life(tickets, r.livedBy(c))
		entries = append(entries, entry{r.issue(tickets, c, l, before), tickets, c})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(-cmp.Compare(len(a.tickets), len(b.tickets)), cmp.Compare(a.issue.ID, b.issue.ID))
	})
	r.issueOf = make([]int, len(r.export.Tickets))
	r.closeness = make([]float64, len(r.export.Tickets))
	for t := range r.issueOf {
		r.issueOf[t] = -1
	}
	for i, n := range entries {
		centre := text.Unit(n.cluster.sum)
		for _, t := range n.tickets {
			r.issueOf[t] = i
			r.closeness[t] = text.Dot(centre, groups.vectors[r.export.TextOf[t]])
		}
		r.issueList = append(r.issueList, n.issue)
		r.members = append(r.members, n.tickets)
		r.clusters = append(r.clusters, n.cluster)
	}
	r.vectors = groups.vectors
}

// isIssue reports whether a group is large enough to recur; tickets that only an
// earlier run saw count too.
func (r *reporter) isIssue(c cluster) bool {
	tickets := c.tickets
	if c.known >= 0 {
		tickets += r.known.issues[c.known].gone
	}
	return tickets >= smallestIssue
}

// before is what is remembered of the issue that a group goes on.
func (r *reporter) before(c cluster) past.Issue {
	if c.known < 0 {
		return past.Issue{}
	}
	return r.known.issues[c.known].Issue
}

func (r *reporter) ticketsOf(docs []int32) []int32 {
	var tickets []int32
	for _, d := range docs {
		tickets = append(tickets, r.export.Texts[d].Tickets...)
	}
	slices.Sort(tickets)
	return tickets
}

func (r *reporter) issue(tickets []int32, c cluster, l life, before past.Issue) result.Issue {
	words := r.describe.Wording(tickets)
	first, last := r.export.FirstAndLast(tickets)
	if before.FirstSeen != "" {
		first = min(first, result.Day(before.FirstSeen))
	}
	return result.Issue{
		ID: r.issueID(c, &r.export.Tickets[tickets[0]]), Label: words.Label, Phrases: words.Phrases,
		Exemplars: words.Typical, Tickets: r.export.IDs(tickets), FirstSeen: first, LastSeen: last,
		Status: l.status, Since: l.since, PreviousIDs: r.previousIDs(c, before),
	}
}

// issueID is the remembered id or, of a new issue, one made of its first ticket.
// It stays when later tickets join and when the first has left the export. An id
// that another issue has got from the same ticket is not given again.
func (r *reporter) issueID(c cluster, first *ticket.Ticket) string {
	if c.known >= 0 {
		return r.known.issues[c.known].ID
	}
	id := "I-" + digest(first.Source, first.ID)
	for n := 2; r.known.taken[id]; n++ {
		id = "I-" + digest(first.Source, first.ID, strconv.Itoa(n))
	}
	r.known.taken[id] = true
	return id
}

// previousIDs are the ids of the issues that a group was made of.
func (r *reporter) previousIDs(c cluster, before past.Issue) []string {
	ids := slices.Clone(before.Previous)
	for _, n := range c.from {
		ids = united(ids, append(r.known.issues[n].Previous, r.known.issues[n].ID))
	}
	return nonNil(united(ids, nil))
}

// digest is a short name that is equal for equal parts.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:5])
}

// assignments says of every ticket, also those opened after AsOf, where it
// belongs.
func (r *reporter) assignments(later []ticket.Ticket) []result.Assignment {
	out := make([]result.Assignment, 0, len(r.export.Tickets)+len(later))
	for t := range r.export.Tickets {
		a := result.Assignment{Source: r.export.Tickets[t].Source, TicketID: r.export.Tickets[t].ID}
		if i := r.issueOf[t]; i >= 0 {
			a.IssueID = r.issueList[i].ID
			a.Similarity = r.closeness[t]
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
