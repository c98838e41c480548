package result

import "slices"

// Turn says whose turn it is with a pattern.
type Turn string

// The values of Turn.
const (
	TurnWatch    Turn = "watch"    // nobody's: it meets no criterion
	TurnDecide   Turn = "decide"   // its owner's, who is asked by this report
	TurnOwner    Turn = "owner"    // the help desk's: nobody owns it, so somebody has to be found
	TurnRead     Turn = "read"     // the help desk's: it may be chance, so its tickets are read before anybody is asked
	TurnAsked    Turn = "asked"    // its owner's, who was asked by an earlier report
	TurnOverdue  Turn = "overdue"  // the same, and the day for the answer is past
	TurnAnswered Turn = "answered" // nobody's: a decision stands
)

// Turn says whose turn it is with p on the day of the analysis.
func (p *Pattern) Turn(today Day) Turn {
	s := p.Standing
	switch waiting := p.Escalate && !s.Alarm && s.Asked != "" && s.Asked < today; {
	case !p.Escalate && p.Answer() != nil:
		return TurnAnswered
	case !p.Escalate:
		return TurnWatch
	case waiting && p.Due != "" && p.Due < today:
		return TurnOverdue
	case waiting:
		return TurnAsked
	case p.MayBeChance:
		return TurnRead
	case p.Owner.Gap:
		return TurnOwner
	}
	return TurnDecide
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

// NewSince returns the day of the report before, if p is not in it: "" if p is
// or if there is no report before.
func (a *Analysis) NewSince(p *Pattern) Day {
	before := a.ReportBefore()
	if before == "" || p.Standing.FirstReported <= before {
		return ""
	}
	return before
}

// ReportBefore returns the day of the report before this one; "" if there is
// none.
func (a *Analysis) ReportBefore() Day {
	if n := len(a.Trend.Runs); n > 1 {
		return a.Trend.Runs[n-2].Day
	}
	return ""
}
