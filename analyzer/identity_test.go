package analyzer

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// weekly analyses the weeks that end daysBack days before lastDay.
func weekly(t testing.TB, tickets []ticket.Ticket, daysBack, weeks int, m past.Memory) (*result.Analysis, past.Memory) {
	t.Helper()
	o := DefaultOptions()
	o.Shuffles = 2
	o.AsOf = lastDay.AddDate(0, 0, -daysBack)
	o.Owners = owner.DefaultMap()
	var in []ticket.Ticket
	for _, k := range tickets {
		if k.Opened.After(o.AsOf.AddDate(0, 0, -7*weeks)) && !k.Opened.After(o.AsOf) {
			in = append(in, k)
		}
	}
	a, next, err := Continue(Input{Tickets: in}, o, m)
	if err != nil {
		t.Fatal(err)
	}
	return a, next
}

// issueOfTicket maps tickets to their issues.
func issueOfTicket(a *result.Analysis) map[string]string {
	out := map[string]string{}
	for _, s := range a.Assignments {
		out[s.TicketID] = s.IssueID
	}
	return out
}

// The window moves on for six weeks over an export that it never holds whole.
// Nearly every ticket stays in the issue of the same id.
func TestIssuesKeepTheirIDs(t *testing.T) {
	d := newDesk(7, 24, 40)
	var m past.Memory
	var before map[string]string
	both, same := 0, 0
	for back := 42; back >= 0; back -= 7 {
		var a *result.Analysis
		a, m = weekly(t, d.Tickets, back, 16, m)
		now := issueOfTicket(a)
		for id, was := range before {
			if is := now[id]; was != "" && is != "" {
				both++
				if is == was {
					same++
				}
			}
		}
		before = now
	}
	if both < 2000 || float64(same) < 0.98*float64(both) {
		t.Errorf("%d of %d times a ticket keeps its issue, want 98 %%", same, both)
	}
}

// The same memory and the same tickets in another order give the same result and
// the same memory: a week that is run again changes nothing, and an archive that
// is made anew from the same exports in order says the same.
func TestSameWeekAgainChangesNothing(t *testing.T) {
	d := newDesk(8, 18, 30)
	d.PlantCrashes(0)
	_, m := weekly(t, d.Tickets, 7, 16, past.Memory{})
	want, next := weekly(t, d.Tickets, 0, 16, m)
	mixed := slices.Clone(d.Tickets)
	rand.New(rand.NewPCG(1, 0)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	again, nextAgain := weekly(t, mixed, 0, 16, m)
	if diff := cmp.Diff(want, again); diff != "" {
		t.Errorf("another result (-first +again):\n%s", diff)
	}
	if diff := cmp.Diff(next, nextAgain); diff != "" {
		t.Errorf("another memory (-first +again):\n%s", diff)
	}
}

// What people said about seven things, week after week. It is small enough to
// follow by hand.
func sevenThings(weeks int) []ticket.Ticket {
	things := [][]string{
		{"printer jams on tray two", "tray two of the printer jams", "printer tray two jams again"},
		{"vpn drops at home", "at home the vpn drops", "vpn drops when working from home"},
		{"payslip missing for march", "march payslip missing", "missing my payslip march"},
		{"badge reader rejects card", "card rejected by badge reader", "badge reader: card rejected"},
		{"projector flickers in hall", "hall projector flickers", "flickering projector hall"},
		{"scanner sends empty pages", "empty pages from scanner", "pages of the scanner empty"},
		{"calendar shows wrong timezone", "wrong timezone calendar", "timezone of calendar wrong"},
	}
	var tickets []ticket.Ticket
	for week := range weeks {
		for i, thing := range things {
			for j, subject := range thing {
				tickets = append(tickets, ticket.Ticket{
					Source: "desk", ID: fmt.Sprintf("T%02d-%d-%d", week, i, j), Subject: subject,
					Requester: fmt.Sprintf("%d %d", week, j), Opened: lastDay.AddDate(0, 0, -7*week-j).Add(-time.Hour),
				})
			}
		}
	}
	return tickets
}

// idAbout is the issue whose label holds a word.
func idAbout(t *testing.T, a *result.Analysis, word string) result.Issue {
	t.Helper()
	var found []result.Issue
	for _, i := range a.Issues {
		if strings.Contains(i.Label, word) {
			found = append(found, i)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d issues about %q, want 1", len(found), word)
	}
	return found[0]
}

// An issue of which the export holds nothing any more is known by what is
// remembered of it: its new tickets are its own, and it is back.
func TestBackAfterALongSilence(t *testing.T) {
	tickets := sevenThings(20)
	silence := lastDay.AddDate(0, 0, -100)
	tickets = slices.DeleteFunc(tickets, func(k ticket.Ticket) bool {
		return strings.Contains(k.Subject, "vpn") && k.Opened.After(silence) && !strings.HasPrefix(k.ID, "T00-1")
	})
	first, m := weekly(t, tickets, 100, 6, past.Memory{})
	vpn := idAbout(t, first, "vpn")
	for back := 93; back > 2; back -= 7 {
		_, m = weekly(t, tickets, back, 6, m)
	}
	last, _ := weekly(t, tickets, 0, 6, m)
	if got := idAbout(t, last, "vpn"); got.ID != vpn.ID || got.Status != result.StatusBack || len(got.Tickets) != 3 || got.FirstSeen != vpn.FirstSeen {
		t.Errorf("issue %+v, want %s with its three tickets, back, first seen %s", got, vpn.ID, vpn.FirstSeen)
	}
}

// Two issues that people put together are one from then on, the older id stays,
// and taking the decision back parts them with their own tickets.
func TestMergeAndItsUndoing(t *testing.T) {
	tickets := sevenThings(10)
	first, m := weekly(t, tickets, 7, 20, past.Memory{})
	vpn, payslip := idAbout(t, first, "vpn"), idAbout(t, first, "payslip")
	m.Decisions = []past.Decision{{Number: 1, Issue: vpn.ID, Kind: past.Merge, WithIssue: payslip.ID}}
	merged, m := weekly(t, tickets, 3, 20, m)
	if len(merged.Issues) != 6 {
		t.Fatalf("%d issues, want 6", len(merged.Issues))
	}
	both := merged.Issues[0] // the largest
	older, younger := both.ID, both.PreviousIDs
	if len(both.Tickets) < 2*len(vpn.Tickets) || len(younger) != 1 || older == younger[0] || older != vpn.ID && older != payslip.ID {
		t.Errorf("merged into %+v, want the tickets of %s and %s under the id of one and the other as previous id", both, vpn.ID, payslip.ID)
	}
	m.Decisions[0].Undone = "2026-06-27"
	apart, _ := weekly(t, tickets, 0, 20, m)
	if got := idAbout(t, apart, "vpn").ID; got != vpn.ID {
		t.Errorf("after the undoing vpn is %s, want %s", got, vpn.ID)
	}
	if got := idAbout(t, apart, "payslip").ID; got != payslip.ID {
		t.Errorf("after the undoing payslip is %s, want %s", got, payslip.ID)
	}
}

// Tickets of a pattern that people split off are an issue of their own, which
// stays apart from the first although it says the same, until that is undone.
func TestSplitAndItsUndoing(t *testing.T) {
	tickets := sevenThings(10)
	first, m := weekly(t, tickets, 7, 20, past.Memory{})
	vpn := idAbout(t, first, "vpn")
	var part []past.Key
	off, stays := "", ""
	for _, id := range vpn.Tickets {
		if strings.HasSuffix(id, "-2") { // those of one wording
			part = append(part, past.KeyOf(m.Salt, "desk", id))
			off = id
		} else {
			stays = id
		}
	}
	m.Patterns = []past.Pattern{{ID: "P-1", Issue: vpn.ID, Tickets: part, Label: "vpn"}}
	m.Decisions = []past.Decision{{Number: 1, Issue: vpn.ID, Pattern: "P-1", Kind: past.Split}}
	for _, back := range []int{3, 0} {
		var a *result.Analysis
		a, m = weekly(t, tickets, back, 20, m)
		now := issueOfTicket(a)
		if len(a.Issues) != 8 || now[off] == vpn.ID || now[stays] != vpn.ID {
			t.Fatalf("%d issues, one ticket in %s, another in %s; want 8, the one split off %s and the other still in it",
				len(a.Issues), now[off], now[stays], vpn.ID)
		}
	}
	m.Decisions[0].Undone = "2026-06-28"
	a, _ := weekly(t, tickets, 0, 20, m)
	if got := idAbout(t, a, "vpn"); got.ID != vpn.ID || len(got.Tickets) <= len(vpn.Tickets) {
		t.Errorf("after the undoing %s has %d tickets, want %s with all", got.ID, len(got.Tickets), vpn.ID)
	}
}

// Two remembered issues that turn out to say the same become one: the older id
// stays and names the other.
func TestIssuesThatSayTheSameMerge(t *testing.T) {
	tickets := sevenThings(10)
	first, m := weekly(t, tickets, 7, 20, past.Memory{})
	vpn := idAbout(t, first, "vpn")
	for i := range m.Issues {
		if m.Issues[i].ID == vpn.ID {
			half := len(m.Issues[i].Tickets) / 2
			twin := m.Issues[i]
			twin.ID, twin.FirstSeen = "I-twin", "2026-06-01"
			twin.Tickets, m.Issues[i].Tickets = append([]past.Key{1}, twin.Tickets[half:]...), twin.Tickets[:half:half] // 1 has left the export
			m.Issues = append(m.Issues, twin)
		}
	}
	a, next := weekly(t, tickets, 0, 20, m)
	got := idAbout(t, a, "vpn")
	if got.ID != vpn.ID || !cmp.Equal(got.PreviousIDs, []string{"I-twin"}) {
		t.Errorf("issue %s, previously %v; want %s, previously I-twin", got.ID, got.PreviousIDs, vpn.ID)
	}
	at := slices.IndexFunc(next.Issues, func(i past.Issue) bool { return i.ID == "I-twin" })
	if next.Issues[at].Into != vpn.ID || len(next.Issues[at].Tickets) != 0 {
		t.Errorf("remembered %+v, want it merged into %s without tickets", next.Issues[at], vpn.ID)
	}
	at = slices.IndexFunc(next.Issues, func(i past.Issue) bool { return i.ID == vpn.ID })
	if !slices.Contains(next.Issues[at].Tickets, 1) {
		t.Errorf("the ticket of I-twin that has left the export is forgotten")
	}
}
