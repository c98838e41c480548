package html

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

func TestRankFillsTheFirstScreen(t *testing.T) {
	tests := []struct{ emerging, chronic, wantEmerging, wantChronic, wantRest int }{
		{0, 0, 0, 0, 0},
		{4, 2, 4, 2, 0},
		{20, 0, 10, 0, 10},
		{0, 20, 0, 10, 10},
		{20, 20, 7, 3, 30},
		{9, 1, 9, 1, 0},
		{10, 1, 9, 1, 1},
		{5, 20, 5, 5, 15},
	}
	for _, test := range tests {
		var all []*finding
		for range test.emerging {
			all = append(all, &finding{Pattern: &result.Pattern{Kind: result.Emerging}})
		}
		for range test.chronic {
			all = append(all, &finding{Pattern: &result.Pattern{Kind: result.Chronic}})
		}
		lists, rest := rank(words.Writer{}, all, true)
		shown := map[result.Kind]int{}
		for _, l := range lists {
			for _, f := range l.Findings {
				shown[f.Kind]++
			}
		}
		if shown[result.Emerging] != test.wantEmerging || shown[result.Chronic] != test.wantChronic || len(rest) != test.wantRest {
			t.Errorf("%d emerging, %d chronic: shows %d and %d and leaves %d, want %d, %d and %d", test.emerging, test.chronic,
				shown[result.Emerging], shown[result.Chronic], len(rest), test.wantEmerging, test.wantChronic, test.wantRest)
		}
	}
}

func TestAnchor(t *testing.T) {
	tests := []struct{ id, want string }{
		{"P-aa05ec2b16", "P-aa05ec2b16"},
		{"a b", "a-b-7"},
		{"", "-7"},
		{`"><script>`, "---script--7"},
		{"é", "--7"},
	}
	for _, test := range tests {
		if got := anchor(&result.Pattern{ID: test.id, Rank: 7}); got != test.want {
			t.Errorf("anchor of %q: %q, want %q", test.id, got, test.want)
		}
	}
}

func TestSpark(t *testing.T) {
	two := 2.0
	p := &result.Pattern{
		Weekly: []int{0, 2, 4}, ExpectedWeekly: []*float64{nil, &two, &two},
		Window: result.Span{From: "2026-11-16", To: "2026-11-22"},
	}
	s := newSpark(words.Writer{}, p, []result.Day{"2026-11-02", "2026-11-09", "2026-11-16"})
	// Three places of 104/3 = 34.7 units, bars of three quarters of that, 22 high for 4 tickets.
	want := spark{
		Before:   "M34.7 22h26V11h-26z",
		Window:   "M69.3 22h26V0h-26z",
		Expected: "M34.7 11h69.3",
		Label:    "tickets in the last 3 weeks: 0 2 4",
	}
	if s != want {
		t.Errorf("got %+v\nwant %+v", s, want)
	}
	if got := newSpark(words.Writer{}, &result.Pattern{}, nil); got != (spark{}) {
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
	desk := &result.Desk{Weeks: []result.Day{"2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"}}
	f, err := timelineFigure(words.Writer{}, p, desk, "x")
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Table.Rows) != 2 || f.Table.Note != "In 2 more weeks since 2 Nov 2026 no such ticket came in; 0.3 were expected in each." {
		t.Errorf("rows %v, note %q; want the two weeks with tickets and a note about the others", f.Table.Rows, f.Table.Note)
	}
	for _, want := range []string{
		`{"name":"C-1 21 Nov","xAxis":2},{"name":"first ticket of the window 24 Nov, C-2 24 Nov","xAxis":3}`, `[{"yAxis":0},{"yAxis":2}]`, `[0,1,0,"-"]`,
	} {
		if !strings.Contains(string(f.Option), want) {
			t.Errorf("the chart lacks %s: %s", want, f.Option)
		}
	}
	other := 0.5
	p.ExpectedWeekly[0] = &other
	if f, err = timelineFigure(words.Writer{}, p, desk, "x"); err != nil || len(f.Table.Rows) != 4 {
		t.Errorf("%d rows, %v; want every week where what is expected differs", len(f.Table.Rows), err)
	}
}

func TestTrend(t *testing.T) {
	var in words.Writer
	one, three := 1.0, 3.0
	weekly := []*float64{&three, &three, nil, &three, &one, &one, &one, nil}
	if got, want := trend(in, weekly, in.Number), " The last four weeks had 1 on average, the four before 3."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := trend(in, weekly[1:], in.Number); got != "" {
		t.Errorf("seven weeks: %q, want nothing", got)
	}
}

func TestFlowTellsHolderFromOwner(t *testing.T) {
	a := fixture.Analysis(0)
	f, err := flowFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"source":"Network Services","target":"→ Network Services","value":18}`; !strings.Contains(string(f.Option), want) {
		t.Errorf("the chart lacks %s: %s", want, f.Option)
	}
	if got := f.Table.Rows[2]; got[1] != "nobody" {
		t.Errorf("row %v, want nobody as the owner", got)
	}
}

func TestVolumeMarksASurge(t *testing.T) {
	a := fixture.Analysis(0)
	a.Desk.Weeks, a.Desk.Weekly = a.Desk.Weeks[:5], []int{90, 100, 133, 134, 20}
	a.Desk.Daily = a.Desk.Daily[:35]
	f, err := volumeFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"90%", "100%", "133%", "134%, a surge", "20%"} {
		if got := f.Table.Rows[i][3]; got != want {
			t.Errorf("week %d: %q, want %q", i, got, want)
		}
	}
	if want := `[{"name":"134%","xAxis":21},{"xAxis":27}]`; !strings.Contains(string(f.Option), want) {
		t.Errorf("the chart lacks the area %s of the fourth week: %s", want, f.Option)
	}
}

func TestVolumeShadesDaysOff(t *testing.T) {
	a := fixture.Analysis(0)
	f, err := volumeFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	for week, want := range map[int]string{
		4: "", 5: "Thu 2 Jul (3 tickets, 24 expected) and Fri 3 Jul (0 tickets, 20 expected)",
		12: "no ticket 17 to 23 Aug 2026, a gap in the export or a closure",
	} {
		if got := f.Table.Rows[week][1]; got != want {
			t.Errorf("week %d: %q, want %q", week, got, want)
		}
	}
	for _, want := range []string{
		`[{"xAxis":5,"itemStyle":{"color":"axis","opacity":0.16}},{"xAxis":6}]`,               // the first weekend
		`[{"name":"off","xAxis":38,"itemStyle":{"color":"axis","opacity":0.5}},{"xAxis":39}]`, // both holidays in one
		`[{"name":"no tickets","xAxis":84,"itemStyle":{"color":"axis","opacity":0.5}},{"xAxis":90}]`,
	} {
		if !strings.Contains(string(f.Option), want) {
			t.Errorf("the chart lacks %s: %s", want, f.Option)
		}
	}
	if !strings.Contains(f.Caption, "quiet here: Saturday and Sunday.") {
		t.Errorf("the caption names no quiet days: %s", f.Caption)
	}
	// A run of an earlier version knows no days.
	a.Desk.Daily, a.Desk.QuietDays, a.Desk.DaysOff, a.Desk.Silences = nil, nil, nil, nil
	if f, err = volumeFigure(words.Writer{}, a); err != nil || f.Option != "" || len(f.Table.Rows) != 26 {
		t.Errorf("without days: chart %q, %d rows, %v; want 26 rows alone", f.Option, len(f.Table.Rows), err)
	}
}
