package desk

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/text"
	"ticketpatterns/analyzer/ticket"
)

const (
	// outlookNamed is how many issues, tickets and departments an outlook names.
	outlookNamed = 5
	// moverSigmas is how far apart two counts are that are called a move: in standard
	// deviations, the usual 2.58 of p = 0.01, two-sided.
	moverSigmas = 2.58
)

// Outlook returns what can be looked at in a week without a pattern.
func Outlook(in Input) result.Outlook {
	out := result.Outlook{Reach: reach(in), Largest: []result.Recent{}, Movers: []result.Recent{}, Oldest: []result.OldTicket{}, Users: deskUsers(in)}
	out.Largest, out.Movers = recentIssues(in)
	if in.Data.EndsKnown {
		out.Open, out.Oldest = oldestOpen(in)
	}
	return out
}

// recentIssues returns the largest issues of the last four weeks and those that
// changed. Two counts a and b of equal rates differ by (a - b)/sqrt(a + b) standard
// deviations (the normal form of the test of Przyborowski and Wilenski, Biometrika 31
// (1940), 313-323).
func recentIssues(in Input) (largest, movers []result.Recent) {
	const days = result.OutlookDays
	all, movers := []result.Recent{}, []result.Recent{}
	before := in.Data.Days >= 2*days
	for _, i := range in.Issues {
		lately := in.Data.Recent(i.Tickets, days)
		r := result.Recent{IssueID: i.ID, Label: i.Label, Tickets: len(lately), People: in.Data.DistinctPeople(lately)}
		if before {
			r.Before = new(len(in.Data.Recent(i.Tickets, 2*days)) - len(lately))
		}
		if len(lately) > 1 {
			all = append(all, r)
		}
		if before && math.Abs(move(r)) >= moverSigmas {
			movers = append(movers, r)
		}
	}
	slices.SortFunc(all, func(a, b result.Recent) int {
		return cmp.Or(-cmp.Compare(a.Tickets, b.Tickets), cmp.Compare(a.IssueID, b.IssueID))
	})
	slices.SortFunc(movers, func(a, b result.Recent) int {
		return cmp.Or(-cmp.Compare(math.Abs(move(a)), math.Abs(move(b))), cmp.Compare(a.IssueID, b.IssueID))
	})
	return all[:min(len(all), outlookNamed)], movers[:min(len(movers), outlookNamed)]
}

// move is by how many standard deviations an issue changed.
func move(r result.Recent) float64 {
	if r.Tickets+*r.Before == 0 {
		return 0
	}
	return float64(r.Tickets-*r.Before) / math.Sqrt(float64(r.Tickets+*r.Before))
}

// oldestOpen counts the tickets that are not finished and names the oldest.
func oldestOpen(in Input) (*int, []result.OldTicket) {
	n, oldest := 0, []result.OldTicket{}
	for t := range in.Data.Tickets {
		k := &in.Data.Tickets[t]
		if !k.Finished().IsZero() {
			continue
		}
		if n++; n <= outlookNamed {
			oldest = append(oldest, result.OldTicket{
				ID: in.Data.Refs[t], Opened: in.Data.Date(in.Data.Day[t]), Days: in.Data.Day[t],
				Subject: in.Describer.Subject(int32(t)), Group: text.Plain(k.AssignmentGroup),
			})
		}
	}
	return &n, oldest
}

// deskUsers returns the departments that use the desk most: per head if a list of
// people tells how many each has.
func deskUsers(in Input) []result.DeskUser {
	data := in.Data
	column := data.Fields[dataset.Department]
	tickets := make([][]int32, len(column.Name))
	for t, v := range column.Value {
		if data.Day[t] < result.OutlookDays && data.Excluded[t] != dataset.Machine {
			tickets[v] = append(tickets[v], int32(t))
		}
	}
	users, headed := []result.DeskUser{}, true
	for v, of := range tickets {
		if v == dataset.Unknown || len(of) == 0 {
			continue
		}
		u := result.DeskUser{
			Department: text.Plain(column.Name[v]), Tickets: len(of), People: data.DistinctPeople(of), Heads: in.Heads[fold.Spelling(column.Name[v])],
		}
		headed = headed && u.Heads > 0
		users = append(users, u)
	}
	weight := func(u result.DeskUser) float64 {
		if headed {
			return float64(u.Tickets) / float64(u.Heads)
		}
		return float64(u.Tickets)
	}
	slices.SortFunc(users, func(a, b result.DeskUser) int {
		return cmp.Or(-cmp.Compare(weight(a), weight(b)), cmp.Compare(a.Department, b.Department))
	})
	if len(users) < 2 {
		return []result.DeskUser{} // one of one says nothing
	}
	return users[:min(len(users), outlookNamed)]
}

// Heads counts people by department, as a list of people names them: by fold.Spelling. A
// person of several names counts once.
func Heads(people []ticket.Person) map[string]int {
	seen, out := map[string]bool{}, map[string]int{}
	for i := range people {
		if who := fold.Spelling(people[i].Requester); who != "" && !people[i].Alias && people[i].Department != "" && !seen[who] {
			seen[who] = true
			out[fold.Spelling(people[i].Department)]++
		}
	}
	return out
}
