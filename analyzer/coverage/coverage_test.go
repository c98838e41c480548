package coverage

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

var sunday = time.Date(2026, 6, 28, 12, 0, 0, 0, time.UTC)

// desk opens so many tickets a day in the days before asOf, Sundays excepted, from the
// oldest day to the newest; each is resolved after a day.
func desk(asOf time.Time, days int, perDay func(back int) int) []ticket.Ticket {
	var out []ticket.Ticket
	for back := days - 1; back >= 0; back-- {
		day := asOf.AddDate(0, 0, -back)
		if day.Weekday() == time.Sunday {
			continue
		}
		for n := range perDay(back) {
			t := ticket.Ticket{ID: fmt.Sprintf("%d-%d", back, n), Opened: day, State: []string{"open", "closed"}[n%2]}
			if n%2 == 1 {
				t.Resolved = day.AddDate(0, 0, 1)
			}
			out = append(out, t)
		}
	}
	return out
}

func steady(n int) func(int) int { return func(int) int { return n } }

func weeklyRuns(last string, n, days int) []past.Run {
	day, _ := time.Parse(time.DateOnly, last)
	var runs []past.Run
	for k := n - 1; k >= 0; k-- {
		runs = append(runs, past.Run{Day: day.AddDate(0, 0, -7*k).Format(time.DateOnly), Days: days, Weeks: 4, Opened: 0, HoursMedian: 24})
	}
	return runs
}

func codes(gaps []result.CoverageGap) []result.CoverageCode {
	out := []result.CoverageCode{}
	for _, g := range gaps {
		out = append(out, g.Code)
	}
	return out
}

func TestCheck(t *testing.T) {
	all := func(change func(*ticket.Ticket)) []ticket.Ticket {
		tickets := desk(sunday, 180, steady(6))
		for i := range tickets {
			change(&tickets[i])
		}
		return tickets
	}
	tests := []struct {
		name    string
		tickets []ticket.Ticket
		asOf    time.Time
		runs    []past.Run
		want    []result.CoverageCode
		stops   bool
	}{
		{"half a year, first run", desk(sunday, 180, steady(6)), sunday, nil, nil, false},
		{"half a year, as before", desk(sunday, 180, steady(6)), sunday, weeklyRuns("2026-06-21", 5, 180), nil, false},
		{"a year that moves on", desk(sunday, 365, steady(6)), sunday, weeklyRuns("2026-06-21", 5, 400), nil, false},
		{"only the last week, first run", desk(sunday, 7, steady(6)), sunday, nil, nil, false},
		{"only the last week, after half a year", desk(sunday, 7, steady(6)), sunday, weeklyRuns("2026-06-21", 5, 180), []result.CoverageCode{result.CoverageShorter}, true},
		{"a month after half a year", desk(sunday, 30, steady(6)), sunday, weeklyRuns("2026-06-21", 1, 180), []result.CoverageCode{result.CoverageShorter}, true},
		{"a month after three weeks", desk(sunday, 30, steady(6)), sunday, weeklyRuns("2026-06-21", 1, 21), nil, false},
		{"a week after a month, which had no baseline either", desk(sunday, 7, steady(6)), sunday, weeklyRuns("2026-06-21", 1, 28), nil, false},
		{"a week after a year, by an old program", desk(sunday, 7, steady(6)), sunday, []past.Run{{Day: "2026-06-21", Tickets: 9000, Weeks: 4, Opened: 700}}, []result.CoverageCode{result.CoverageShorter}, true},
		{"as-of a week after the last ticket", desk(sunday.AddDate(0, 0, -7), 180, steady(6)), sunday, nil, []result.CoverageCode{result.CoverageEndsEarly}, false},
		{"as-of on a Sunday", desk(sunday, 180, steady(6)), sunday, nil, nil, false},
		{"ends on a Tuesday, runs end on Sundays", desk(sunday.AddDate(0, 0, -5), 180, steady(6)), sunday.AddDate(0, 0, -5), weeklyRuns("2026-06-21", 5, 180), []result.CoverageCode{result.CoverageEndsEarly}, false},
		{"ends on a Tuesday, runs as they come", desk(sunday.AddDate(0, 0, -5), 180, steady(6)), sunday.AddDate(0, 0, -5), weeklyRuns("2026-06-21", 2, 180), nil, false},
		{"a quarter in the last four weeks", desk(sunday, 180, func(back int) int {
			if back < 28 {
				return 2
			}
			return 8
		}), sunday, nil, nil, false},
		{"a hundredth in the last four weeks", desk(sunday, 180, func(back int) int {
			if back < 28 {
				return max(0, 1-(back+6)%7)
			}
			return 20
		}), sunday, nil, []result.CoverageCode{result.CoverageThin}, false},
		{"flooded", desk(sunday, 180, func(back int) int {
			if back < 7 {
				return 60
			}
			return 2
		}), sunday, nil, []result.CoverageCode{result.CoverageFull}, false},
		{"thirteen times is a surge, no gap", desk(sunday, 180, func(back int) int {
			if back < 7 {
				return 39
			}
			return 3
		}), sunday, nil, nil, false},
		{"closed ones only", all(func(t *ticket.Ticket) { t.State = "Closed" }), sunday, nil, []result.CoverageCode{result.CoverageOneState}, false},
		{"finished ones only, no states", all(func(t *ticket.Ticket) { t.State, t.Resolved = "", earlier(t.Opened.AddDate(0, 0, 3), sunday) }), sunday, nil, []result.CoverageCode{result.CoverageNoneOpen}, false},
		{"all finished within the hour", all(func(t *ticket.Ticket) { t.State, t.Resolved = "", t.Opened.Add(time.Hour) }), sunday, nil, nil, false},
		{"open ones only", all(func(t *ticket.Ticket) { t.Resolved = time.Time{} }), sunday, weeklyRuns("2026-06-21", 1, 180), []result.CoverageCode{result.CoverageNoneFinished}, false},
		{"no tickets", nil, sunday, weeklyRuns("2026-06-21", 5, 180), []result.CoverageCode{result.CoverageShorter}, true},
	}
	for _, test := range tests {
		got := Check(Export{Tickets: test.tickets, AsOf: test.asOf, NeededDays: 63}, test.runs)
		if !slices.Equal(codes(got), test.want) {
			t.Errorf("%s: %+v, want %v", test.name, got, test.want)
		}
		if stops := slices.ContainsFunc(got, func(g result.CoverageGap) bool { return g.Misleads }); stops != test.stops {
			t.Errorf("%s: stops %v, want %v", test.name, stops, test.stops)
		}
	}
}

func TestFewerThanTheLastRun(t *testing.T) {
	tickets := desk(sunday, 100, steady(1)) // 24 in four weeks
	for _, test := range []struct {
		name  string
		run   past.Run
		want  [2]int // now, of then
		stops bool
	}{
		{"as many as then", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 24}, [2]int{}, false},
		{"two were deleted", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 26}, [2]int{}, false},
		{"a third is missing", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 36}, [2]int{24, 36}, false},
		{"two thirds are missing", past.Run{Day: "2026-06-21", Weeks: 4, Opened: 72}, [2]int{24, 72}, true},
		{"the export begins later", past.Run{Day: "2026-06-21", Weeks: 26, Opened: 400}, [2]int{}, false},
		{"a run of a later day", past.Run{Day: "2026-07-05", Weeks: 4, Opened: 100}, [2]int{}, false},
	} {
		got, stops := [2]int{}, false
		for _, g := range Check(Export{Tickets: tickets, AsOf: sunday, NeededDays: 63}, []past.Run{test.run}) {
			if g.Code == result.CoverageFewer {
				got, stops = [2]int{g.Count, g.Of}, g.Misleads
			}
		}
		if got != test.want || stops != test.stops {
			t.Errorf("%s: %v %v, want %v %v", test.name, got, stops, test.want, test.stops)
		}
	}
}

// The work on its tickets tells when an export was made.
func TestWorkedOnAfterItsEnd(t *testing.T) {
	tickets := desk(sunday.AddDate(0, 0, -6), 180, steady(6)) // to Monday
	for i := range 5 {
		tickets[len(tickets)-1-i].Resolved = sunday
	}
	tickets[0].Resolved = sunday.AddDate(10, 0, 0) // a wrong clock
	asOf := tickets[len(tickets)-1].Opened
	got := Check(Export{Tickets: tickets, AsOf: asOf, NeededDays: 63}, nil)
	want := []result.CoverageGap{{Code: result.CoverageEndsEarly, Days: 6, Last: "2026-06-22", Until: "2026-06-28"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// As of a day in the middle of an export nothing is missing.
func TestAsOfAnEarlierDay(t *testing.T) {
	tickets := desk(sunday, 180, steady(6))
	for i := range tickets {
		tickets[i].State, tickets[i].Resolved = "", tickets[i].Opened.AddDate(0, 0, 3)
	}
	got := Check(Export{Tickets: tickets, AsOf: sunday, Later: true, NeededDays: 63}, weeklyRuns("2026-06-23", 4, 180))
	if len(got) > 0 {
		t.Errorf("%+v, want nothing", got)
	}
}

func TestOrderOfTicketsDoesNotMatter(t *testing.T) {
	tickets := desk(sunday, 60, steady(3))
	runs := weeklyRuns("2026-06-21", 5, 360)
	want := Check(Export{Tickets: tickets, AsOf: sunday, NeededDays: 63}, runs)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(tickets), func(i, j int) { tickets[i], tickets[j] = tickets[j], tickets[i] })
	if got := Check(Export{Tickets: tickets, AsOf: sunday, NeededDays: 63}, runs); !reflect.DeepEqual(got, want) || len(got) == 0 {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
