package chart

import (
	"strings"
	"testing"

	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

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
