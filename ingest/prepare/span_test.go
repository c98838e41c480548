package prepare

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	wording "ticketpatterns/reports/words"
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
	"ticketpatterns/reports/i18n"
)

// perWeek makes tickets, so many in each week, the last week last.
func perWeek(counts ...int) []ticket.Ticket {
	var out []ticket.Ticket
	for week, n := range counts {
		for i := range n {
			out = append(out, ticket.Ticket{Opened: time.Date(2025, 1, 6+7*week, i%24, 0, 0, 0, time.UTC)})
		}
	}
	return out
}

func TestCheckSpan(t *testing.T) {
	repeat := func(n, times int) (all []int) {
		for range times {
			all = append(all, n)
		}
		return all
	}
	for _, c := range []struct {
		name  string
		weeks []int
		want  string
	}{
		{"steady", repeat(20, 52), ""},
		{"young and growing", append(repeat(5, 10), repeat(40, 10)...), ""},
		{"four weeks of history", repeat(100, 4), ""},
		{"closed in the last weeks", append(repeat(1, 60), repeat(150, 6)...), "93% of the tickets were opened in the last 6 of 66 weeks"},
		{"few tickets", append(repeat(1, 20), 50), ""},
	} {
		got := ""
		for _, w := range checkSpan(perWeek(c.weeks...)) {
			got = wording.Writer{}.WarningText(w)
		}
		if (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCheckZeros(t *testing.T) {
	ids := func(all ...string) (out []ticket.Ticket) {
		for _, id := range all {
			out = append(out, ticket.Ticket{Source: "desk", ID: id})
		}
		return out
	}
	if got := checkZeros(ids("000457", "458", "0A12", "A12")); got != nil {
		t.Errorf("warns of %v, want nothing", got)
	}
	got := checkZeros(append(ids("000457", "457", "0012", "12"), ticket.Ticket{Source: "other", ID: "457"}))
	if len(got) != 1 || !strings.HasPrefix(wording.Writer{}.WarningText(got[0]), "2 ids may stand twice, with and without leading zeros (such as 000457 and 457)") {
		t.Errorf("warns %v, want of two ids", got)
	}
}

// TestLanguageOfAllTickets holds that what all files together show is said
// in each language.
func TestLanguageOfAllTickets(t *testing.T) {
	german, err := i18n.Open("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	var tickets []ticket.Ticket
	for i := range 1500 {
		tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(10000 + i)}, ticket.Ticket{ID: fmt.Sprintf("00%d", 10000+i)})
	}
	for language, want := range map[*i18n.Language]string{nil: "1,500 ids may stand twice", german: "1.500"} {
		if got := saidIn(language, checkTickets(tickets), result.WarnLostZeros); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", language.Locale(), got, want)
		}
	}
	late := perWeek(slices.Concat(slices.Repeat([]int{1}, 60), slices.Repeat([]int{150}, 6))...)
	for language, want := range map[*i18n.Language]string{nil: "93% of the tickets", german: "93\u00a0%"} {
		if got := saidIn(language, checkTickets(late), result.WarnThinHistory); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q in it", language.Locale(), got, want)
		}
	}
}

// saidIn joins the texts of the warnings of one code.
func saidIn(language *i18n.Language, warnings []result.Warning, code result.WarningCode) string {
	var all []string
	for _, w := range warnings {
		if w.Code == code {
			all = append(all, wording.Writer{Language: language}.WarningText(w))
		}
	}
	return strings.Join(all, "\n")
}
