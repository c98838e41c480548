package words

import (
	"testing"

	"ticketpatterns/analyzer/result"
)

func TestSurgeIsTheFirstSentence(t *testing.T) {
	week := result.Span{From: "2026-06-22", To: "2026-06-28"}
	for _, c := range []struct {
		surge result.Surge
		want  string
	}{
		{result.Surge{Span: week, Tickets: 280, Usual: 21, Parts: []result.SurgePart{
			{Field: "assignment_group", Value: "Network", Tickets: 120, Usual: 3.1}, {Field: "category", Value: "Mail", Tickets: 90, Usual: 0.1},
		}}, "The desk received 280 tickets from 22 to 28 Jun 2026, usually about 21. Largest parts of the difference: resolver group Network (120 tickets, usually 3), category Mail (90 tickets, usually none)."},
		{result.Surge{Span: result.Span{From: week.To, To: week.To}, Tickets: 80, Usual: 6, Alone: true, Parts: []result.SurgePart{
			{Field: result.SurgeRequester, Tickets: 70},
		}}, "The desk received 80 tickets on 28 Jun 2026, usually 6. Nearly all of the difference: one requester (70 tickets, usually none)."},
		{result.Surge{Span: week, Tickets: 40, Usual: 100}, "The desk received only 40 tickets from 22 to 28 Jun 2026, usually about 100. The difference is spread over the whole desk."},
	} {
		a := &result.Analysis{Tickets: 500, Desk: result.Desk{Surge: &c.surge}}
		w, err := For(a)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := w.Summary(a), c.want+" No single pattern stands out."; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
