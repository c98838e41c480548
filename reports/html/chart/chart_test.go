package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

func TestHeatmapShowsSurpriseAndFindings(t *testing.T) {
	a := fixture.Analysis(2)
	small, large := 1e-8, 0.7
	one, many := 0.4, 300.0
	a.Desk.Cells = []result.Cell{
		{Department: "Always busy", Category: "E-mail", Tickets: 310, Reports: 290, Expected: &many, PValue: &large},
		{Department: "Finance", Category: "SAP", Tickets: 12, Reports: 9, Expected: &one, PValue: &small},
		{Department: "Sales", Category: "E-mail", Tickets: 5, Reports: 5, Expected: &one, PValue: &large, PatternIDs: []string{"p-01", "p-99"}},
		{Department: "Silent", Category: "SAP", Tickets: 0, Expected: &one, PValue: &large},
	}
	f, err := heatmapFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Sales", "E-mail", "SAP GUI closes when posting an invoice (p-01); p-99", "5", "none", "nothing unusual", "5"},
		{"Finance", "SAP", "", "9", "none", "less than 1 in 1,000,000", "12"},
		{"Always busy", "E-mail", "", "290", "about 300", "nothing unusual", "310"},
	}
	if diff := cmp.Diff(want, f.Table.Rows); diff != "" {
		t.Errorf("rows: the finding first, then the surprise, and no silent one (-want +got):\n%s", diff)
	}
	if want := "1 finding is spread too thinly to mark a field."; !strings.HasSuffix(f.Caption, want) {
		t.Errorf("caption %q, want it to end with %q", f.Caption, want)
	}
	if want := `[0,0,0.155,5," ◆"]`; !strings.Contains(string(f.Option), want) {
		t.Errorf("the chart lacks the marked field %s: %s", want, f.Option)
	}
	a.People = 0
	if f, _ = heatmapFigure(words.Writer{}, a); len(f.Table.Head) != 6 || len(f.Table.Rows[0]) != 6 || !strings.Contains(f.Title, "tickets") {
		t.Errorf("without requesters: title %q, columns %q, want tickets only", f.Title, f.Table.Head)
	}
	if surprise(&a.Desk.Cells[1]) != surpriseCeiling || surprise(&a.Desk.Cells[0]) > 0.2 {
		t.Errorf("surprise %g and %g, want the ceiling and almost none", surprise(&a.Desk.Cells[1]), surprise(&a.Desk.Cells[0]))
	}
}

func TestPaceSaysWhatIsSure(t *testing.T) {
	a := fixture.Analysis(0)
	f, err := paceFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Network Services", "slower", "19 hours (15 hours to 25 hours), 92 tickets", "31 hours (27 hours to 40 hours), 88 tickets", "14 of 97 (14%)"},
		{"Service Desk", "no clear change", "84 minutes (72 minutes to 1.7 hours), 395 tickets", "1.5 hours (78 minutes to 1.8 hours), 410 tickets", "12 of 422 (3%)"},
		{"Endpoint Team", "nothing to compare", "none", "50 hours (4 hours to 4 days), 9 tickets", "1 of 10 (10%)"},
	}
	if diff := cmp.Diff(want, f.Table.Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if want := "2 groups with fewer than 6 resolved tickets left out."; f.Table.Note != want {
		t.Errorf("note %q, want %q", f.Table.Note, want)
	}
	for _, want := range []string{`"data":[19]`, `"data":["Network Services: slower"]`} {
		if !strings.Contains(string(f.Option), want) {
			t.Errorf("the chart lacks %s: %s", want, f.Option)
		}
	}
	for _, c := range []struct {
		change result.PaceChange
		want   string
	}{
		{result.PaceSlower, "1 group of 2 became slower: Network Services. "},
		{result.PaceFaster, "1 group of 2 became faster: Network Services. "},
		{result.PaceUnclear, "None of 2 groups changed clearly. "},
	} {
		a.Work.Pace[1].Change = c.change
		f, err = paceFigure(words.Writer{}, a)
		if err != nil || !strings.HasPrefix(f.Caption, c.want) || (f.Option == "") != (c.change == result.PaceUnclear) {
			t.Errorf("%s: caption %q, chart %.20q, %v; want %q and a chart of what changed only", c.change, f.Caption, f.Option, err, c.want)
		}
	}
	a.Work.PaceLeadDays = nil
	if f, err = paceFigure(words.Writer{}, a); err != nil || f.Option != "" || !strings.Contains(f.Caption, "does not reach back far enough") {
		t.Errorf("a short export: chart %q, caption %q, %v", f.Option, f.Caption, err)
	}
}

func TestFixesAndChangesAreApart(t *testing.T) {
	low, wild, hours := 0.31, 1351.0, 12.0
	a := &result.Analysis{Fixes: []result.FixCheck{
		{Label: "printer jams", Scope: []result.FieldValue{{Field: "department", Value: "Finance"}}, On: "2026-03-01", Verdict: result.VerdictHolds, Seen: 1, Expected: 12, Low: 0.01, High: &low,
			Prevented: 11, PreventedLow: 8.3, PreventedHigh: 11.9, Hours: &hours},
		{Label: "badge", On: "2026-03-02", Verdict: result.VerdictNot, Seen: 5, Expected: 7, Low: 0.2, High: &wild, Prevented: 2, Hours: &hours},
		{Label: "scanner", On: "2026-03-03", Verdict: result.VerdictWorse, Seen: 90, Expected: 3, Low: 11, Prevented: -87, Hours: &hours},
		{Label: "vpn", Change: "C-1", On: "2026-03-04", Verdict: result.VerdictWorse, Seen: 17, Low: 6.73, Prevented: -17},
		{Label: "mail", Change: "C-2", On: "2026-03-05", Verdict: result.VerdictHolds, Seen: 1, Expected: 12, Low: 0.01, High: &low, Prevented: 11},
	}}
	for _, c := range []struct {
		make Maker
		want []string
	}{
		{fixesFigure, []string{
			"printer jams|department Finance|1 Mar 2026|holds|1|12|1% to 31%|11 (8.3 to 12)|12",
			"badge|the whole desk|2 Mar 2026|fix failed|5|7|20% to more than 10 times|not clear|not clear",
			"scanner|the whole desk|3 Mar 2026|more than before|90|3|more than 10 times|none|none",
		}},
		{changesFigure, []string{
			"vpn|C-1|4 Mar 2026|more than before|17|0|6.7 times or more",
			"mail|C-2|5 Mar 2026|fewer than before|1|12|1% to 31%",
		}},
	} {
		f, err := c.make(words.Writer{}, a)
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for _, r := range f.Table.Rows {
			if len(r) != len(f.Table.Head) {
				t.Errorf("row %q has not the columns %q", r, f.Table.Head)
			}
			rows = append(rows, strings.Join(r, "|"))
		}
		if diff := cmp.Diff(c.want, rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Title, diff)
		}
	}
}

func TestRepeatSaysWhatIsUnknown(t *testing.T) {
	a := fixture.Analysis(0)
	n := len(a.Desk.Weeks)
	for i := range n {
		a.Desk.Weekly[i], a.Desk.WeeklyRepeat[i] = 100, nil
		if i >= n-8 {
			a.Desk.WeeklyRepeat[i] = new(int)
			*a.Desk.WeeklyRepeat[i] = map[bool]int{true: 30, false: 20}[i >= n-4]
		}
	}
	a.Desk.Weekly[n-1], *a.Desk.WeeklyRepeat[n-1] = 300, 210 // the weeks are not averaged: 300 of 600
	f, err := repeatFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.Table.Rows[n-9][1:], "|") + "; " + strings.Join(f.Table.Rows[n-8][1:], "|"); got != "100|unknown|unknown; 100|20|20%" {
		t.Errorf("rows %q, want the first week that is known after one that is not", got)
	}
	if want := "Of the last four weeks it is 50%, of the four before 20%."; !strings.HasSuffix(f.Caption, want) {
		t.Errorf("caption %q, want it to end with %q", f.Caption, want)
	}
	a.Desk.WeeklyRepeat = make([]*int, n)
	if f, err = repeatFigure(words.Writer{}, a); err != nil || len(f.Table.Rows) > 0 || f.Option != "" {
		t.Errorf("nothing is known: %d rows, chart %q, %v; want neither", len(f.Table.Rows), f.Option, err)
	}
}

func TestBouncedShowsWaysOnlyWhereThereAreAny(t *testing.T) {
	a := fixture.Analysis(0)
	for _, want := range []int{6, 5} {
		f, err := bouncedFigure(words.Writer{}, a)
		if err != nil || len(f.Table.Head) != want || len(f.Table.Rows[0]) != want || f.Table.Numeric != want-3 ||
			strings.Contains(f.Caption, "path is known") != (want == 6) {
			t.Errorf("columns %q, row %q, caption %q, %v; want %d columns", f.Table.Head, f.Table.Rows[0], f.Caption, err, want)
		}
		a.Work.Bounced[0].Paths = nil
	}
}

// Of ten days the first four of two weeks were not read, and two weeks have no
// usual week to stand out from.
func TestShortHistoryClaimsLittle(t *testing.T) {
	a := fixture.TenDays()
	f, err := weeksFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(f.Option), "markLine") {
		t.Errorf("the chart marks something: %s", f.Option)
	}
	if !strings.Contains(f.Caption, "nothing can be called usual") || strings.Contains(f.Table.Rows[1][3], "surge") {
		t.Errorf("caption %q, rows %q, want no surge", f.Caption, f.Table.Rows)
	}
	f, err = calendarFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Table.Rows[0]; got[4] != "before the export" || got[5] == "before the export" || strings.Contains(string(f.Option), "[0,3,") || !strings.Contains(string(f.Option), "[0,4,") {
		t.Errorf("row %q, chart %s; want the first four days to be missing", got, f.Option)
	}
	if f, err = resolveFigure(words.Writer{}, a); err != nil || strings.Contains(f.Caption, "line") || strings.Contains(string(f.Option), `"line"`) {
		t.Errorf("caption %q, chart %s, %v; want no line of four weeks", f.Caption, f.Option, err)
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
	if got := f.Table.Rows[2]; got[1] != "unowned" {
		t.Errorf("row %v, want no owner", got)
	}
}
