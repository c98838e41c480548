package analyzer

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// keptTickets is the fewest tickets of an issue that the desk must have
	// resolved, and keptConfidence how sure its owner must be, for the issue to
	// belong elsewhere.
	keptTickets    = 5
	keptConfidence = 0.5
	// bouncedTickets is the fewest tickets of an issue that were passed on more
	// than bouncedMoves times.
	bouncedTickets = 3
	bouncedMoves   = 1
	// mostWork bounds each list.
	mostWork = 20
)

// work says what the tickets of the last weeks hold beyond patterns.
func (r *reporter) work() result.Work {
	days := 7 * r.options.Chronic.Weeks
	w := result.Work{Days: days, Kept: []result.Kept{}, Bounced: []result.Bounced{}}
	functions := map[string]*result.FunctionShare{}
	for i := range r.issueList {
		recent := r.export.Recent(r.issues.Issues[i].Tickets, days)
		if len(recent) == 0 {
			continue
		}
		answer := r.describe.OwnerByContent(recent)
		f := functions[answer.Function]
		if f == nil {
			f = &result.FunctionShare{Function: answer.Function, Team: answer.Team}
			functions[answer.Function] = f
		}
		f.Issues++
		f.Tickets += len(recent)
		if k, ok := r.kept(i, recent, answer); ok {
			w.Kept = append(w.Kept, k)
		}
		if b, ok := r.bounced(i, recent); ok {
			w.Bounced = append(w.Bounced, b)
		}
	}
	w.Functions = sortedShares(functions)
	slices.SortStableFunc(w.Kept, func(a, b result.Kept) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.IssueID, b.IssueID))
	})
	slices.SortStableFunc(w.Bounced, func(a, b result.Bounced) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.IssueID, b.IssueID))
	})
	w.Kept, w.Bounced = w.Kept[:min(len(w.Kept), mostWork)], w.Bounced[:min(len(w.Bounced), mostWork)]
	w.Themes, w.Asked = r.themes(days), r.asked(days)
	r.pace(&w)
	return w
}

func sortedShares(functions map[string]*result.FunctionShare) []result.FunctionShare {
	shares := []result.FunctionShare{}
	for _, f := range functions {
		shares = append(shares, *f)
	}
	slices.SortFunc(shares, func(a, b result.FunctionShare) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.Function, b.Function))
	})
	return shares
}

// kept reports whether the desk resolves the tickets of an issue itself although
// the map gives its cause to another team, by all but who held them.
func (r *reporter) kept(issue int, recent []int32, answer result.Owner) (result.Kept, bool) {
	desk := r.export.Filter(recent, func(t int32) bool {
		k := &r.export.Tickets[t]
		return !k.Finished().IsZero() && r.describe.IsDesk(k.AssignmentGroup)
	})
	if len(desk) < keptTickets || answer.Confidence < keptConfidence || answer.Function == r.options.Owners.Desk || answer.Team == r.deskTeam() {
		return result.Kept{}, false
	}
	return result.Kept{
		IssueID: r.issueList[issue].ID, Label: r.issueList[issue].Label, Function: answer.Function, Team: answer.Team,
		Evidence: answer.Evidence, Tickets: r.export.IDs(desk), Of: len(recent), PersonHours: r.describe.Impact(desk).PersonHours,
	}, true
}

// deskTeam is the team of the help desk; "" if the map has none.
func (r *reporter) deskTeam() string {
	for _, f := range r.options.Owners.Functions {
		if owner.Same(f.Name, r.options.Owners.Desk) && f.Team != "" {
			return f.Team
		}
	}
	return "-" // no team has that name, as a name holds a letter
}

// bounced counts the tickets of an issue that were passed on more than once, where
// they ended and, if the export has a row for each step, their ways. Where it does
// not say how often a ticket was passed on, its way does.
func (r *reporter) bounced(issue int, recent []int32) (result.Bounced, bool) {
	b := result.Bounced{IssueID: r.issueList[issue].ID, Label: r.issueList[issue].Label}
	ends := map[string]int{}
	for _, t := range recent {
		k := &r.export.Tickets[t]
		moves := max(k.Reassignments.N, len(k.Path)-1)
		if !k.Reassignments.Known && k.Path == nil {
			continue
		}
		b.Of++
		if moves <= bouncedMoves {
			continue
		}
		b.Tickets = append(b.Tickets, r.export.Refs[t])
		b.Moves += moves
		if v := r.export.Fields[dataset.AssignmentGroup].Value[t]; v != dataset.Unknown {
			ends[text.Plain(r.export.Fields[dataset.AssignmentGroup].Name[v])]++
		}
	}
	b.EndedAt, b.Paths = describe.Counted(ends), r.describe.ReassignmentPaths(recent)
	return b, len(b.Tickets) >= bouncedTickets
}
