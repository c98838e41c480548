package analyzer

import (
	"fmt"
	"testing"

	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// story is a desk in which one application crashes in Finance for weeks.
type story struct {
	desk *invented
	m    past.Memory
	n    int
}

// today is the day of the latest run.
func (s *story) today() string { return s.m.Runs[len(s.m.Runs)-1].Day }

// crash files reports of the crash by the given number of people, all on days of the week
// that ends daysBack days before lastDay.
func (s *story) crash(daysBack, people int) {
	for range people {
		s.desk.Open(daysBack+s.n%6, "Finance", fmt.Sprintf("clerk %d", s.n%30), "Software", crashes[s.n%len(crashes)], fmt.Sprintf("case %d", s.n))
		s.n++
	}
}

// week runs the week that ends the given number of days before lastDay and returns the
// pattern about the crash; nil if the report shows none.
func (s *story) week(t *testing.T, daysBack int) (*result.Pattern, *result.Analysis) {
	t.Helper()
	var a *result.Analysis
	a, s.m = weekly(t, s.desk.Tickets, daysBack, 26, s.m)
	for _, p := range about(a, "ledgerline") {
		return &p, a
	}
	return nil, a
}

func (s *story) decide(d past.Decision) {
	d.Number = len(s.m.Decisions) + 1
	s.m.Decisions = append(s.m.Decisions, d)
}

// The life of one issue over ten weekly runs: found and escalated, declined,
// silent within its forecast, grown, accepted, fixed, quiet, back.
func TestTenWeeksOfOneIssue(t *testing.T) {
	s := &story{desk: newDesk(3, 36, 50)}
	for week, people := range []int{8, 6, 5, 24, 12, 0, 0, 0, 0, 9} {
		s.crash(7*(9-week), people)
	}
	found, _ := s.week(t, 63)
	if found == nil || !found.Escalate || !found.Standing.Alarm || found.Standing.Asked != found.Standing.FirstReported {
		t.Fatalf("first week: %+v, want it found and escalated", found)
	}
	id, issue := found.ID, found.IssueID
	check := func(p *result.Pattern, week int, escalate, alarm bool, says result.ReasonCode) {
		t.Helper()
		if p == nil {
			t.Fatalf("week %d: no pattern", week)
		}
		if p.ID != id || p.IssueID != issue {
			t.Errorf("week %d: %s of %s, want %s of %s", week, p.ID, p.IssueID, id, issue)
		}
		if p.Escalate != escalate || p.Standing.Alarm != alarm || p.Standing.Reason.Code != says {
			t.Errorf("week %d: escalate %v, alarm %v, %q; want %v, %v, %q", week, p.Escalate, p.Standing.Alarm, p.Standing.Reason.Code, escalate, alarm, says)
		}
	}
	pending, _ := s.week(t, 56)
	check(pending, 2, true, false, result.ReasonWaiting)
	if pending.Due != found.Due {
		t.Errorf("due %s, want it to stay %s", pending.Due, found.Due)
	}
	s.decide(past.Decision{Pattern: id, Issue: issue, Kind: past.Decline, Reason: "is being replaced", By: "Kim", On: s.today()})
	declined, _ := s.week(t, 49)
	check(declined, 3, false, false, result.ReasonAnswered)
	grown, _ := s.week(t, 42)
	check(grown, 4, true, true, result.ReasonGrew)
	s.decide(past.Decision{Pattern: id, Issue: issue, Kind: past.Accept, By: "Kim", On: s.today()})
	accepted, _ := s.week(t, 35)
	check(accepted, 5, false, false, result.ReasonAnswered)
	s.decide(past.Decision{Pattern: id, Issue: issue, Kind: past.Fixed, Day: string(result.DayOf(lastDay.AddDate(0, 0, -34))), By: "Kim", On: s.today()})
	for week, back := range []int{28, 21, 14, 7} {
		p, a := s.week(t, back)
		if len(a.Fixes) != 1 {
			t.Fatalf("week %d: %d fixes checked, want 1", 6+week, len(a.Fixes))
		}
		if p != nil {
			if p.Escalate || p.Standing.Alarm {
				t.Errorf("week %d: %q alarms although it is fixed", 6+week, p.Label)
			}
		}
		if back == 7 && (a.Fixes[0].Verdict != result.VerdictHolds || a.Fixes[0].Seen != 0 || a.Fixes[0].PreventedLow <= 0) {
			t.Errorf("four weeks after the fix: %+v, want it to hold", a.Fixes[0])
		}
	}
	back, a := s.week(t, 0)
	check(back, 10, true, true, result.ReasonFixChecked)
	if back.Standing.Fix.Team != found.Owner.Team {
		t.Errorf("the fix went to %q, want %q", back.Standing.Fix.Team, found.Owner.Team)
	}
	if len(a.Trend.Runs) != 10 || a.Trend.Runs[9].Fixes != 1 {
		t.Errorf("trend of %d runs, want 10, the last with one fix: %+v", len(a.Trend.Runs), a.Trend.Runs[len(a.Trend.Runs)-1])
	}
}

// A correction goes to the pattern it was made for at once, and to others of the
// same function as evidence with its count.
func TestWrongOwnerIsCorrected(t *testing.T) {
	s := &story{desk: newDesk(3, 30, 50)}
	s.crash(7, 8)
	s.crash(0, 6)
	p, _ := s.week(t, 7)
	s.decide(past.Decision{Pattern: p.ID, Issue: p.IssueID, Kind: past.WrongOwner, Owner: "Network", By: "Kim", On: s.today()})
	again, _ := s.week(t, 0)
	if again.Owner.Team != "Network" || again.Owner.Alternative != p.Owner.Team || !again.Standing.Alarm || again.Owner.Evidence[0].Count != 1 ||
		*again.Owner.Reason.Decided != (result.OwnerDecision{Code: result.DecidedPattern, Day: result.Day(s.m.Decisions[0].On), By: "Kim", MapTeam: p.Owner.Team}) {
		t.Errorf("owner %+v, alarm %v; want Network, instead of %s, said aloud once", again.Owner, again.Standing.Alarm, p.Owner.Team)
	}
}

// While an owner is being found, the team that the map names is not asked; when it
// grows, the help desk is. Once somebody names the owner, that team is asked.
func TestOwnerIsBeingFound(t *testing.T) {
	s := &story{desk: newDesk(3, 30, 50)}
	for week, people := range []int{8, 5, 24, 24} {
		s.crash(7*(3-week), people)
	}
	p, _ := s.week(t, 21)
	s.decide(past.Decision{Pattern: p.ID, Issue: p.IssueID, Kind: past.FindAnOwner, By: "Kim", On: s.today()})
	quiet, a := s.week(t, 14)
	if p.Owner.Team == "" || quiet.Escalate || quiet.Owner.Team != "" || !quiet.Owner.Gap || quiet.Standing.Reason.Decision != past.FindAnOwner ||
		quiet.NextAction(result.DayOf(a.AsOf)) != result.NextAnswered {
		t.Errorf("asked: %v, owner %+v, %+v; want nobody asked while an owner is being found", quiet.Escalate, quiet.Owner, quiet.Standing)
	}
	grown, _ := s.week(t, 7)
	if !grown.Standing.Alarm || grown.Ask != result.AskNobody || grown.Owner.Team != "" {
		t.Errorf("alarm %v, ask %q of %q; want the help desk asked as it grew", grown.Standing.Alarm, grown.Ask, grown.Owner.Team)
	}
	s.decide(past.Decision{Pattern: p.ID, Issue: p.IssueID, Kind: past.WrongOwner, Owner: "Network", On: s.today()})
	found, _ := s.week(t, 0)
	if !found.Standing.Alarm || found.Owner.Team != "Network" || found.Ask == result.AskNobody {
		t.Errorf("alarm %v, ask %q of %q; want Network asked", found.Standing.Alarm, found.Ask, found.Owner.Team)
	}
}

// What people said is no pattern is left out, and said so.
func TestNotAPatternIsLeftOut(t *testing.T) {
	s := &story{desk: newDesk(3, 30, 50)}
	s.crash(7, 8)
	s.crash(0, 4)
	p, _ := s.week(t, 7)
	before := s.m
	s.decide(past.Decision{Pattern: p.ID, Issue: p.IssueID, Kind: past.NotAPattern, On: s.today()})
	if left, a := s.week(t, 0); left != nil || a.Quality[len(a.Quality)-1].Code != result.CheckDismissed {
		t.Errorf("shown: %+v, want it left out", left)
	}
	s.m = before
	s.decide(past.Decision{Pattern: p.ID, Issue: p.IssueID, Kind: past.NotAPattern, On: s.today(), Undone: s.today()})
	if shown, _ := s.week(t, 0); shown == nil || shown.ID != p.ID {
		t.Errorf("after the undoing: %+v, want pattern %s", shown, p.ID)
	}
}

// A decision about today's report counts when the same day is run again.
func TestDecisionCountsOnTheSameDay(t *testing.T) {
	s := &story{desk: newDesk(3, 30, 50)}
	s.crash(0, 8)
	p, _ := s.week(t, 0)
	s.m = past.Memory{Decisions: []past.Decision{{Number: 1, Pattern: p.ID, Issue: p.IssueID, Kind: past.Decline, Reason: "known", On: "2026-06-29"}}}
	again, _ := s.week(t, 0)
	if again.Escalate || again.Standing.Reason.Decision != past.Decline || len(again.Standing.Decisions) != 1 {
		t.Errorf("escalate %v, %+v; want it declined", again.Escalate, again.Standing.Reason)
	}
}
