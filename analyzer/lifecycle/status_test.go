package lifecycle

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/result"
)

// evenDesk is a desk of constant volume: one ticket a day for the given weeks, but
// for the days off.
func evenDesk(weeks int, off ...int) Desk {
	return Desk{Days: 7 * weeks, Volume: func(back, days int) int {
		n := 0
		for day := back; day < min(back+days, 7*weeks); day++ {
			if !slices.Contains(off, day) {
				n++
			}
		}
		return n
	}}
}

// inWeeks returns days of tickets in the middle of the last weeks, by count per week,
// the last one last.
func inWeeks(counts ...int) []int {
	var days []int
	for i, n := range counts {
		for range n {
			days = append(days, 7*(len(counts)-1-i)+3)
		}
	}
	return days
}

// twos are weeks of which the first eight have two tickets each.
func twos(counts ...int) []int {
	return append([]int{2, 2, 2, 2, 2, 2, 2, 2}, counts...)
}

// Each row of life.md, by counts of the last weeks in a desk of constant volume.
// The p-values are those of fair coins: P(X >= 21) with 29 is 0.012.
func TestStatus(t *testing.T) {
	known := func(change func(*Remembered)) Remembered {
		was := NoMemory()
		change(&was)
		return was
	}
	long := 28 // weeks
	for _, c := range []struct {
		name  string
		weeks int
		was   Remembered
		count []int
		want  result.Status
		since int // days before the last one
	}{
		{"quiet: none in four weeks", long, NoMemory(), []int{3, 3, 3, 0, 0, 0, 0}, result.StatusQuiet, 0},

		{"new: first ticket in the last four weeks", long, NoMemory(), []int{7, 8, 5}, result.StatusNew, 17},
		{"new: strays of last winter", long, NoMemory(), []int{1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 8, 8, 5}, result.StatusNew, 24},
		{"new: one stray in the four weeks before", long, NoMemory(), []int{1, 0, 0, 0, 1, 0, 0, 7, 13}, result.StatusNew, 10},
		{"new stays new when it slackens", long, NoMemory(), []int{5, 4, 1, 1}, result.StatusNew, 24},
		{"no longer new in the fifth week", long, NoMemory(), []int{5, 4, 4, 5, 4}, result.StatusSteady, 0},
		{"new but for the first one", long, NoMemory(), []int{1, 8, 8, 5, 9}, result.StatusNew, 24},
		{"no longer new a week later", long, NoMemory(), []int{1, 8, 8, 5, 9, 7}, result.StatusSteady, 0},
		{"new: a stray a month, then four in a week", long, NoMemory(), []int{1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 4}, result.StatusNew, 3},
		{"not new: two in the four weeks before", long, NoMemory(), []int{1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 3, 5}, result.StatusGrowing, 0},
		{"not new: 3 against 2 may be chance", 10, NoMemory(), []int{1, 0, 0, 1, 0, 0, 1, 2}, result.StatusSteady, 49},
		{"not new: the export is short", 7, NoMemory(), []int{7, 8, 5}, result.StatusSteady, 0},
		{"new in a short export that an earlier run goes before", 7, known(func(r *Remembered) { r.FirstSeen = 17 }), []int{7, 8, 5}, result.StatusNew, 17},
		{"not new: reported five weeks ago", long, known(func(r *Remembered) { r.Reported = 35 }), []int{1, 0, 0, 0, 0, 7, 8, 9}, result.StatusGrowing, 7},
		{"new: reported last week", long, known(func(r *Remembered) { r.Reported = 7 }), []int{1, 0, 0, 0, 0, 7, 8, 9}, result.StatusNew, 17},
		{"not new: an issue that has left the export", long, known(func(r *Remembered) { r.FirstSeen, r.LastSeen, r.WasIssue = 400, 210, true }), []int{7, 8, 9}, result.StatusBack, 17},

		{"back: an issue, then eight weeks of silence", long, NoMemory(), []int{2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusBack, 10},
		{"back: reported, then silence", long, known(func(r *Remembered) { r.Reported = 80 }), []int{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusBack, 10},
		{"not back: strays over half a year", long, NoMemory(), []int{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusNew, 10},
		{"not back: seven weeks of silence", long, NoMemory(), []int{2, 1, 0, 0, 0, 0, 0, 0, 4, 7}, result.StatusGrowing, 0},
		{"not back in the fifth week", long, NoMemory(), []int{2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 3, 4, 3}, result.StatusSteady, 0},
		{"back after a silence that the export does not hold", 7, known(func(r *Remembered) { r.Reported, r.LastSeen = 120, 100 }), []int{4, 7}, result.StatusBack, 10},
		{"not back: strays that only memory holds", 7, known(func(r *Remembered) { r.FirstSeen, r.LastSeen = 300, 100 }), []int{4, 7}, result.StatusNew, 10},
		{"back as last week's run said", 7, known(func(r *Remembered) { r.Status, r.Since, r.Reported, r.LastSeen = result.StatusBack, 10, 120, 8 }), []int{4, 7}, result.StatusBack, 10},

		{"growing: 21 against 8, and the last week highest", long, NoMemory(), twos(3, 4, 6, 8), result.StatusGrowing, 0},
		{"not growing: 12 against 8 may be chance", long, NoMemory(), twos(3, 3, 3, 3), result.StatusSteady, 49},
		{"not growing: 23 against 8, but the last week is lower", long, NoMemory(), twos(3, 7, 8, 5), result.StatusSteady, 0},
		{"not growing again below the highest week", long, NoMemory(), twos(3, 7, 8, 5, 6), result.StatusSteady, 7},
		{"growing again at a new height", long, NoMemory(), twos(3, 7, 8, 5, 9), result.StatusGrowing, 0},
		{"still growing at p = 0.08", long, NoMemory(), twos(4, 6, 6, 6, 6), result.StatusGrowing, 14},

		{"fading: 8 against 21", long, NoMemory(), twos(5, 5, 5, 6, 2, 2, 2, 2), result.StatusFading, 0},
		{"fading: more than before, but 2 after a week of 14", long, NoMemory(), twos(9, 14, 10, 2), result.StatusFading, 0},
		{"not fading: 5 after a week of 14 is one of three", long, NoMemory(), twos(9, 14, 10, 5), result.StatusSteady, 7},
		{"steady: neither", long, NoMemory(), []int{3, 2, 4, 3, 3, 2, 4, 3, 2}, result.StatusSteady, 28},
		{"steady since an earlier run", long, known(func(r *Remembered) { r.Status, r.Since = result.StatusSteady, 300 }), []int{3, 2, 4, 3, 3, 2, 4, 3, 2}, result.StatusSteady, 300},
	} {
		if got, want := evenDesk(c.weeks).Status(inWeeks(c.count...), c.was), (State{c.want, c.since}); got != want {
			t.Errorf("%s: %v is %s since %d days, want %s since %d", c.name, c.count, got.Status, got.Since, want.Status, want.Since)
		}
	}
}

// Two after a week of 14 are no fall where the desk had one ticket instead of
// seven: P(X <= 2) with 16 and a share of one in eight is 0.68.
func TestStatusGoesByTheDesk(t *testing.T) {
	d := evenDesk(28, 0, 1, 2, 4, 5, 6)
	if got := d.Status(inWeeks(twos(9, 14, 10, 2)...), NoMemory()).Status; got != result.StatusSteady {
		t.Errorf("in a week off it is %s, want steady", got)
	}
}

// The life of a pattern begins with its window, that of a new one whatever its issue
// did before.
func TestWithin(t *testing.T) {
	for _, c := range []struct {
		of, want State
		first    int
	}{
		{of: State{result.StatusGrowing, 40}, first: 20, want: State{result.StatusGrowing, 20}},
		{of: State{result.StatusGrowing, 7}, first: 20, want: State{result.StatusGrowing, 7}},
		{of: State{result.StatusSteady, 0}, first: 5, want: State{result.StatusSteady, 5}},
		{of: State{result.StatusSteady, 0}, first: 7, want: State{result.StatusSteady, 0}},
		{of: State{result.StatusNew, 7}, first: 20, want: State{result.StatusNew, 20}},
		{of: State{result.StatusNew, 7}, first: 28, want: State{result.StatusNew, 7}},
	} {
		if got := c.of.Within(c.first); got != c.want {
			t.Errorf("%+v from day %d on: %+v, want %+v", c.of, c.first, got, c.want)
		}
	}
}

func TestWasIssue(t *testing.T) {
	for _, c := range []struct {
		tickets, days int
		want          bool
	}{{3, 0, true}, {2, 0, false}, {3, 28, true}, {3, 29, false}, {6, 56, true}, {5, 56, false}} {
		if got := WasIssue(c.tickets, c.days); got != c.want {
			t.Errorf("%d tickets in %d days: %v, want %v", c.tickets, c.days, got, c.want)
		}
	}
}
