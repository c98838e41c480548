package chart

import (
	"strings"
	"testing"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/reports/internal/fixture"
	"ticketpatterns/reports/words"
)

func TestWeeksMarkASurge(t *testing.T) {
	a := fixture.Analysis(0)
	a.Fixes = nil
	a.Desk.Weeks, a.Desk.Weekly = a.Desk.Weeks[:5], []int{90, 100, 134, 1400, 20}
	a.Desk.Daily = a.Desk.Daily[:35]
	f, err := weeksFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"90%", "100%", "134%, a surge", "14 times, a surge", "20%"} {
		if got := f.Table.Rows[i][3]; got != want {
			t.Errorf("week %d: %q, want %q", i, got, want)
		}
	}
	if want := `"data":[{"name":"134%","xAxis":2},{"name":"14 times","xAxis":3}`; !strings.Contains(string(f.Option), want) {
		t.Errorf("the chart lacks the marks %s: %s", want, f.Option)
	}
}

// One ticket more is no surge, whatever share of so few it is.
func TestFewTicketsAreNoSurge(t *testing.T) {
	a := fixture.Analysis(0)
	a.Desk.Weeks, a.Desk.Weekly = a.Desk.Weeks[:6], []int{1, 1, 3, 1, 2, 7}
	for week, want := range []bool{false, false, false, false, false, true} {
		if got := newVolume(words.Writer{}, a).surges(week); got != want {
			t.Errorf("week %d: surge %v, want %v", week, got, want)
		}
	}
}

// What happened stands in the table and on the chart: days off, silences, fixes and
// the changes that causes name.
func TestWeeksTellWhatHappened(t *testing.T) {
	a := fixture.Analysis(1)
	a.Fixes = []result.FixCheck{{On: a.Desk.Weeks[20]}, {On: a.Desk.Weeks[20], Change: "CHG1"}}
	f, err := weeksFigure(words.Writer{}, a)
	if err != nil {
		t.Fatal(err)
	}
	for week, want := range map[int]string{
		4: "", 5: "Thu 2 Jul off (3 tickets, usually about 24) and Fri 3 Jul off (0 tickets, usually about 20)",
		12: "no ticket 17 to 23 Aug 2026: closed, or a gap in the export", 20: "fix 12 Oct",
	} {
		if got := f.Table.Rows[week][1]; got != want {
			t.Errorf("week %d: %q, want %q", week, got, want)
		}
	}
	for _, want := range []string{`{"name":"2 days off","xAxis":5}`, `"name":"no tickets`, `{"name":"fix 12 Oct, 156%","xAxis":20}`, `"name":"CHG0042 8 Nov`} {
		if !strings.Contains(string(f.Option), want) {
			t.Errorf("the chart lacks %s: %s", want, f.Option)
		}
	}
}
