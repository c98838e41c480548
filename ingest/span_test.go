package ingest

import (
	"strings"
	"testing"
	"time"

	"ticketpatterns/analyzer/ticket"
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
			got = inEnglish.WarningText(w)
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
	if len(got) != 1 || !strings.HasPrefix(inEnglish.WarningText(got[0]), "2 ids may stand twice, with and without leading zeros (such as 000457 and 457)") {
		t.Errorf("warns %v, want of two ids", got)
	}
}
