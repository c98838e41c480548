package desk

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// printers are n printer tickets, one a day, that the desk resolved.
func printers(n int, change func(i int, k *ticket.Ticket)) []ticket.Ticket {
	var out []ticket.Ticket
	for i := range n {
		opened := lastDay.AddDate(0, 0, i-n)
		k := ticket.Ticket{
			ID: fmt.Sprint(i), Opened: opened, Resolved: opened.Add(2 * time.Hour), Requester: fmt.Sprintf("p%d", i), Subject: "printer offline", Category: "Printing",
			AssignmentGroup: "Service Desk", Reassignments: ticket.KnownCount(0),
		}
		if change != nil {
			change(i, &k)
		}
		out = append(out, k)
	}
	return out
}

func TestKept(t *testing.T) {
	got := measureWork(deskOf(printers(6, nil), []int32{0, 1, 2, 3, 4, 5})).Kept
	if len(got) != 1 || got[0].Team != "Workplace" || got[0].Function != "Printing" || len(got[0].Tickets) != 6 || got[0].Of != 6 || valueOrZero(got[0].PersonHours) != 12 {
		t.Errorf("%+v, want the six printer tickets of Workplace with 12 hours", got)
	}
	for name, change := range map[string]func(int, *ticket.Ticket){
		"open":         func(_ int, k *ticket.Ticket) { k.Resolved = time.Time{} },
		"not the desk": func(_ int, k *ticket.Ticket) { k.AssignmentGroup = "Workplace" },
		"few":          func(i int, k *ticket.Ticket) { k.AssignmentGroup = []string{"Workplace", "Service Desk"}[min(i, 3)/2] },
		"the desk's":   func(_ int, k *ticket.Ticket) { k.Subject, k.Category = "ticket status", "Service Desk" },
		"unknown":      func(_ int, k *ticket.Ticket) { k.Subject, k.Category = "odd", "Other" },
		"long ago":     func(_ int, k *ticket.Ticket) { k.Opened = k.Opened.AddDate(0, 0, -100) },
	} {
		if got := measureWork(deskOf(printers(6, change), []int32{0, 1, 2, 3, 4, 5})).Kept; len(got) != 0 {
			t.Errorf("%s: %+v, want nothing", name, got)
		}
	}
}

func TestBounced(t *testing.T) {
	tickets := printers(6, func(i int, k *ticket.Ticket) {
		k.Reassignments = ticket.KnownCount(i) // 0 to 5: four were passed on more than once
		k.AssignmentGroup = []string{"Workplace", "Network"}[i%2]
		if i == 5 {
			k.Reassignments = ticket.Count{}
		}
	})
	got := measureWork(deskOf(tickets, []int32{0, 1, 2, 3, 4, 5})).Bounced
	want := []result.Bounced{{
		IssueID: "I-0", Label: "issue 0", Tickets: []string{"2", "3", "4"}, Of: 5, Moves: 9,
		EndedAt: []result.Count{{Name: "Workplace", Count: 2}, {Name: "Network", Count: 1}}, Paths: []result.Path{},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bounced (-want +got):\n%s", diff)
	}
	if got := measureWork(deskOf(printers(6, func(_ int, k *ticket.Ticket) { k.Reassignments = ticket.KnownCount(1) }), []int32{0, 1, 2, 3, 4, 5})).Bounced; len(got) != 0 {
		t.Errorf("%+v: one hand-over is no bounce", got)
	}
}

// A way through the groups tells how often a ticket was passed on where the export
// gives no number, and the commonest ones are named.
func TestBouncedWays(t *testing.T) {
	ways := [][]string{{"Service Desk", "Workplace", "Network"}, {"Service Desk", "Network"}, {"Service Desk", "Workplace", "Network"}, nil, {"Service Desk", "Network", "Service Desk"}}
	tickets := printers(len(ways), func(i int, k *ticket.Ticket) {
		k.Reassignments, k.Path, k.AssignmentGroup = ticket.Count{}, ways[i], "Network"
	})
	got := measureWork(deskOf(tickets, []int32{0, 1, 2, 3, 4})).Bounced
	want := []result.Bounced{{
		IssueID: "I-0", Label: "issue 0", Tickets: []string{"0", "2", "4"}, Of: 4, Moves: 6, EndedAt: []result.Count{{Name: "Network", Count: 3}},
		Paths: []result.Path{
			{Groups: []string{"Service Desk", "Workplace", "Network"}, Tickets: []string{"0", "2"}},
			{Groups: []string{"Service Desk", "Network"}, Tickets: []string{"1"}},
			{Groups: []string{"Service Desk", "Network", "Service Desk"}, Tickets: []string{"4"}},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bounced (-want +got):\n%s", diff)
	}
}
