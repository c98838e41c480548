package desk

import (
	"cmp"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/parallel"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
)

const (
	// minByDesk is the smallest number of tickets of an issue resolved by the desk,
	// and minConfidence the smallest confidence in its owner, for the issue to
	// belong elsewhere.
	minByDesk     = 5
	minConfidence = 0.5
	// minBounced is the smallest number of tickets of an issue that were reassigned
	// more than maxUsualMoves times.
	minBounced    = 3
	maxUsualMoves = 1
	// maxWork bounds each list.
	maxWork = 20
)

// measureWork measures what the tickets of the last weeks show beyond patterns.
func measureWork(in Input) result.Work {
	days := 7 * in.WorkWeeks
	w := result.Work{
		Days: days, Kept: []result.Kept{}, Bounced: []result.Bounced{},
		Themes: themes(in, days), Asked: unlistedApps(in.Data, in.Owners, days),
	}
	functions := functionShares{}
	answers := make([]result.Owner, len(in.Issues))
	parallel.Each(len(answers), func() func(int) {
		return func(i int) {
			if recent := in.Data.Recent(in.Issues[i].Tickets, days); len(recent) > 0 {
				answers[i] = in.Describer.OwnerByContent(recent)
			}
		}
	})
	for k, i := range in.Issues {
		recent, answer := in.Data.Recent(i.Tickets, days), answers[k]
		if len(recent) == 0 {
			continue
		}
		functions.add(answer, len(recent))
		if k, ok := resolvedByDesk(in, i, recent, answer); ok {
			w.Kept = append(w.Kept, k)
		}
		if b, ok := bounced(in, i, recent); ok {
			w.Bounced = append(w.Bounced, b)
		}
	}
	w.Functions = functions.sorted()
	slices.SortStableFunc(w.Kept, func(a, b result.Kept) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.IssueID, b.IssueID))
	})
	slices.SortStableFunc(w.Bounced, func(a, b result.Bounced) int {
		return cmp.Or(-cmp.Compare(len(a.Tickets), len(b.Tickets)), cmp.Compare(a.IssueID, b.IssueID))
	})
	w.Kept, w.Bounced = w.Kept[:min(len(w.Kept), maxWork)], w.Bounced[:min(len(w.Bounced), maxWork)]
	var lead int
	if w.Pace, w.PaceFewer, lead = timeToResolve(in.Data, days); lead >= 0 {
		w.PaceLeadDays = &lead
	}
	return w
}

// functionShares counts issues and their tickets by function.
type functionShares map[string]*result.FunctionShare

func (s functionShares) add(of result.Owner, tickets int) {
	if s[of.Function] == nil {
		s[of.Function] = &result.FunctionShare{Function: of.Function, Team: of.Team}
	}
	s[of.Function].Issues++
	s[of.Function].Tickets += tickets
}

func (s functionShares) sorted() []result.FunctionShare {
	shares := []result.FunctionShare{}
	for _, f := range s {
		shares = append(shares, *f)
	}
	slices.SortFunc(shares, func(a, b result.FunctionShare) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.Function, b.Function))
	})
	return shares
}

// resolvedByDesk reports whether the desk itself resolves the tickets of an issue
// although their content points to another team.
func resolvedByDesk(in Input, i Issue, recent []int32, answer result.Owner) (result.Kept, bool) {
	byDesk := in.Data.Filter(recent, func(t int32) bool {
		k := &in.Data.Tickets[t]
		return !k.Finished().IsZero() && in.Describer.IsDesk(k.AssignmentGroup)
	})
	if len(byDesk) < minByDesk || answer.Confidence < minConfidence || answer.Function == in.Owners.Desk || isDeskTeam(in.Owners, answer.Team) {
		return result.Kept{}, false
	}
	return result.Kept{
		IssueID: i.ID, Label: i.Label, Function: answer.Function, Team: answer.Team,
		Evidence: answer.Evidence, Tickets: in.Data.IDs(byDesk), Of: len(recent), PersonHours: in.Describer.Impact(byDesk).PersonHours,
	}, true
}

// isDeskTeam reports whether a team is that of the help desk.
func isDeskTeam(owners owner.Map, team string) bool {
	return team != "" && slices.ContainsFunc(owners.Functions, func(f owner.Function) bool {
		return f.Team == team && owner.Same(f.Name, owners.Desk)
	})
}

// bounced counts the tickets of an issue that were reassigned more than once, the
// groups where they ended and, if the export has a row per step, their paths.
// Without a count of reassignments the path gives it.
func bounced(in Input, i Issue, recent []int32) (result.Bounced, bool) {
	b := result.Bounced{IssueID: i.ID, Label: i.Label}
	groups := &in.Data.Fields[dataset.AssignmentGroup]
	ends := map[string]int{}
	for _, t := range recent {
		k := &in.Data.Tickets[t]
		if !k.Reassignments.Known && k.Path == nil {
			continue
		}
		b.Of++
		moves := max(k.Reassignments.N, len(k.Path)-1)
		if moves <= maxUsualMoves {
			continue
		}
		b.Tickets = append(b.Tickets, in.Data.Refs[t])
		b.Moves += moves
		if v := groups.Value[t]; v != dataset.Unknown {
			ends[text.Plain(groups.Name[v])]++
		}
	}
	b.EndedAt, b.Paths = describe.SortedCounts(ends), in.Describer.ReassignmentPaths(recent)
	return b, len(b.Tickets) >= minBounced
}
