package describe

import (
	"fmt"
	"strings"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/ticket"
)

// labelled makes an export of a group of texts among other ones and returns the
// group's label.
func labelled(group []ticket.Ticket, show bool) string {
	var tickets []ticket.Ticket
	for i := range 60 {
		subject, description := chat(i)
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprintf("A%03d", i), Requester: fmt.Sprint("other ", i), Opened: lastDay.AddDate(0, 0, -200), Subject: subject, Description: description})
	}
	for i, k := range group {
		k.ID, k.Opened = fmt.Sprintf("B%03d", i), lastDay.AddDate(0, 0, i-len(group))
		if k.Requester == "" {
			k.Requester = fmt.Sprint("clerk ", i)
		}
		tickets = append(tickets, k)
	}
	e := dataset.New(tickets, lastDay)
	d := New(e, Options{ShowNames: show})
	var numbers []int32
	for t := 60; t < len(tickets); t++ {
		numbers = append(numbers, int32(t))
	}
	return d.Wording(numbers).Label
}

func TestLabel(t *testing.T) {
	subject := func(all ...string) (out []ticket.Ticket) {
		for _, s := range all {
			out = append(out, ticket.Ticket{Subject: s})
		}
		return out
	}
	story := func(all ...string) (out []ticket.Ticket) {
		for _, s := range all {
			out = append(out, ticket.Ticket{Description: s})
		}
		return out
	}
	for _, c := range []struct {
		name  string
		group []ticket.Ticket
		want  string
	}{
		{"the subject that says what the others say", subject(
			"Good morning, I have a small thing about mail", "mailbox is full", "Mailbox full again", "your mailbox is almost full", "full mailbox, cannot send"), "mailbox is full"},
		{"reply marks go", subject("RE: FW: VPN drops", "RE: FW: VPN drops at home", "AW: VPN drops, home office"), "VPN drops"},
		{"the version of one ticket is no name", subject("Upgrade Netty to 4.1.77", "Upgrade the library Netty", "Upgrade Netty to 4.1.89 in the branch", "upgrade library Netty in the branch"), "Upgrade the library Netty"},
		{"a version that most say is", subject("Windows 11 does not start", "since Windows 11 it does not start", "Windows 11 will not start"), "Windows 11 does not start"},
		{"capitals are calmed", subject("SCANNER BATTERY EMPTY", "SCANNER BATTERY IS EMPTY", "SCANNER BATTERY EMPTY NOW"), "scanner battery empty"},
		{"no subjects: the phrase that people write", story(
			"hello team today i have lost my access card on the way to work and i need a new one quickly",
			"since yesterday i cannot find it, i lost my access card somewhere near the canteen i believe",
			"my manager told me to write to you: lost my access card, please block it as soon as you can",
			"i am at the door and lost my access card while travelling to the customer in the north"), "lost my access card"},
		{"no subjects: what stands in front, not what all carry at the end", story(
			"lost my access card near the canteen, kindest wishes from the harbour branch of norvalis shipping",
			"lost my access card today and cannot enter, kindest wishes from the harbour branch of norvalis shipping",
			"lost my access card somewhere, please block it, kindest wishes from the harbour branch of norvalis shipping",
			"again lost my access card while travelling, kindest wishes from the harbour branch of norvalis shipping"), "lost my access card"},
		{"a word said twice is no phrase", story(
			"mouse mouse for the new one at the window of the second hall, it stopped clicking on friday",
			"mouse mouse because mine is gone since the move of all desks to the other side",
			"mouse mouse hello it would be kind to get one for the guest who comes tomorrow"), "mouse"},
		{"no subjects and no phrase: the key words", story(
			"projector in the hall flickers since the lamp was changed last week and nobody came to look at it",
			"when i present the lamp of this thing in the ceiling flickers, i mean the old projector there",
			"flickers and goes dark, the projector i mean, somebody must have put in a bad lamp last month"), "projector, flickers, lamp"},
	} {
		if got := labelled(c.group, false); got != c.want {
			t.Errorf("%s: label %q, want %q", c.name, got, c.want)
		}
	}
}

// A name is no label, whether somebody wrote it large or small.
func TestLabelsNameNobody(t *testing.T) {
	group := []ticket.Ticket{
		{Requester: "Berta Ziegelmann", Description: "the account ziegelmann berta locked because of too many attempts at the terminal in the warehouse"},
		{Requester: "Carl Ost", Description: "account ziegelmann berta locked, she stands in front of me and cannot begin her shift in the warehouse"},
		{Requester: "Dora West", Description: "please unlock, account ziegelmann berta locked again and the shift has begun an hour ago over here"},
	}
	if got := labelled(group, false); strings.Contains(got, "ziegelmann") {
		t.Errorf("label %q names a person", got)
	}
	if got := labelled(group, true); got == "" {
		t.Error("no label where names are shown")
	}
}

func TestLabelOfNothing(t *testing.T) {
	if got := describer(nil).Wording(nil).Label; got != "" {
		t.Errorf("label of no tickets is %q", got)
	}
}
