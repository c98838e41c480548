package words

import (
	"testing"

	"ticketpatterns/analyzer/result"
)

func TestRecurring(t *testing.T) {
	for _, c := range []struct {
		recurring result.Recurring
		want      string
	}{
		{result.Recurring{
			Label: "Closing run hangs", Scope: []result.FieldValue{{Field: "department", Value: "Finance"}}, Span: result.Span{From: "2026-06-28", To: "2026-06-30"},
			Tickets: 14, Wave: result.Wave{Period: result.PeriodMonth, Usual: 13.2},
		}, "“Closing run hangs” (department Finance): recurs each month end. This time 14 tickets (28 to 30 Jun 2026), usually about 13."},
		{result.Recurring{
			Label: "Payslip locked", Span: result.Span{From: "2026-06-22", To: "2026-06-28"}, Tickets: 12, Wave: result.Wave{Period: result.PeriodMonth, Usual: 8.5},
		}, "“Payslip locked” (the whole desk): recurs each month at this time. This time 12 tickets (22 to 28 Jun 2026), usually 8 or 9."},
		{result.Recurring{
			Scope: []result.FieldValue{{Field: "category", Value: "Accounts"}}, Span: result.Span{From: "2026-09-29", To: "2026-10-01"}, Tickets: 40,
			Wave: result.Wave{Period: result.PeriodQuarter, Usual: 38},
		}, "category Accounts: recurs each quarter end. This time 40 tickets (29 Sep to 1 Oct 2026), usually about 38."},
		{result.Recurring{
			Scope: []result.FieldValue{{Field: "category", Value: "Accounts"}}, Span: result.Span{From: "2026-09-01", To: "2026-09-07"}, Tickets: 40,
			Wave: result.Wave{Period: result.PeriodYear, Usual: 38},
		}, "category Accounts: recurs each year at this time. This time 40 tickets (1 to 7 Sep 2026), usually about 38."},
	} {
		a := &result.Analysis{Recurring: []result.Recurring{c.recurring}}
		w, err := For(a)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Recurring(a); len(got) != 1 || got[0] != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}
