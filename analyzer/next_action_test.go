package analyzer

import (
	"slices"
	"testing"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// graphs are reports of a second fault of the same department, in other words.
var graphs = []string{
	"Chartroom swaps the colours of the legend", "legend colours swapped in Chartroom", "Chartroom: colours in the legend are wrong", "wrong legend colours, Chartroom",
	"Chartroom legend in the wrong colours", "colours of the Chartroom legend swapped",
}

// twoFaults is a desk on which both faults begin two weeks before lastDay; the
// crash is reported by the given number of people in each of the three weeks.
func twoFaults(crash [3]int) *story {
	s := &story{desk: newDesk(3, 18, 30)}
	for week, people := range crash {
		s.crash(14-7*week, people)
		for i := range []int{7, 4, 4}[week] {
			s.desk.Open(14-7*week+i%6, "Finance", "analyst "+string(rune('a'+i+8*week)), "Software", graphs[i%len(graphs)], "")
		}
	}
	return s
}

// turns runs three weeks, or the last of them twice, and says whose turn it is
// with the patterns about a word: "-" where the report shows none.
func (s *story) turns(t *testing.T, word string, runs []int, decide func(run int, p result.Pattern) *past.Decision) (turns []result.NextAction, last *result.Pattern) {
	t.Helper()
	before := map[int]past.Memory{}
	for n, back := range runs {
		if m, again := before[back]; again {
			m.Decisions = s.m.Decisions
			s.m = m
		}
		before[back] = s.m
		var a *result.Analysis
		a, s.m = weekly(t, s.desk.Tickets, back, 18, s.m)
		found := about(a, word)
		if len(found) == 0 {
			turns, last = append(turns, "-"), nil
			continue
		}
		last = &found[0]
		turns = append(turns, last.NextAction(result.DayOf(a.AsOf)))
		if d := decide(n, *last); d != nil {
			d.Number, d.On = len(s.m.Decisions)+1, string(result.DayOf(a.AsOf))
			if d.Pattern == "" && d.Issue == "" {
				d.Pattern, d.Issue = last.ID, last.IssueID
			}
			s.m.Decisions = append(s.m.Decisions, *d)
		}
	}
	return turns, last
}

// Whose turn it is with one pattern over three weekly runs, after each kind of
// decision about the first report.
func TestTurnsOverThreeWeeks(t *testing.T) {
	const decide, asked, overdue, answered = result.NextDecide, result.NextAsked, result.NextOverdue, result.NextAnswered
	calm, grown, gone := [3]int{8, 4, 4}, [3]int{8, 4, 24}, [3]int{8, 0, 0}
	week := []int{14, 7, 0}
	for _, c := range []struct {
		name  string
		crash [3]int
		runs  []int
		d     []past.Decision // after each run; no Kind: none
		want  []result.NextAction
	}{
		{"nobody answers", calm, week, nil, []result.NextAction{decide, asked, overdue}},
		{"nobody answers, and it grows", grown, week, nil, []result.NextAction{decide, asked, decide}},
		{"accepted", calm, week, []past.Decision{{Kind: past.Accept}}, []result.NextAction{decide, answered, answered}},
		{"accepted, then grown", grown, week, []past.Decision{{Kind: past.Accept}}, []result.NextAction{decide, answered, decide}},
		{"accepted, grown, accepted, the same day again", grown, append(week, 0), []past.Decision{{Kind: past.Accept}, {}, {Kind: past.Accept}}, []result.NextAction{decide, answered, decide, answered}},
		{"accepted on the day, the same day again", calm, []int{14, 14, 7}, []past.Decision{{Kind: past.Accept}}, []result.NextAction{decide, answered, answered}},
		{"accepted and taken back", calm, week, []past.Decision{{Kind: past.Accept, Undone: "2026-06-15"}}, []result.NextAction{decide, asked, overdue}},
		{"declined", calm, week, []past.Decision{{Kind: past.Decline, Reason: "too dear"}}, []result.NextAction{decide, answered, answered}},
		{"declined, then grown", grown, week, []past.Decision{{Kind: past.Decline, Reason: "too dear"}}, []result.NextAction{decide, answered, decide}},
		{"known", calm, week, []past.Decision{{Kind: past.Known}}, []result.NextAction{decide, answered, answered}},
		{"to be ignored", calm, week, []past.Decision{{Kind: past.IgnoreUntilDoubled}}, []result.NextAction{decide, answered, answered}},
		{"to be ignored, then doubled", [3]int{8, 4, 40}, week, []past.Decision{{Kind: past.IgnoreUntilDoubled}}, []result.NextAction{decide, answered, decide}},
		{"fixed, and nothing comes", gone, week, []past.Decision{{Kind: past.Fixed, Day: "2026-06-15"}}, []result.NextAction{decide, answered, answered}},
		{"fixed, and it goes on", grown, week, []past.Decision{{Kind: past.Fixed, Day: "2026-06-15"}}, []result.NextAction{decide, answered, decide}},
		{"of another team", calm, week, []past.Decision{{Kind: past.WrongOwner, Owner: "Network"}}, []result.NextAction{decide, decide, asked}},
		{"of another team, which accepts", calm, week, []past.Decision{{Kind: past.WrongOwner, Owner: "Network"}, {Kind: past.Accept}}, []result.NextAction{decide, decide, answered}},
		{"an owner is being found", calm, week, []past.Decision{{Kind: past.FindAnOwner}}, []result.NextAction{decide, answered, answered}},
		{"an owner is being found, and it grows", grown, week, []past.Decision{{Kind: past.FindAnOwner}}, []result.NextAction{decide, answered, result.NextOwner}},
		{"an owner is being found, the same day again", calm, []int{14, 14, 7}, []past.Decision{{Kind: past.FindAnOwner}}, []result.NextAction{decide, answered, answered}},
		{"no pattern", calm, week, []past.Decision{{Kind: past.NotAPattern}}, []result.NextAction{decide, "-", "-"}},
		{"split off", calm, week, []past.Decision{{Kind: past.Split, Reason: "two faults"}}, []result.NextAction{decide, answered, answered}},
		{"split off on the day, the same day again", calm, []int{14, 14, 7}, []past.Decision{{Kind: past.Split, Reason: "two faults"}}, []result.NextAction{decide, answered, answered}},
	} {
		got, _ := twoFaults(c.crash).turns(t, "ledgerline", c.runs, func(run int, _ result.Pattern) *past.Decision {
			if run < len(c.d) && c.d[run].Kind != "" {
				d := c.d[run]
				return &d
			}
			return nil
		})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Of two patterns that people merge the one is answered by that, whichever id
// their issue has from then on, and is not asked again on the same day; the other
// goes on with the ask, the day for the answer and the answers of both.
func TestTurnsOfMergedPatterns(t *testing.T) {
	const decide, asked, overdue, answered = result.NextDecide, result.NextAsked, result.NextOverdue, result.NextAnswered
	first, _ := weekly(t, twoFaults([3]int{8, 4, 4}).desk.Tickets, 14, 18, past.Memory{})
	crash, graph := about(first, "ledgerline")[0], about(first, "chartroom")[0]
	if crash.Owner.Team != graph.Owner.Team || crash.IssueID == graph.IssueID {
		t.Fatalf("%s of %s and %s of %s, want two issues of one team", crash.IssueID, crash.Owner.Team, graph.IssueID, graph.Owner.Team)
	}
	for _, c := range []struct {
		name        string
		crash       [3]int
		runs        []int
		d           []past.Decision
		goes, stays []result.NextAction
		reason      result.ReasonCode // of the one that goes
		told        result.EventCode  // in the history of the one that stays
	}{
		{"crash with graph", [3]int{8, 4, 4}, []int{14, 7, 0}, []past.Decision{{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID}},
			[]result.NextAction{decide, answered, answered}, []result.NextAction{decide, asked, overdue}, result.ReasonMerged, result.EventMerged},
		{"by the issue", [3]int{8, 4, 4}, []int{14, 7, 0}, []past.Decision{{Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID}},
			[]result.NextAction{decide, answered, answered}, []result.NextAction{decide, asked, overdue}, result.ReasonMerged, result.EventMerged},
		{"the same day again", [3]int{8, 4, 4}, []int{14, 14, 7}, []past.Decision{{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID}},
			[]result.NextAction{decide, answered, answered}, []result.NextAction{decide, decide, asked}, result.ReasonMerged, result.EventMerged},
		{"grown, but spoken for", [3]int{8, 4, 24}, []int{14, 7, 0}, []past.Decision{{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID}},
			[]result.NextAction{decide, answered, answered}, []result.NextAction{decide, asked, overdue}, result.ReasonMerged, result.EventMerged},
		{"both ways: the first counts", [3]int{8, 4, 4}, []int{14, 7, 0}, []past.Decision{
			{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID}, {Pattern: graph.ID, Issue: graph.IssueID, Kind: past.Merge, WithIssue: crash.IssueID}},
			[]result.NextAction{decide, answered, answered}, []result.NextAction{decide, asked, overdue}, result.ReasonMerged, result.EventMerged},
		{"accepted before", [3]int{8, 4, 4}, []int{14, 7, 0}, []past.Decision{{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Accept},
			{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID}},
			[]result.NextAction{decide, answered, answered}, []result.NextAction{decide, answered, answered}, result.ReasonMerged, result.EventMerged},
		{"taken back", [3]int{8, 4, 4}, []int{14, 7, 0}, []past.Decision{{Pattern: crash.ID, Issue: crash.IssueID, Kind: past.Merge, WithIssue: graph.IssueID, Undone: "2026-06-15"}},
			[]result.NextAction{decide, asked, overdue}, []result.NextAction{decide, asked, overdue}, result.ReasonOverdue, ""},
	} {
		for _, which := range []string{"ledgerline", "chartroom"} {
			want, says := c.goes, c.reason
			if which == "chartroom" {
				want, says = c.stays, ""
			}
			s := twoFaults(c.crash)
			got, last := s.turns(t, which, c.runs, func(run int, _ result.Pattern) *past.Decision {
				if run > 0 {
					return nil
				}
				for i, d := range c.d {
					d.Number, d.On = i+1, "2026-06-14"
					s.m.Decisions = append(s.m.Decisions, d)
				}
				return nil
			})
			if !slices.Equal(got, want) || last == nil || says != "" && last.Standing.Reason.Code != says {
				t.Errorf("%s, %s: %v, want %v; %+v", c.name, which, got, want, last)
				continue
			}
			if which == "chartroom" && c.told != "" && !slices.ContainsFunc(last.History, func(e result.Event) bool { return e.Code == c.told }) {
				t.Errorf("%s: history %+v, want it to say %q", c.name, last.History, c.told)
			}
		}
	}
}
