package result

import "slices"

// NextAction is the next step for a pattern, and whose turn it is.
type NextAction string

// The values of NextAction, with who has to act.
const (
	NextWatch    NextAction = "watch"    // nobody: it meets no criterion
	NextDecide   NextAction = "decide"   // its owner, whom this report asks
	NextOwner    NextAction = "owner"    // the help desk: find an owner, as nobody owns it
	NextRead     NextAction = "read"     // the help desk: read its tickets before anybody is asked, as it may be chance
	NextAsked    NextAction = "asked"    // its owner, whom an earlier report asked
	NextOverdue  NextAction = "overdue"  // its owner, who has not answered in time
	NextAnswered NextAction = "answered" // nobody: a decision stands
)

// NextAction returns the next step for p; today is the day of the analysis.
func (p *Pattern) NextAction(today Day) NextAction {
	s := p.Standing
	switch waiting := p.Escalate && !s.Alarm && s.Asked != "" && s.Asked < today; {
	case !p.Escalate && p.Answer() != nil:
		return NextAnswered
	case !p.Escalate:
		return NextWatch
	case waiting && p.Due != "" && p.Due < today:
		return NextOverdue
	case waiting:
		return NextAsked
	case p.MayBeChance:
		return NextRead
	case p.Owner.Gap:
		return NextOwner
	}
	return NextDecide
}

// Setback is what went wrong with a pattern after somebody dealt with it.
type Setback string

// The values of Setback; "" for none.
const (
	SetbackFix     Setback = "fix failed" // its tickets did not become fewer after the fix
	SetbackOverdue Setback = "overdue"    // its owner has not answered in time
	SetbackBack    Setback = "back"       // it was over and came back
)

// setbacks are ordered by how soon somebody should look.
var setbacks = []Setback{SetbackFix, SetbackOverdue, SetbackBack, ""}

// Order is the place of s among setbacks, the worst first and none last, from 0.
func (s Setback) Order() int { return slices.Index(setbacks, s) }

// Setback returns what went wrong with p, the worst first, which stands above what
// is new; today is the day of the analysis. "" where nothing did, nobody is asked
// or a later answer stands.
func (p *Pattern) Setback(today Day) Setback {
	next, fix := p.NextAction(today), p.Standing.Fix
	switch {
	case next == NextAnswered || next == NextWatch:
		return ""
	case fix != nil && (fix.Verdict == VerdictNot || fix.Verdict == VerdictWorse):
		return SetbackFix
	case next == NextOverdue:
		return SetbackOverdue
	case p.Status == StatusBack || fix != nil && fix.Verdict == VerdictBack:
		return SetbackBack
	}
	return ""
}

// Answer returns the last decision about p that stands; nil if there is none.
func (p *Pattern) Answer() *Decision {
	for i := range slices.Backward(p.Standing.Decisions) {
		if d := &p.Standing.Decisions[i]; d.Undone == "" {
			return d
		}
	}
	return nil
}

// NewSince returns the day of the previous report if p is not in it; "" if p is, or
// if there is no previous report.
func (a *Analysis) NewSince(p *Pattern) Day {
	before := a.ReportBefore()
	if before == "" || p.Standing.FirstReported <= before {
		return ""
	}
	return before
}

// ReportBefore returns the day of the previous report; "" if there is none.
func (a *Analysis) ReportBefore() Day {
	if n := len(a.Trend.Runs); n > 1 {
		return a.Trend.Runs[n-2].Day
	}
	return ""
}
