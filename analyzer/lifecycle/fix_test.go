package lifecycle

import (
	"math"
	"testing"

	"ticketpatterns/analyzer/result"
)

// minTickets make a return.
const minTickets = 4

// fixDesk is a desk of one ticket a day for 100 days.
var fixDesk = Desk{Days: 100, Volume: func(back, days int) int { return max(0, min(back+days, 100)-back) }}

// By hand, with one ticket a day at the desk: eight before (of 28 days) and none in
// the 14 days after. Expected 8 * 14/28 = 4; P(X <= 0) = (28/42)^8 = 0.0390; the
// upper end of the ratio is (1/0.025^(1/8) - 1) * 28/14 = 1.17. With an end above
// one nothing may have been prevented.
func TestFixCheck(t *testing.T) {
	f, ok := fixDesk.CheckFix([]int{40, 38, 34, 30, 28, 22, 18, 16}, 14, minTickets)
	if !ok || f.Seen != 0 || f.Expected != 4 || math.Abs(f.PFewer-math.Pow(28.0/42, 8)) > 1e-9 || f.Verdict != result.VerdictHolds {
		t.Fatalf("check %+v, want 0 of 4, p 0.0390, holds", f)
	}
	if f.High == nil || *f.High != 1.17 || f.Low != 0 || f.Prevented != 4 || f.PreventedHigh != 4 {
		t.Errorf("interval %g to %v, prevented %g to %g, want 0 to 1.17 and 4 to 4", f.Low, f.High, f.Prevented, f.PreventedHigh)
	}
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name string
		fix  int // days ago
		days []int
		want result.Verdict
	}{
		{"one week of silence", 7, []int{33, 30, 25, 20, 15, 12, 10, 9}, result.VerdictEarly},
		{"goes on", 28, []int{54, 50, 46, 42, 40, 36, 32, 30, 26, 22, 20, 16, 12, 8, 4, 2}, result.VerdictNot},
		{"more than before", 20, []int{44, 30, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9}, result.VerdictWorse},
		{"silence, then four", 40, []int{66, 64, 62, 58, 54, 50, 46, 42, 10, 8, 5, 2}, result.VerdictBack},
		{"silence, then one", 40, []int{66, 64, 62, 58, 54, 50, 46, 42, 2}, result.VerdictHolds},
	} {
		if f, ok := fixDesk.CheckFix(c.days, c.fix, minTickets); !ok || f.Verdict != c.want {
			t.Errorf("%s: %+v, want %q", c.name, f, c.want)
		}
	}
	for _, fix := range []int{None, 0, -3, 100, 500} {
		if f, ok := fixDesk.CheckFix([]int{10}, fix, minTickets); ok {
			t.Errorf("fixed %d days ago: %+v, want nothing", fix, f)
		}
	}
}

// What a fix made worse is a negative number of tickets prevented, rounded like any
// other: 3 of 28 days before, so 1.1 expected in 10 days, and 10 came.
func TestPreventedMayBeNegative(t *testing.T) {
	f, ok := fixDesk.CheckFix([]int{30, 20, 15, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}, 10, minTickets)
	if !ok || f.Seen != 10 || f.Expected != 1.1 || f.Prevented != -8.9 || f.Verdict != result.VerdictWorse {
		t.Errorf("%+v, want 10 where 1.1 would have come, -8.9 prevented", f)
	}
}

// A declared change is checked from a week to sixteen weeks after, where enough
// tickets say something; of many checks the significant ones are reported.
func TestCheckChange(t *testing.T) {
	many := []int{40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16}
	for _, c := range []struct {
		name   string
		days   []int
		change int
		want   bool
	}{
		{"two weeks ago", many, 14, true}, {"six days ago", many, 6, false}, {"before the data", many, 112, false}, {"few tickets", many[:7], 14, false},
		{"none before and after", []int{99, 98, 97, 96, 95, 94, 93, 92}, 14, false},
	} {
		if _, got := fixDesk.CheckChange(c.days, c.change, minTickets); got != c.want {
			t.Errorf("%s: checked %v, want %v", c.name, got, c.want)
		}
	}
	checks := []result.FixCheck{{IssueID: "a", PFewer: 0.5, PMore: 0.6}, {IssueID: "b", PFewer: 0.001, PMore: 1}, {IssueID: "c", PFewer: 1, PMore: 0.0001}}
	if got := SignificantChanges(checks); len(got) != 2 || got[0].IssueID != "c" || got[1].IssueID != "b" {
		t.Errorf("%+v, want c and b", got)
	}
}

// Ten in two weeks, then seven days: mean 10.5 * 7/14 = 5.25, size 10.5.
func TestForecast(t *testing.T) {
	if got := ForecastDays(3, 14); got != 7 {
		t.Errorf("three days after the last run: %d days, want 7", got)
	}
	if got := ForecastDays(40, 14); got != 14 {
		t.Errorf("forty days after the last run: %d days, want the window's 14", got)
	}
	f := NewForecast(10, 14, 7, 13)
	if f.Expected != 5.3 || f.High != 13 || ExceedsForecast(f.P) {
		t.Errorf("%+v, want 5.3 expected, 13 at most, not grown with 13", f)
	}
	if f := NewForecast(10, 14, 7, 14); !ExceedsForecast(f.P) {
		t.Errorf("%+v, want it grown with 14", f)
	}
}
