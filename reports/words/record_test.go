package words

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/result"
)

func TestRecordWords(t *testing.T) {
	value := func(x float64) *float64 { return &x }
	count := func(n int) *int { return &n }
	p := func(change func(*result.Pattern)) *result.Pattern {
		out := &result.Pattern{Tickets: make([]string, 9), Tried: result.Tried{Finished: 6, Noted: 5, NotesKnown: true}, Workaround: []result.Workaround{{Count: 3}}}
		if change != nil {
			change(out)
		}
		return out
	}
	tests := []struct{ got, want string }{
		{w.HoursLost(result.Impact{PersonHours: value(41)}), "at most 41 hours"},
		{w.HoursLost(result.Impact{}), "unknown: the export does not say when tickets were resolved"},
		{w.HoursHow(result.Impact{}), ""},
		{w.HoursHow(result.Impact{PersonHours: value(1), HoursAtMost: 6}), "An estimate: each ticket from opening to end, with at most 6 hours."},
		{w.HoursHow(result.Impact{PersonHours: value(1)}), "An estimate: each ticket from opening to end, with at most the hours of a working day."},
		{w.Handling(result.Impact{HoursMedian: value(5), Open: 3, Reassignments: count(1), Reopens: count(0), Breaches: count(2)}, 9), "median time to resolve 5 hours, 3 of 9 still open, 1 reassignment, 0 reopenings, 2 missed the SLA"},
		{w.Handling(result.Impact{}, 9), "unknown"},
		{w.Handling(result.Impact{HoursMedian: new(5.0)}, 9), "median time to resolve 5 hours, none still open"},
		{w.LastWeeks(p(nil)), ""},
		{w.LastWeeks(p(func(p *result.Pattern) { p.Weekly = []int{9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12} })), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"},
		{w.LastWeeks(p(func(p *result.Pattern) { p.Weekly, p.WeekLow, p.WeekHigh = []int{0, 7}, count(0), count(2) })), "0, 7 (usual: 0 to 2)"},
		{w.LastWeeks(p(func(p *result.Pattern) { p.Weekly, p.WeekLow, p.WeekHigh = []int{0, 7}, count(0), count(0) })), "0, 7 (usual: 0)"},
		{w.Finished(p(nil)), "The help desk resolved 6 of 9 tickets. 5 have a note on what helped."},
		{w.Finished(p(func(p *result.Pattern) { p.Workaround = nil; p.Tried.Noted = 1 })), "The help desk resolved 6 of 9 tickets. 1 has a note on what helped."},
		{w.Finished(p(func(p *result.Pattern) { p.Workaround = nil })), "The help desk resolved 6 of 9 tickets. 5 have a note, and no two notes say the same."},
		{w.Finished(p(func(p *result.Pattern) { p.Tried.Noted = 0 })), "The help desk resolved 6 of 9 tickets. No note says what helped."},
		{w.Finished(p(func(p *result.Pattern) { p.Tried.NotesKnown = false })), "The help desk resolved 6 of 9 tickets. The export holds no notes on what helped."},
		{w.Used(result.Workaround{Count: 3}, p(nil)), "Closed 3 of the 5 tickets with a note"},
		{w.Used(result.Workaround{Count: 5}, p(nil)), "Closed 5 tickets"},
		{w.Way(result.Path{Groups: []string{"Service Desk", "Network"}}), "Service Desk, then Network"},
		{w.Linked(result.Tried{}), ""},
		{w.Linked(result.Tried{Problems: []result.Count{{Name: "PRB1", Count: 2}, {Name: "PRB2", Count: 1}}}), "Already linked to a problem record: PRB1 (2 tickets), PRB2 (1 ticket)."},
		{w.Known(&result.Pattern{FirstTicket: "2026-06-15", LastTicket: "2026-06-26"}), "15 Jun 2026; last ticket 26 Jun 2026"},
		{w.Known(&result.Pattern{FirstTicket: "2026-06-15", LastTicket: "2026-06-15"}), "15 Jun 2026, all on that day"},
		{w.Hypothesis(result.Cause{Kind: result.CauseChange, Confidence: 0.3, Alternative: result.CauseHardware}), "A change that broke something (confidence 30%), or hardware that fails."},
		{w.Hypothesis(result.Cause{Kind: result.CauseChange, Confidence: 0.1}), "A change that broke something (weak: confidence 10%)."},
		{w.Hypothesis(result.Cause{Kind: result.CauseUnknown}), "Not clear from the tickets."},
		{w.Mandate(result.Owner{}), ""},
		{w.Mandate(result.Owner{DecidesAlone: "switches.", NeedsOthers: "lines"}), "May decide alone: switches. Needs others for: lines."},
		{w.Stands(&result.Pattern{}), ""},
		{w.Stands(&result.Pattern{Status: result.StatusNew, Standing: result.Standing{Since: "2026-06-21", FirstReported: "2026-06-28"}}), "new, first reported 28 Jun 2026"},
	}
	misfits := []result.Misfit{
		{Kind: result.MisfitOtherValues, Field: "location", Count: 2, Of: 9, Values: []result.Count{{Name: "Leeds", Count: 1}, {Name: "Porto", Count: 1}}},
		{Kind: result.MisfitOtherValues, Field: "assignment_group", Count: 1, Of: 8, Values: []result.Count{{Name: "Network", Count: 1}}},
		{Kind: result.MisfitSamePeople, Count: 3, Of: 17}, {Kind: result.MisfitSamePeople, Count: 1, Of: 17},
	}
	overlapping := &result.Pattern{Misfits: misfits, Overlaps: []result.Overlap{{PatternID: "P-2", Tickets: 8, Of: 17}, {PatternID: "P-3", Tickets: 1, Of: 17}}}
	if got, want := w.Misfits(overlapping), []string{"location: 2 of 9 tickets differ (Leeds 1, Porto 1)", "assignment group: 1 of 8 tickets differs (Network 1)",
		"3 of 17 tickets are further tickets of the same people", "1 of 17 tickets is a further ticket of the same people",
		"8 of 17 tickets are also in pattern P-2", "1 of 17 tickets is also in pattern P-3"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := w.Misfits(&result.Pattern{}); len(got) != 1 || got[0] != string(NoMisfit) {
		t.Errorf("%q, want the sentence that all fits", got)
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
