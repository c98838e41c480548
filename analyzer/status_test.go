package analyzer

import (
	"fmt"
	"slices"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// evenDesk is a desk of constant volume: one ticket a day for so many weeks, but
// for the days off.
func evenDesk(weeks int, off ...int) *reporter {
	var tickets []ticket.Ticket
	for day := range 7 * weeks {
		if !slices.Contains(off, day) {
			tickets = append(tickets, ticket.Ticket{ID: fmt.Sprint(day), Opened: lastDay.AddDate(0, 0, -day)})
		}
	}
	return &reporter{export: dataset.New(tickets, lastDay), overlay: &memory.Overlay{}}
}

// inWeeks are tickets in the middle of the last weeks, so many in each, the last
// one last.
func (r *reporter) inWeeks(counts ...int) []int32 {
	var out []int32
	for i, n := range counts {
		back := 7*(len(counts)-1-i) + 3
		for range n {
			out = append(out, int32(slices.Index(r.export.Day, back)))
		}
	}
	return out
}

// twos are weeks of which the first eight have two tickets each.
func twos(counts ...int) []int {
	return append([]int{2, 2, 2, 2, 2, 2, 2, 2}, counts...)
}

// Each row of life.md, by counts of the last weeks in a desk of constant volume.
// The p-values are those of fair coins: P(X >= 21) with 29 is 0.012.
func TestStatus(t *testing.T) {
	day := func(back int) result.Day { return result.DayOf(lastDay.AddDate(0, 0, -back)) }
	long := 28 // weeks
	for _, c := range []struct {
		name  string
		weeks int
		was   lived
		count []int
		want  result.Status
		since int // days before the last one
	}{
		{"quiet: none in four weeks", long, lived{}, []int{3, 3, 3, 0, 0, 0, 0}, result.StatusQuiet, 0},

		{"new: first ticket in the last four weeks", long, lived{}, []int{7, 8, 5}, result.StatusNew, 17},
		{"new: strays of last winter", long, lived{}, []int{1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 8, 8, 5}, result.StatusNew, 24},
		{"new: one stray in the four weeks before", long, lived{}, []int{1, 0, 0, 0, 1, 0, 0, 7, 13}, result.StatusNew, 10},
		{"new stays new when it slackens", long, lived{}, []int{5, 4, 1, 1}, result.StatusNew, 24},
		{"no longer new in the fifth week", long, lived{}, []int{5, 4, 4, 5, 4}, result.StatusSteady, 0},
		{"new but for the first one", long, lived{}, []int{1, 8, 8, 5, 9}, result.StatusNew, 24},
		{"no longer new a week later", long, lived{}, []int{1, 8, 8, 5, 9, 7}, result.StatusSteady, 0},
		{"new: a stray a month, then four in a week", long, lived{}, []int{1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 4}, result.StatusNew, 3},
		{"not new: two in the four weeks before", long, lived{}, []int{1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 3, 5}, result.StatusGrowing, 0},
		{"not new: 3 against 2 may be chance", 10, lived{}, []int{1, 0, 0, 1, 0, 0, 1, 2}, result.StatusSteady, 49},
		{"not new: the export is short", 7, lived{}, []int{7, 8, 5}, result.StatusSteady, 0},
		{"new in a short export that an earlier run goes before", 7, lived{firstSeen: day(17)}, []int{7, 8, 5}, result.StatusNew, 17},
		{"not new: reported five weeks ago", long, lived{reported: day(35)}, []int{1, 0, 0, 0, 0, 7, 8, 9}, result.StatusGrowing, 7},
		{"new: reported last week", long, lived{reported: day(7)}, []int{1, 0, 0, 0, 0, 7, 8, 9}, result.StatusNew, 17},
		{"not new: an issue that has left the export", long, lived{firstSeen: day(400), lastSeen: day(210), issue: true, reported: ""}, []int{7, 8, 9}, result.StatusBack, 17},

		{"back: an issue, then eight weeks of silence", long, lived{}, []int{2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusBack, 10},
		{"back: reported, then silence", long, lived{reported: day(80)}, []int{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusBack, 10},
		{"not back: strays over half a year", long, lived{}, []int{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusNew, 10},
		{"not back: seven weeks of silence", long, lived{}, []int{2, 1, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusGrowing, 0},
		{"not back in the fifth week", long, lived{}, []int{2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 3, 4, 3}, result.StatusSteady, 0},
		{"back after a silence that the export does not hold", 7, lived{reported: day(120), lastSeen: day(100)}, []int{4, 7}, result.StatusBack, 10},
		{"not back: strays that only memory holds", 7, lived{firstSeen: day(300), lastSeen: day(100)}, []int{4, 7}, result.StatusNew, 10},
		{"back as last week's run said", 7, lived{life: life{result.StatusBack, day(10)}, reported: day(120), lastSeen: day(8)}, []int{4, 7}, result.StatusBack, 10},

		{"growing: 21 against 8, and the last week highest", long, lived{}, twos(3, 4, 6, 8), result.StatusGrowing, 0},
		{"not growing: 12 against 8 may be chance", long, lived{}, twos(3, 3, 3, 3), result.StatusSteady, 49},
		{"not growing: 23 against 8, but the last week is lower", long, lived{}, twos(3, 7, 8, 5), result.StatusSteady, 0},
		{"not growing again below the highest week", long, lived{}, twos(3, 7, 8, 5, 6), result.StatusSteady, 7},
		{"growing again at a new height", long, lived{}, twos(3, 7, 8, 5, 9), result.StatusGrowing, 0},
		{"still growing at p = 0.08", long, lived{}, twos(4, 6, 6, 6, 6), result.StatusGrowing, 14},

		{"fading: 8 against 21", long, lived{}, twos(5, 5, 5, 6, 2, 2, 2, 2), result.StatusFading, 0},
		{"fading: more than before, but 2 after a week of 14", long, lived{}, twos(9, 14, 10, 2), result.StatusFading, 0},
		{"not fading: 5 after a week of 14 is one of three", long, lived{}, twos(9, 14, 10, 5), result.StatusSteady, 7},
		{"steady: neither", long, lived{}, []int{3, 2, 4, 3, 3, 2, 4, 3, 2}, result.StatusSteady, 28},
		{"steady since an earlier run", long, lived{life: life{result.StatusSteady, day(300)}}, []int{3, 2, 4, 3, 3, 2, 4, 3, 2}, result.StatusSteady, 300},
	} {
		r := evenDesk(c.weeks)
		if got, want := r.life(r.inWeeks(c.count...), c.was), (life{c.want, day(c.since)}); got != want {
			t.Errorf("%s: %v is %s since %s, want %s since %s", c.name, c.count, got.status, got.since, want.status, want.since)
		}
	}
}

// Two after a week of 14 are no fall where the desk had one ticket instead of
// seven: P(X <= 2) with 16 and a share of one in eight is 0.68.
func TestStatusGoesByTheDesk(t *testing.T) {
	r := evenDesk(28, 0, 1, 2, 4, 5, 6)
	if got := r.life(r.inWeeks(twos(9, 14, 10, 2)...), lived{}).status; got != result.StatusSteady {
		t.Errorf("in a week off it is %s, want steady", got)
	}
}
