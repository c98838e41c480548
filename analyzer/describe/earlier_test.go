package describe

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// evidenceCalled returns the evidence of a code.
func evidenceCalled(o result.Owner, code result.EvidenceCode) result.Evidence {
	for _, e := range o.Evidence {
		if e.Code == code {
			return e
		}
	}
	return result.Evidence{}
}

// ownPast are n earlier tickets of an issue that Network resolved but for every sixth,
// among many that say nearly the same and that Workplace resolved, behind others that say
// anything, and five new ones.
func ownPast(n int, change func(i int, k *ticket.Ticket)) (tickets []ticket.Ticket, ofIssue, now []int32) {
	for i := range 600 {
		opened := lastDay.AddDate(0, 0, -100).Add(time.Duration(i) * time.Minute)
		k := ticket.Ticket{ID: fmt.Sprint("noise", i), Opened: opened, Resolved: opened, AssignmentGroup: "Service Desk"}
		k.Subject, k.Description = chat(i)
		tickets = append(tickets, k)
	}
	for i := range n + 45 {
		at := int32(len(tickets))
		opened := lastDay.AddDate(0, 0, i/2-60)
		k := ticket.Ticket{ID: fmt.Sprint(i), Opened: opened, Resolved: opened.Add(3600e9), Requester: fmt.Sprint("p", i), Subject: "print jobs vanish", AssignmentGroup: "Workplace", Reassignments: ticket.KnownCount(0)}
		_, k.Description = chat(900 + i)
		switch {
		case i >= n+40:
			k.AssignmentGroup, k.Resolved = "Service Desk", opened
			now = append(now, at)
			ofIssue = append(ofIssue, at)
		case i%2 == 0 && len(ofIssue) < n:
			ofIssue = append(ofIssue, at)
			if k.AssignmentGroup = "Network"; len(ofIssue)%6 == 0 {
				k.AssignmentGroup = "Service Desk"
			}
			k.Reassignments = ticket.KnownCount(i % 3)
		}
		if change != nil {
			change(i, &k)
		}
		tickets = append(tickets, k)
	}
	return tickets, ofIssue, now
}

// Who resolved earlier tickets of the issue itself is asked before who resolved others
// that say the same; where they are few, all that say the same are asked.
func TestOwnPastFirst(t *testing.T) {
	tickets, ofIssue, now := ownPast(18, nil)
	o := describer(tickets).Owner(dataset.Scope{}, now, ofIssue)
	e := evidenceCalled(o, result.EvidenceOwnPast)
	count, of, bounced := 0, 0, 0
	for _, i := range ofIssue {
		if i >= now[0] {
			continue
		}
		of++
		if tickets[i].AssignmentGroup == "Network" {
			count++
			if tickets[i].Reassignments.N > 0 {
				bounced++
			}
		}
	}
	most := func(n, all int) bool { return n <= all && n >= all-1 } // one is less alike than the five are
	if !most(e.Count, count) || !most(e.Of, of) || !most(e.Bounced, bounced) || len(e.Tickets) != e.Count || count == 0 || bounced == 0 {
		t.Errorf("%+v, want %d of %d, %d after reassignment, or one less", e, count, of, bounced)
	}
	if o.Team != "Network" {
		t.Errorf("owner %q, want Network", o.Team)
	}
	tickets, ofIssue, now = ownPast(usualTickets-1, func(i int, k *ticket.Ticket) {
		if i%4 == 3 && i < 40 {
			k.Subject = "chair squeaks"
		}
	})
	if e := describer(tickets).earlier.of(now, ofIssue); e.Own || e.Of <= usualTickets {
		t.Errorf("own %v, %d earlier tickets; want all that say the same where the issue has %d", e.Own, e.Of, usualTickets-1)
	}
}

// What the desk noted about earlier tickets, and who resolved the others of their problem
// record, speaks for the cause, in the numbers that the export has.
func TestNotesCodesAndProblemsOfEarlierTickets(t *testing.T) {
	tickets, ofIssue, now := ownPast(18, func(i int, k *ticket.Ticket) {
		if k.AssignmentGroup == "Network" {
			k.AssignmentGroup = "Service Desk"
		}
		if i%4 == 0 {
			k.Resolution, k.ResolutionCode = []string{"moved to the right VLAN", "explained"}[i/4%2], "Packet loss"
		}
		if i%10 == 0 || i%10 == 1 {
			k.Problem = "PRB7"
		}
		if i%10 == 1 {
			k.Subject, k.AssignmentGroup = "humming", "Network Operations"
		}
	})
	o := describer(tickets).Owner(dataset.Scope{}, now, ofIssue)
	vlan, noted, coded, problem, network := 0, 0, 0, 0, 0
	for i := range tickets[:now[0]] {
		k := &tickets[i]
		if k.Problem == "PRB7" {
			problem++
			if k.AssignmentGroup == "Network Operations" {
				network++
			}
		}
		if !slices.Contains(ofIssue, int32(i)) {
			continue
		}
		if k.Resolution != "" {
			noted++
			coded++
			if k.Resolution != "explained" {
				vlan++
			}
		}
	}
	for _, want := range []result.Evidence{
		{Code: result.EvidenceEarlierNotes, Count: vlan, Of: noted}, {Code: result.EvidenceEarlierCode, Count: coded, Of: coded},
		{Code: result.EvidenceProblem, Count: network, Of: problem},
	} {
		if got := evidenceCalled(o, want.Code); got.Count != want.Count || got.Of != want.Of || want.Count == 0 {
			t.Errorf("%s: %d of %d, want %d of %d", want.Code, got.Count, got.Of, want.Count, want.Of)
		}
	}
	if o.Function != "Networking" {
		t.Errorf("owner of %q, want Networking", o.Function)
	}
}

// Tickets of the issue that say something else do not tell who owns these.
func TestOwnPastIsAlike(t *testing.T) {
	tickets, ofIssue, now := ownPast(18, func(i int, k *ticket.Ticket) {
		if k.AssignmentGroup == "Network" {
			k.Subject, k.Description = "folder is read only", "can open but not save in the folder of the department"
		}
	})
	if e := describer(tickets).earlier.of(now, ofIssue); e == nil || e.Own {
		t.Errorf("%+v, want all that say the same, as the issue's own earlier tickets say something else", e)
	}
}

// Open tickets that say the same do not hide the finished ones behind them, and of many
// finished ones those count that are like a ticket in their fields, too.
func TestOpenTicketsHideNoEarlierOnes(t *testing.T) {
	var tickets []ticket.Ticket
	for i := range 900 {
		opened := lastDay.AddDate(0, 0, -100).Add(time.Duration(i) * time.Minute)
		k := ticket.Ticket{ID: fmt.Sprint(i), Opened: opened, Resolved: opened, AssignmentGroup: "Service Desk", Requester: fmt.Sprint("p", i)}
		switch k.Subject, k.Description = chat(i); {
		case i >= 800:
			k.Subject, k.Description, k.AssignmentGroup, k.Resolved, k.Location = "gate scanner dead", "", "", time.Time{}, "Leeds"
		case i >= 700 && i < 710:
			k.Subject, k.Description, k.AssignmentGroup, k.Location = "gate scanner dead", "", "Gates Leeds", "Leeds"
		case i >= 700:
			k.Subject, k.Description, k.AssignmentGroup, k.Location = "gate scanner dead", "", "Gates Porto", "Porto"
		}
		tickets = append(tickets, k)
	}
	found := describer(tickets).earlier.of([]int32{899}, nil)
	if found == nil {
		t.Fatal("no earlier tickets behind a hundred open ones")
	}
	if found.Groups[0].Group != "Gates Leeds" || len(found.Groups[0].Tickets) != 10 {
		t.Errorf("%+v, want ten of Leeds first", found.Groups)
	}
}
