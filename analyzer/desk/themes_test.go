package desk

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

func TestThemesFireAndStaySilent(t *testing.T) {
	for i, m := range allThemes {
		if len(m.fires) == 0 || len(m.silent) == 0 {
			t.Errorf("%s, %s: want examples that fire and that are silent", m.kind, m.code)
		}
		first := func(s string) string {
			for _, other := range allThemes {
				if other.kind == m.kind && other.shows(fold.Wording(s)) {
					return string(other.code)
				}
			}
			return ""
		}
		for _, s := range m.fires {
			if got := first(s); got != string(m.code) {
				t.Errorf("theme %d: %q shows %q, want %q", i, s, got, m.code)
			}
		}
		for _, s := range m.silent {
			if got := first(s); got != "" {
				t.Errorf("theme %d: %q shows %q, want nothing", i, s, got)
			}
		}
	}
}

func TestThemes(t *testing.T) {
	subjects := []string{
		"suspicious SMS", "phishing mail", "phishing again", "leaver account still active", "printer offline",
		"how do i print on both sides", "how to print a list", "where can i find the print queue",
	}
	tickets := printers(len(subjects), func(i int, k *ticket.Ticket) { k.Subject = subjects[i] })
	old := tickets[1]
	old.ID, old.Opened = "old", lastDay.AddDate(0, 0, -100)
	tickets = append(tickets, old)
	got := measureWork(deskOf(tickets, []int32{6, 7, 8})).Themes // the old ticket is the first in the export
	want := []result.Theme{
		{Kind: result.ThemeAccess, Code: result.ThemeLeavers, People: 1, Tickets: []string{"3"}},
		{Kind: result.ThemePhishing, Code: result.ThemeMail, People: 2, Tickets: []string{"1", "2"}, Before: 1},
		{Kind: result.ThemePhishing, Code: result.ThemeSMS, People: 1, Tickets: []string{"0"}},
		{Kind: result.ThemeTraining, Label: "issue 0", IssueID: "I-0", People: 3, Tickets: []string{"5", "6", "7"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("themes (-want +got):\n%s", diff)
	}
}
