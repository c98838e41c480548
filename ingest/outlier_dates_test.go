package ingest

import (
	"fmt"
	"strings"
	"testing"
	"ticketpatterns/ingest/dates"

	"github.com/google/go-cmp/cmp"
)

// register writes n rows of a register, one on each day from 1 January 2026, and
// behind them the rows given.
func register(n int, rows ...string) string {
	var in strings.Builder
	in.WriteString("ticket,opened,resolved,title\n")
	for i := range n {
		fmt.Fprintf(&in, "%d,%s 10:00,%s 12:00,jam\n", i, dates.Civil(20454+i), dates.Civil(20455+i))
	}
	return in.String() + strings.Join(rows, "\n")
}

func TestFarTimes(t *testing.T) {
	for _, c := range []struct {
		name, in       string
		kept           int
		reject, warned string
	}{
		{"nothing odd", register(150), 150, "", ""},
		{"a mistyped year", register(150, "x,2062-03-05 10:00,,jam"), 150, "opened lies long after everything else in the file (until 2026-05-30): a mistyped year?", ""},
		{"next year in a short file may be true", register(20, "x,2027-03-05 10:00,,jam"), 21, "", ""},
		{"five rows are no mistake", register(150, "a,2027-03-05 10:00,,x", "b,2027-03-06 10:00,,x", "c,2027-03-07 10:00,,x", "d,2027-03-07 10:00,,x", "e,2027-03-08 10:00,,x"), 155, "", ""},
		{"a day that stands for never", register(30, "x,2026-01-05 10:00,2099-12-31,jam", "y,2026-01-05 10:00,2099-12-31,jam"), 32, "", "2 times of resolved long after everything else in the file (opened until 2026-01-30), such as 2099-12-31 at line 32: read as empty"},
		{"resolved late is no mistake", register(150, "x,2026-01-05 10:00,2026-12-31,jam"), 151, "", ""},
	} {
		b, err := ReadReader(strings.NewReader(c.in), "list.csv", Options{})
		if err != nil {
			t.Fatal(c.name, err)
		}
		balanced(t, b.Files)
		reject := ""
		for _, r := range b.Rejects {
			reject = r.Reason
			if !strings.Contains(c.in, r.Record) || r.Record == "" {
				t.Errorf("%s: the reject holds record %q", c.name, r.Record)
			}
		}
		if len(b.Tickets) != c.kept || reject != c.reject {
			t.Errorf("%s: %d tickets, reject %q, want %d and %q", c.name, len(b.Tickets), reject, c.kept, c.reject)
		}
		if all := strings.Join(inEnglish.Warnings(b.Warnings), "\n"); !strings.Contains(all, c.warned) || c.warned == "" && strings.Contains(all, "long after") && c.reject == "" {
			t.Errorf("%s: warnings %q, want %q", c.name, all, c.warned)
		}
	}
}

func TestChecksOfTimes(t *testing.T) {
	in := "ticket,opened,resolved,closed,title\n" +
		"1,2026-03-05 10:00,2026-03-05,2026-03-06 09:00,the day alone counts\n" +
		"2,2026-03-05 10:00,2026-03-05 09:59,,a minute early\n" +
		"3,2026-03-05T10:00:00+02:00,2026-03-05 08:30,,another zone\n"
	b, err := ReadReader(strings.NewReader(in), "list.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range b.Files[0].Checks {
		got = append(got, checkText(c))
	}
	want := []string{
		"opened is after resolved in 1 of 3 rows, first at line 3: opened 2026-03-05 10:00, resolved 2026-03-05 09:59",
		"opened is never after closed, in 1 row that has both",
		"resolved is never after closed, in 1 row that has both",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("checks (-want +got):\n%s", diff)
	}
}

func TestDayNumbers(t *testing.T) {
	for _, c := range []struct{ name, in, opened, proof, warned string }{
		{"nothing proves the system", "ticket,opened,title\n1,46023.000694,x\n", "2026-01-01T00:01:00Z", "counted from 1900, as is usual", "nothing in the file proves it"},
		{"proven to count from 1900", "ticket,opened,resolved,title\n1,46023.5,2026-01-02 10:00,x\n", "2026-01-01T12:00:00Z", "counted from 1900, because only then", ""},
		{"proven to count from 1904", "ticket,opened,resolved,title\n1,44561.5,2026-01-02 10:00,x\n", "2026-01-01T12:00:00Z", "counted from 1904, because only then", ""},
		{"with a comma", "ticket;opened;title\n1;46023,5;x\n", "2026-01-01T12:00:00Z", "which is 2026-01-01", ""},
		{"beside written dates", "ticket,opened,title\n1,46023,x\n2,13/01/2026,y\n", "2026-01-01T00:00:00Z", "day first: \"13/01/2026\"", "a spreadsheet has read some dates by itself"},
	} {
		b, err := ReadReader(strings.NewReader(c.in), "list.csv", Options{})
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := formatTime(b.Tickets[0].Opened); got != c.opened {
			t.Errorf("%s: opened %s, want %s", c.name, got, c.opened)
		}
		if got := inEnglish.Dates(b.Files[0].Dates[0].How); !strings.Contains(got, c.proof) {
			t.Errorf("%s: proof %q, want %q in it", c.name, got, c.proof)
		}
		if all := strings.Join(inEnglish.Warnings(b.Warnings), "\n"); !strings.Contains(all, c.warned) || c.warned == "" && strings.Contains(all, "spreadsheet") && !strings.Contains(c.in, "46023,5") {
			t.Errorf("%s: warnings %q, want %q", c.name, all, c.warned)
		}
	}
}

func TestDaysSince1970(t *testing.T) {
	for _, c := range []struct{ y, m, d, want int }{{1970, 1, 1, 0}, {1970, 3, 1, 59}, {2000, 2, 29, 11016}, {2026, 1, 1, 20454}, {2100, 12, 31, 47846}} {
		if got := dates.DaysSince1970(c.y, c.m, c.d); got != c.want {
			t.Errorf("daysSince1970(%d, %d, %d) = %d, want %d", c.y, c.m, c.d, got, c.want)
		}
	}
}
