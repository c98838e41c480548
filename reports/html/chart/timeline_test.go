package chart

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/words"
)

func TestSpark(t *testing.T) {
	two := 2.0
	p := &result.Pattern{
		Weekly: []int{0, 2, 4}, ExpectedWeekly: []*float64{nil, &two, &two},
		Window: result.Span{From: "2026-11-16", To: "2026-11-22"},
	}
	s := NewSpark(words.Writer{}, p, []result.Day{"2026-11-02", "2026-11-09", "2026-11-16"})
	// Three places of 104/3 = 34.7 units, bars of three quarters of that, 22 high for 4 tickets.
	want := Spark{
		Before:   "M34.7 22h26V11h-26z",
		Window:   "M69.3 22h26V0h-26z",
		Expected: "M34.7 11h69.3",
		Label:    "tickets in the last 3 weeks: 0 2 4",
	}
	if s != want {
		t.Errorf("got %+v\nwant %+v", s, want)
	}
	if got := NewSpark(words.Writer{}, &result.Pattern{}, nil); got != (Spark{}) {
		t.Errorf("a pattern without weeks: %+v, want nothing", got)
	}
}

func TestTimelineLeavesOutEmptyWeeks(t *testing.T) {
	rate, low, high := 0.3, 0, 2
	p := &result.Pattern{
		Weekly: []int{0, 1, 0, 4}, ExpectedWeekly: []*float64{&rate, &rate, &rate, &rate}, Expected: &rate, WeekLow: &low, WeekHigh: &high,
		Window: result.Span{From: "2026-11-23", To: "2026-11-29"}, FirstTicket: "2026-11-24",
		Changes: []result.Change{{Day: "2026-11-21", ID: "C-1"}, {Day: "2026-11-24", ID: "C-2"}, {Day: "2026-01-01", ID: "long ago"}},
	}
	a := &result.Analysis{Desk: result.Desk{Weeks: []result.Day{"2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"}}}
	f, err := Timeline(p, "x")(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Table.Rows) != 2 || f.Table.Note != "In 2 more weeks since 2 Nov 2026 there was none in this place." {
		t.Errorf("rows %v, note %q; want the two weeks with tickets and a note about the others", f.Table.Rows, f.Table.Note)
	}
	for _, want := range []string{
		`{"name":"C-1 21 Nov","xAxis":2},{"name":"first ticket 24 Nov, C-2 24 Nov","xAxis":3}`, `[{"yAxis":0},{"yAxis":2}]`, `[0,1,0,"-"]`,
	} {
		if !strings.Contains(string(f.Option), want) {
			t.Errorf("the chart lacks %s: %s", want, f.Option)
		}
	}
	other := 0.5
	p.ExpectedWeekly[0] = &other
	if f, err = Timeline(p, "x")(words.Writer{}, a); err != nil || len(f.Table.Rows) != 4 {
		t.Errorf("%d rows, %v; want every week where what is expected differs", len(f.Table.Rows), err)
	}
}

func TestWindowWeeks(t *testing.T) {
	weeks := []result.Day{"2026-11-02", "2026-11-09", "2026-11-16"}
	tests := []struct {
		from, to    result.Day
		first, last int
	}{
		{"2026-11-09", "2026-11-22", 1, 2},
		{"2026-11-08", "2026-11-09", 0, 1},
		{"2026-11-16", "2026-11-22", 2, 2},
		{"2026-10-01", "2026-12-31", 0, 2},
		{"2026-10-01", "2026-10-02", -1, -1},
	}
	for _, test := range tests {
		first, last := windowWeeks(result.Span{From: test.from, To: test.to}, weeks)
		if first != test.first || last != test.last {
			t.Errorf("%s to %s: weeks %d to %d, want %d to %d", test.from, test.to, first, last, test.first, test.last)
		}
	}
}
