package analyzer

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// sent are n mails of one sender, made by write from their number and spread
// evenly over weeks: every hour, or office hours only.
func sent(n int, sender string, roundTheClock bool, write func(i int) (subject, description string)) []ticket.Ticket {
	start := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC) // a Monday
	var out []ticket.Ticket
	for i := range n {
		at := start.Add(time.Duration(i*7*24*4/n) * time.Hour)
		if !roundTheClock {
			at = start.AddDate(0, 0, 7*(i%4)+i%5).Add(time.Duration(9+i%8) * time.Hour)
		}
		subject, description := write(i)
		out = append(out, ticket.Ticket{ID: fmt.Sprint(sender, i), Opened: at, Requester: sender, Subject: subject, Description: description})
	}
	return out
}

func alert(i int) (string, string) {
	return fmt.Sprintf("disk of SRV-%02d almost full", i%7), fmt.Sprintf("Host: SRV-%02d\nFree space: %d GB\nThis message was sent because a limit was crossed.", i%7, i)
}

// chat is what a person writes: each time something else.
func chat(i int) (string, string) {
	word := func(k int) string {
		n := uint32(i*31+k) * 2654435761 >> 12
		return string([]byte{'a' + byte(n%26), 'a' + byte(n/26%26), 'a' + byte(n/676%26)})
	}
	return word(1) + " " + word(2), "since " + word(3) + " " + word(4) + " with the " + word(5) + " " + word(6) + " " + word(7)
}

func TestFindMachines(t *testing.T) {
	form := func(i int) (string, string) {
		return "New colleague starts", fmt.Sprintf("Please prepare a workplace for a new colleague.\nName: person %d\nFirst day: %d June\nCost centre: %d", i, 1+i%28, i)
	}
	short := func(int) (string, string) { return "password reset", "" }
	for _, c := range []struct {
		name   string
		stream []ticket.Ticket
		want   bool
	}{
		{"a program that never sleeps", sent(40, "Hugo Maier", true, alert), true},
		{"the same, nobody named", sent(40, "", true, alert), true},
		{"the same in office hours, named after what it is", sent(40, "noreply@monitoring.example", false, alert), true},
		{"too few to know", sent(9, "noreply@monitoring.example", true, alert), false},
		{"a person in office hours with a form", sent(40, "Hugo Maier", false, form), false},
		{"a person on night shifts", sent(40, "Hugo Maier", true, chat), false},
		{"a person at night with three equal words", sent(40, "Hugo Maier", true, short), false},
		{"a mailbox called system that people use", sent(40, "System Support", false, chat), false},
	} {
		people := sent(400, "", false, chat)
		for i := range people {
			people[i].Requester = fmt.Sprint("person ", i%97)
		}
		e := dataset.New(append(people, c.stream...), lastDay)
		found, people97 := 0, 0
		for i, why := range e.Excluded {
			switch {
			case strings.HasPrefix(e.Tickets[i].Requester, "person"):
				if why == dataset.Machine {
					t.Errorf("%s: a person's ticket is taken for a program's", c.name)
				}
				people97++
			case why == dataset.Machine:
				found++
			}
		}
		if (found == len(c.stream)) != c.want || found > 0 && !c.want {
			t.Errorf("%s: %d of %d tickets are taken for a program's, want %v", c.name, found, len(c.stream), c.want)
		}
		if c.want && e.People != 97 {
			t.Errorf("%s: %d people, want the 97 that are", c.name, e.People)
		}
	}
}

// Without times of day nothing is said about the hours.
func TestDatesHaveNoQuietHours(t *testing.T) {
	mails := sent(100, "Hugo Maier", true, alert)
	for i := range mails {
		mails[i].Opened = mails[i].Opened.Truncate(24 * time.Hour)
	}
	if _, n := dataset.QuietHours(mails, time.UTC); n != 0 {
		t.Errorf("%d of 100 tickets at midnight are opened in quiet hours", n)
	}
}

// What programs and mailboxes send makes no issue and no pattern, is counted by
// reason, and takes no part in the number of people.
func TestNoiseStaysOut(t *testing.T) {
	d := newDesk(11, 26, 60)
	ids := d.PlantCrashes(0)
	day := 0
	storm := sent(60, "", true, alert)
	for _, k := range storm {
		k.Opened = lastDay.Add(-time.Duration(day) * 5 * time.Hour)
		k.Department, k.Category = "Finance", "Software"
		d.Tickets = append(d.Tickets, k)
		day++
	}
	for i := range 12 {
		d.Open(i, "Finance", fmt.Sprint("clerk ", i), "Software", "Automatic reply: ticket update", "I am away")
		d.Open(i, "Finance", fmt.Sprint("clerk ", i), "Software", "please help", "it is still not working, thanks")
	}
	a := d.analyze(t)
	for _, p := range a.Patterns {
		for _, id := range p.Tickets {
			if strings.HasPrefix(id, storm[0].ID[:1]) && len(id) < 3 {
				t.Errorf("pattern %q holds the alert %s", p.Label, id)
			}
		}
	}
	for _, i := range a.Issues {
		if strings.Contains(i.Label, "disk of SRV") || strings.Contains(i.Label, "please help") || strings.Contains(i.Label, "Automatic") {
			t.Errorf("issue %q", i.Label)
		}
	}
	if found := about(a, "ledgerline"); len(found) != 1 || len(found[0].Tickets) != len(ids) {
		t.Errorf("beside the noise the crashes are not found: %+v", found)
	}
	got := map[result.Exclusion]int{}
	sum := 0
	for _, l := range a.Desk.LeftOutBy {
		got[l.Reason] = l.Tickets
		sum += l.Tickets
	}
	if got[result.ExcludedMachine] != 60 || got[result.ExcludedAutomatic] != 12 || got[result.ExcludedPlea] != 12 {
		t.Errorf("left out %v, want 60 alerts, 12 automatic replies and 12 pleas", got)
	}
	if sum != a.Desk.NoiseLeft {
		t.Errorf("the reasons sum to %d, want %d", sum, a.Desk.NoiseLeft)
	}
	if want := (result.Example{Subject: "disk of SRV-03 almost full", Tickets: 60}); a.Desk.LeftOutBy[0].Examples[0] != want {
		t.Errorf("example %+v, want %+v", a.Desk.LeftOutBy[0].Examples[0], want)
	}
}
