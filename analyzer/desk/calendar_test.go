package desk

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// weeksOfTickets opens week's tickets in each of n weeks that end with lastDay, a
// Sunday; change may set the number of single days, by the days back from it.
func weeksOfTickets(n int, week [7]int, change map[int]int) []ticket.Ticket {
	var out []ticket.Ticket
	for back := 7*n - 1; back >= 0; back-- {
		count, set := change[back]
		if !set {
			count = week[6-back%7]
		}
		for range count {
			out = append(out, ticket.Ticket{ID: fmt.Sprint(len(out)), Opened: lastDay.AddDate(0, 0, -back)})
		}
	}
	return out
}

// calendarOf derives the calendar of tickets.
func calendarOf(tickets []ticket.Ticket) (d result.Desk) {
	data := dataset.New(tickets, lastDay)
	d.QuietDays, d.DaysOff, d.Silences = calendar(data, dailyVolumes(data))
	return d
}

// withoutTickets leaves the days in a range of days back without tickets.
func withoutTickets(from, to int) map[int]int {
	out := map[int]int{}
	for back := to; back <= from; back++ {
		out[back] = 0
	}
	return out
}

// busySaturdays puts 18 tickets on each Saturday in a range of weeks back.
func busySaturdays(from, to int) map[int]int {
	out := map[int]int{}
	for week := to; week < from; week++ {
		out[7*week+1] = 18
	}
	return out
}

func TestCalendar(t *testing.T) {
	office := [7]int{30, 24, 27, 22, 18, 2, 1} // Monday to Sunday; the middle weekday is Thursday's 22
	weekend := []result.Quiet{{Weekday: time.Saturday, Tickets: 2, Expected: 22}, {Weekday: time.Sunday, Tickets: 1, Expected: 22}}
	for _, c := range []struct {
		name   string
		weeks  int
		week   [7]int
		change map[int]int
		quiet  []result.Quiet
		off    []result.DayOff
		silent []result.Silence
	}{
		{name: "nothing unusual", weeks: 10, week: office, quiet: weekend},
		// 34 days before 28 June is Monday 25 May; 38 is Thursday the 21st.
		{"two holidays", 10, office, map[int]int{34: 3, 38: 0}, weekend,
			[]result.DayOff{{Day: "2026-05-21", Expected: 22}, {Day: "2026-05-25", Tickets: 3, Expected: 30}}, nil},
		// A third of 30 is 10, which is no longer hardly anything.
		{name: "a slow day", weeks: 10, week: office, change: map[int]int{34: 10}, quiet: weekend},
		{"the middle east", 10, [7]int{30, 30, 30, 30, 2, 1, 30}, nil,
			[]result.Quiet{{Weekday: time.Friday, Tickets: 2, Expected: 30}, {Weekday: time.Saturday, Tickets: 1, Expected: 30}}, nil, nil},
		{name: "round the clock", weeks: 10, week: [7]int{30, 30, 30, 30, 30, 20, 16}},
		// P(0 | 6) = e^-6 = 0.0025 is above 0.001, P(0 | 7) = e^-7 = 0.0009 is below.
		{name: "six a day", weeks: 10, week: [7]int{6, 6, 6, 6, 6, 6, 6}, change: map[int]int{34: 0}},
		{"seven a day", 10, [7]int{7, 7, 7, 7, 7, 7, 7}, map[int]int{34: 0}, nil, []result.DayOff{{Day: "2026-05-25", Expected: 7}}, nil},
		// One a day in ten weeks: P(X <= 0 | 10) = e^-10; in three weeks nothing is said.
		{"one a day", 10, [7]int{1, 1, 1, 1, 1, 1, 0}, nil, []result.Quiet{{Weekday: time.Sunday, Expected: 1}}, nil, nil},
		{name: "three weeks", weeks: 3, week: office},
		// Monday 1 to Sunday 7 June, with the quiet Sunday before; 9 weeks of 124
		// tickets less one Sunday's are 1115 in 70 days, times 8 are 127.4.
		{"a week of silence", 10, office, map[int]int{28: 0, 27: 0, 26: 0, 25: 0, 24: 0, 23: 0, 22: 0, 21: 0}, weekend, nil,
			[]result.Silence{{Span: result.Span{From: "2026-05-31", To: "2026-06-07"}, Expected: 127.4}}},
		// Six such days are no silence, but the five working days among them are off.
		{"almost a week", 10, office, map[int]int{27: 0, 26: 0, 25: 0, 24: 0, 23: 0, 22: 0}, weekend, []result.DayOff{
			{Day: "2026-06-01", Expected: 30}, {Day: "2026-06-02", Expected: 24}, {Day: "2026-06-03", Expected: 27},
			{Day: "2026-06-04", Expected: 22}, {Day: "2026-06-05", Expected: 18},
		}, nil},
		// The export may end with Wednesday: nothing is said of the days after it.
		{name: "an early end", weeks: 10, week: office, change: map[int]int{3: 0, 2: 0, 1: 0, 0: 0}, quiet: weekend},
		// 60 tickets in 70 days make 8.6 in ten: P(0) = 1.9e-4 is above 0.001/10 weeks;
		// 59 make 9.3 in eleven: P(0) = 9.4e-5 is below.
		{name: "ten silent days of one a day", weeks: 10, week: [7]int{1, 1, 1, 1, 1, 1, 1}, change: withoutTickets(39, 30)},
		{"eleven silent days of one a day", 10, [7]int{1, 1, 1, 1, 1, 1, 1}, withoutTickets(40, 30), nil, nil,
			[]result.Silence{{Span: result.Span{From: "2026-05-19", To: "2026-05-29"}, Expected: 9.3}}},
		// Saturdays were as busy as Fridays in the first 30 of 56 weeks.
		{name: "shorter hours since half a year", weeks: 56, week: office, change: busySaturdays(56, 26), quiet: weekend},
		// A ticket in ten days: a week without any is nothing.
		{name: "hardly a ticket", weeks: 10, week: [7]int{}, change: map[int]int{69: 1, 60: 1, 50: 1, 41: 1, 30: 1, 20: 1, 10: 1, 1: 1}},
	} {
		got := calendarOf(weeksOfTickets(c.weeks, c.week, c.change))
		want := result.Desk{QuietDays: append([]result.Quiet{}, c.quiet...), DaysOff: append([]result.DayOff{}, c.off...), Silences: append([]result.Silence{}, c.silent...)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestCalendarOfPermutedTickets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		week := [7]int(rapid.SliceOfN(rapid.IntRange(0, 12), 7, 7).Draw(t, "week"))
		week[0]++ // a desk has tickets
		change := rapid.MapOfN(rapid.IntRange(0, 69), rapid.IntRange(0, 20), 0, 20).Draw(t, "change")
		tickets := append(weeksOfTickets(10, week, change), ticket.Ticket{ID: "one", Opened: lastDay})
		want := calendarOf(tickets)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(tickets), func(i, j int) { tickets[i], tickets[j] = tickets[j], tickets[i] })
		if diff := cmp.Diff(want, calendarOf(tickets)); diff != "" {
			t.Fatalf("another order (-want +got):\n%s", diff)
		}
		if len(want.QuietDays) > 3 {
			t.Fatalf("%d quiet weekdays, want fewer than half of the week", len(want.QuietDays))
		}
		for _, off := range want.DaysOff {
			if 3*float64(off.Tickets) >= off.Expected {
				t.Fatalf("%+v is no day off", off)
			}
		}
	})
}
