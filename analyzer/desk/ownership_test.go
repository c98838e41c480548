package desk

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// A function without an owner is listed with what fell into it.
func TestGapsCountHours(t *testing.T) {
	in := deskOf(printers(6, nil))
	in.Patterns = []Pattern{
		{ID: "P-1", Tickets: []int32{1, 2}, Owner: result.Owner{Gap: true, Function: "Meeting rooms"}},
		{ID: "P-2", Tickets: []int32{3}, Owner: result.Owner{Gap: true, Function: "Meeting rooms"}},
		{ID: "P-3", Tickets: []int32{4}, Owner: result.Owner{Gap: true}},
		{ID: "P-4", Tickets: []int32{5}, Owner: result.Owner{Function: "Printing", Team: "Workplace"}},
	}
	gaps := Gaps(in)
	i := slices.IndexFunc(gaps, func(g result.Gap) bool { return g.Function == "Meeting rooms" })
	want := result.Gap{Function: "Meeting rooms", Patterns: 2, Tickets: 3, PersonHours: 6, PatternIDs: []string{"P-1", "P-2"}}
	if i < 0 || !cmp.Equal(gaps[i], want) {
		t.Errorf("%+v, want %+v", gaps, want)
	}
	if !slices.ContainsFunc(gaps, func(g result.Gap) bool { return g.Function == "" && g.Tickets == 1 }) || len(gaps) != 3 {
		t.Errorf("%+v, want what nothing fits too, and no owned function", gaps)
	}
}

// Three tickets of two hours each. Whoever owns two patterns that share one is
// told of three tickets and six hours, not of four and eight; where they went is
// said once, for the pattern with the higher rank.
func TestSharedTicketsCountOnce(t *testing.T) {
	var tickets []ticket.Ticket
	for i, group := range []string{"Desk", "Desk", "Net"} {
		opened := lastDay.Add(time.Duration(i-9) * time.Hour)
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(i), Opened: opened, Resolved: opened.Add(2 * time.Hour), AssignmentGroup: group})
	}
	pattern := func(id string, o result.Owner, tickets ...int32) Pattern {
		return Pattern{ID: id, Owner: o, Escalate: true, Tickets: tickets}
	}
	in := deskOf(tickets)
	net, gap := result.Owner{Team: "Network"}, result.Owner{Gap: true, Function: "Doors"}
	in.Patterns = []Pattern{pattern("a", net, 0, 1), pattern("b", net, 1, 2)}
	load := Load(in)
	at := slices.IndexFunc(load, func(l result.Load) bool { return l.Team == "Network" })
	if l := load[at]; l.Patterns != 2 || l.Tickets != 3 || l.PersonHours != 6 || !slices.Equal(l.PatternIDs, []string{"a", "b"}) {
		t.Errorf("load %+v, want 2 patterns, 3 tickets, 6 hours", l)
	}
	in.Patterns = []Pattern{pattern("a", gap, 0, 1), pattern("b", gap, 1, 2)}
	gaps := Gaps(in)
	if g := gaps[0]; g.Function != "Doors" || g.Patterns != 2 || g.Tickets != 3 || g.PersonHours != 6 {
		t.Errorf("gap %+v, want 2 patterns, 3 tickets, 6 hours", g)
	}
	_, flows := flow(in.Data, []Pattern{pattern("a", net, 0, 1), pattern("b", gap, 1, 2)})
	want := []result.Flow{{LoggedAs: "Desk", Team: "Network", Tickets: 2}, {LoggedAs: "Net", Tickets: 1}}
	if diff := cmp.Diff(want, flows); diff != "" {
		t.Errorf("flow (-want +got):\n%s", diff)
	}
}
