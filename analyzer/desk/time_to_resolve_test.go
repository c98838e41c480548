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

// handled are tickets of one group, opened daysBack and finished after each of
// hours; 0 is still open.
func handled(group string, daysBack int, hours ...float64) []ticket.Ticket {
	var out []ticket.Ticket
	for i, h := range hours {
		k := ticket.Ticket{ID: fmt.Sprint(group, daysBack, "-", i), Opened: lastDay.AddDate(0, 0, -daysBack), AssignmentGroup: group}
		if h > 0 {
			k.Resolved = k.Opened.Add(time.Duration(h * float64(time.Hour)))
		}
		out = append(out, k)
	}
	return out
}

// timesOfGroups returns what the work of 84 days says about the times to resolve of
// groups of tickets.
func timesOfGroups(groups ...[]ticket.Ticket) result.Work {
	return measureWork(deskOf(slices.Concat(groups...)))
}

func TestTimeToResolve(t *testing.T) {
	start := handled("", 199, 1) // the export begins 200 days back, 32 before the earlier span
	times := func(n int, hours, low, high float64) result.Resolved {
		return result.Resolved{Tickets: n, Hours: hours, HoursLow: &low, HoursHigh: &high}
	}
	for _, c := range []struct {
		name    string
		tickets [][]ticket.Ticket
		want    []result.Pace
		fewer   int
	}{
		// Six values: the interval is from the smallest to the largest.
		{"slower", [][]ticket.Ticket{start, handled("A", 100, 1, 2, 3, 4, 5, 6), handled("A", 20, 7, 8, 9, 10, 11, 12, 0)},
			[]result.Pace{{Group: "A", Now: times(6, 9.5, 7, 12), Before: new(times(6, 3.5, 1, 6)), Change: result.PaceSlower, Opened: 7, Open: 1}}, 0},
		{"faster", [][]ticket.Ticket{start, handled("A", 100, 7, 8, 9, 10, 11, 12), handled("A", 20, 1, 2, 3, 4, 5, 6)},
			[]result.Pace{{Group: "A", Now: times(6, 3.5, 1, 6), Before: new(times(6, 9.5, 7, 12)), Change: result.PaceFaster, Opened: 6}}, 0},
		// The medians 3.5 and 8.5 differ, the intervals meet at 6.
		{"unclear", [][]ticket.Ticket{start, handled("A", 100, 1, 2, 3, 4, 5, 6), handled("A", 20, 6, 7, 8, 9, 10, 11)},
			[]result.Pace{{Group: "A", Now: times(6, 8.5, 6, 11), Before: new(times(6, 3.5, 1, 6)), Change: result.PaceUnclear, Opened: 6}}, 0},
		// One ticket before has a median and no interval.
		{"few before", [][]ticket.Ticket{start, handled("A", 100, 1), handled("A", 20, 1, 2, 3, 4, 5, 6)},
			[]result.Pace{{Group: "A", Now: times(6, 3.5, 1, 6), Before: &result.Resolved{Tickets: 1, Hours: 1}, Change: result.PaceUnknown, Opened: 6}}, 0},
		{"none before", [][]ticket.Ticket{start, handled("B", 20, 1, 2, 3, 4, 5, 6, 7), handled("A", 20, 1, 2, 3, 4, 5, 6), handled("C", 20, 1, 2, 3, 4, 5)},
			[]result.Pace{
				{Group: "B", Now: times(7, 4, 1, 7), Change: result.PaceUnknown, Opened: 7},
				{Group: "A", Now: times(6, 3.5, 1, 6), Change: result.PaceUnknown, Opened: 6},
			}, 1},
		// Opened 116 days back, 33 before the last span: it may be in neither, as the
		// earlier one could hold no ticket that is older than 32 days. 115 may be.
		{"older than the lead", [][]ticket.Ticket{start, handled("A", 20, 1, 2, 3, 4, 5, 6), handled("A", 116, 80*24), handled("A", 115, 80*24)},
			[]result.Pace{{Group: "A", Now: times(7, 4, 1, 1920), Change: result.PaceUnknown, Opened: 6}}, 0},
	} {
		got := timesOfGroups(c.tickets...)
		if diff := cmp.Diff(c.want, got.Pace); diff != "" || got.PaceFewer != c.fewer {
			t.Errorf("%s: %d more groups, want %d (-want +got):\n%s", c.name, got.PaceFewer, c.fewer, diff)
		}
		if got.PaceLeadDays == nil || *got.PaceLeadDays != 32 {
			t.Errorf("%s: lead %v, want 200 - 2*84 = 32 days", c.name, got.PaceLeadDays)
		}
	}
}

func TestTimeToResolveOfAShortExport(t *testing.T) {
	got := timesOfGroups(handled("A", 166, 1, 2, 3), handled("A", 100, 80*24), handled("A", 20, 1, 2, 3, 4, 5))
	if got.PaceLeadDays != nil || len(got.Pace) != 1 || got.Pace[0].Before != nil || got.Pace[0].Now.Tickets != 6 {
		t.Errorf("%+v, want six tickets of any age and nothing before, as 167 days are no two spans of 84", got)
	}
}

func TestTimeToResolveWithoutEnds(t *testing.T) {
	if got := timesOfGroups(handled("A", 20, 0, 0, 0, 0, 0, 0)); len(got.Pace) != 0 || got.PaceFewer != 0 {
		t.Errorf("%+v, want nothing of an export without ends", got)
	}
}
