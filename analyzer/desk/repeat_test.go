package desk

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// filed is a ticket of an issue: who opened it and how many days back.
type filed struct {
	issue, daysBack int
	by              string
}

// filedDesk makes a desk of tickets that are in issues already.
func filedDesk(all []filed) Input {
	issue := map[string]int{}
	var tickets []ticket.Ticket
	for i, f := range all {
		id := fmt.Sprintf("T%03d", i)
		issue[id] = f.issue
		tickets = append(tickets, ticket.Ticket{ID: id, Opened: lastDay.AddDate(0, 0, -f.daysBack).Add(-time.Duration(i%7) * time.Hour), Requester: f.by, Subject: "scanner beeps"})
	}
	in := Input{Data: dataset.New(tickets, lastDay), Issues: make([]Issue, 3)}
	for t := range in.Data.Tickets {
		if n := issue[in.Data.Tickets[t].ID]; n >= 0 {
			in.Issues[n].Tickets = append(in.Issues[n].Tickets, int32(t))
		}
	}
	return in
}

// repeatedIDs names the tickets that are repeat work, in the order they were filed.
func repeatedIDs(in Input) []string {
	out := []string{}
	for t, repeat := range repeatWork(in.Data, issueByTicket(in)) {
		if repeat {
			out = append(out, in.Data.Tickets[t].ID)
		}
	}
	slices.Sort(out)
	return out
}

// The tables are worked by hand: T000 is the first ticket of each, and so on.
func TestRepeats(t *testing.T) {
	for _, c := range []struct {
		name  string
		filed []filed
		want  []string
	}{
		{"the fourth person", []filed{{0, 9, "ann"}, {0, 8, "bob"}, {0, 7, "cid"}, {0, 6, "dot"}}, []string{"T003"}},
		{"one person three times is one", []filed{{0, 9, "ann"}, {0, 8, "ann"}, {0, 7, "ann"}, {0, 6, "dot"}}, nil},
		{"the own tickets do not count", []filed{{0, 9, "ann"}, {0, 8, "bob"}, {0, 7, "cid"}, {0, 6, "ann"}, {0, 5, "dot"}}, []string{"T004"}},
		{"another issue does not count", []filed{{0, 9, "ann"}, {1, 8, "bob"}, {0, 7, "cid"}, {0, 6, "dot"}}, nil},
		{"in no issue", []filed{{-1, 9, "ann"}, {-1, 8, "bob"}, {-1, 7, "cid"}, {-1, 6, "dot"}}, nil},
		{"28 days before still count", []filed{{0, 34, "ann"}, {0, 33, "bob"}, {0, 32, "cid"}, {0, 6, "dot"}}, []string{"T003"}},
		{"29 days before do not", []filed{{0, 35, "ann"}, {0, 33, "bob"}, {0, 32, "cid"}, {0, 6, "dot"}}, nil},
		{"nor does the same day", []filed{{0, 6, "ann"}, {0, 6, "bob"}, {0, 6, "cid"}, {0, 6, "dot"}, {0, 5, "eve"}}, []string{"T004"}},
		{"without requesters tickets count", []filed{{0, 9, ""}, {0, 8, ""}, {0, 7, ""}, {0, 6, ""}, {0, 5, ""}}, []string{"T003", "T004"}},
		{"a ticket without requester counts as one", []filed{{0, 9, "ann"}, {0, 8, ""}, {0, 7, ""}, {0, 6, "ann"}, {0, 5, "bob"}}, []string{"T004"}},
	} {
		if diff := cmp.Diff(append([]string{}, c.want...), repeatedIDs(filedDesk(c.filed))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Six weeks: the first four have no 28 days before them, and the last two are
// counted. The run says the same of its last four weeks only from eight weeks on.
func TestWeeklyRepeat(t *testing.T) {
	steady := func(days int) Input {
		var all []filed
		for d := range days {
			all = append(all, filed{0, d, fmt.Sprint("person ", d)})
		}
		return filedDesk(all)
	}
	byWeek := func(in Input) []*int { return weeklyRepeat(in.Data, issueByTicket(in)) }
	in := steady(42)
	want := []*int{nil, nil, nil, nil, new(7), new(7)}
	if diff := cmp.Diff(want, byWeek(in)); diff != "" {
		t.Errorf("by week (-want +got):\n%s", diff)
	}
	if byWeek(steady(41))[4] != nil {
		t.Error("a week is counted of which the first day has no 28 days before it")
	}
	if got := Run(in).Repeated; got != -1 {
		t.Errorf("the run counts %d tickets, want -1: its first weeks are unknown", got)
	}
	in.Data.AnyText = false
	if byWeek(in)[5] != nil {
		t.Error("a category is taken for an issue")
	}
	in = steady(56)
	sum := 0
	for _, n := range byWeek(in)[4:] {
		sum += *n
	}
	if run := Run(in); run.Repeated != sum || sum != 28 || valueOrZero(trendRun(past.Memory{}, run, "").Repeat) != 1 {
		t.Errorf("the run counts %d of %d tickets, the weeks %d, want 28 in each", run.Repeated, run.Opened, sum)
	}
}

// The same tickets in any order are the repeat work that the definition says, read
// word for word.
func TestRepeatsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Custom(func(t *rapid.T) filed {
			return filed{rapid.IntRange(-1, 2).Draw(t, "issue"), rapid.IntRange(0, 60).Draw(t, "day"), rapid.SampledFrom([]string{"", "a", "b", "c", "d", "e"}).Draw(t, "by")}
		})
		all := rapid.SliceOfN(one, 1, 60).Draw(t, "filed")
		want := map[filed]int{}
		for _, f := range all {
			if f.issue >= 0 && othersBefore(all, f) >= result.RepeatPeople {
				want[f]++
			}
		}
		in := filedDesk(rapid.Permutation(all).Draw(t, "order"))
		issueOf, got := issueByTicket(in), map[filed]int{}
		for i, repeat := range repeatWork(in.Data, issueOf) {
			if repeat {
				got[filed{issueOf[i], in.Data.Day[i], in.Data.Tickets[i].Requester}]++
			}
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(filed{})); diff != "" {
			t.Fatalf("repeat work (-want +got):\n%s", diff)
		}
	})
}

func othersBefore(all []filed, f filed) int {
	others := map[string]bool{}
	for i, o := range all {
		if o.issue != f.issue || o.daysBack <= f.daysBack || o.daysBack > f.daysBack+result.RepeatDays {
			continue
		}
		switch {
		case o.by == "":
			others[fmt.Sprint("without a name ", i)] = true
		case o.by != f.by:
			others[o.by] = true
		}
	}
	return len(others)
}
