package analyzer

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/say"
	"ticketpatterns/analyzer/stat"
	"ticketpatterns/analyzer/text"
)

const (
	// beforeFix is how many days before a fix say what would have come without it.
	beforeFix = 28
	// silenceDays without a ticket after a fix make the next ones a return.
	silenceDays = 14
	// judgeable is the number of tickets that must be expected before their absence
	// can say anything: with three, none at all has a chance of one in twenty.
	judgeable = 3.0
	// fixP is the p-value at which tickets are called fewer or more, and fixLevel
	// the confidence of the interval.
	fixP, fixLevel = 0.05, 0.95
	// changeFixes bounds the declared changes that are reported.
	changeFixes = 10
)

// periods are the counts on both sides of a day, with the desk's volume.
type periods struct {
	before, after             int
	volumeBefore, volumeAfter float64
}

// countAround counts tickets in the beforeFix days before a day and in the days
// after it; the day of the fix itself is on neither side.
func (r *reporter) countAround(tickets []int32, daysBack int) periods {
	var p periods
	for _, t := range tickets {
		switch d := r.export.Day[t]; {
		case d < daysBack:
			p.after++
		case d > daysBack && d <= daysBack+beforeFix:
			p.before++
		}
	}
	p.volumeBefore = float64(max(r.export.Volume(daysBack+1, beforeFix), 1))
	p.volumeAfter = float64(max(r.export.Volume(0, daysBack), 1))
	return p
}

// checkFix compares the tickets of an issue in a scope after a fix with those of
// the four weeks before, by the conditional test of two Poisson rates with the
// desk's volume as exposure. It returns nil if the day of the fix is unknown, not
// in the past, or before the export.
func (r *reporter) checkFix(d past.Decision, of *past.Pattern, s dataset.Scope, issueID, label string) *result.FixCheck {
	n := r.issues.Number(issueID)
	var tickets []int32
	if n >= 0 {
		tickets = r.inScope(n, s)
	}
	f := r.check(tickets, d.Day)
	if f == nil {
		return nil
	}
	f.PatternID, f.IssueID, f.Label, f.Where = d.Pattern, issueID, label, r.inWords(nil)
	if of != nil {
		f.Team, f.Where = text.Plain(of.Team), r.inWords(of.Where)
	}
	f.Text = fixInWords(r.say, f)
	return f
}

// check compares tickets before and after a day.
func (r *reporter) check(tickets []int32, day string) *result.FixCheck {
	back, ok := r.export.DaysBack(day)
	if !ok || back < 1 || back >= r.export.Days {
		return nil
	}
	p := r.countAround(tickets, back)
	f := &result.FixCheck{On: result.Day(day), Days: back, Seen: p.after}
	f.Expected = stat.Round(float64(p.before)*p.volumeAfter/p.volumeBefore, 10)
	_, f.PMore, f.PFewer = stat.RateRatio(p.after, p.volumeAfter, p.before, p.volumeBefore)
	low, high := stat.RateRatioInterval(p.after, p.volumeAfter, p.before, p.volumeBefore, fixLevel)
	f.Low = stat.Round(low, 100)
	f.PreventedHigh = stat.Round(f.Expected*(1-low), 10)
	if !math.IsInf(high, 1) {
		f.High = pointer(stat.Round(high, 100))
		f.PreventedLow = stat.Round(f.Expected*(1-high), 10)
	}
	f.Prevented = stat.Round(f.Expected-float64(f.Seen), 10)
	f.Verdict = r.verdict(f, tickets, back)
	if impact := r.describe.Impact(tickets); impact.PersonHours != nil && len(tickets) > 0 {
		f.Hours = pointer(stat.Round(max(f.Prevented, 0)**impact.PersonHours/float64(len(tickets)), 10))
	}
	return f
}

// verdict says what the numbers mean.
func (r *reporter) verdict(f *result.FixCheck, tickets []int32, back int) result.Verdict {
	switch {
	case f.PMore <= fixP:
		return result.VerdictWorse
	case r.returned(tickets, back):
		return result.VerdictBack
	case f.PFewer <= fixP:
		return result.VerdictHolds
	case f.Expected < judgeable, f.Seen == 0: // no ticket speaks against a fix
		return result.VerdictEarly
	}
	return result.VerdictNot
}

// returned reports whether an issue came back after a fix that held: at least two
// weeks passed without a ticket, in which three or more would have come at the
// rate of before (none at all has then a chance of one in twenty), and since that
// silence there are as many tickets as make a pattern.
func (r *reporter) returned(tickets []int32, back int) bool {
	before, last, silent := 0, back, false
	since := 0
	for _, t := range tickets { // oldest first
		d := r.export.Day[t]
		if d > back && d <= back+beforeFix {
			before++
		}
		if d >= back {
			continue
		}
		if quiet := last - d; !silent && quiet >= silenceDays && float64(before*quiet)/beforeFix >= judgeable {
			silent = true
		}
		if silent {
			since++
		}
		last = d
	}
	return since >= r.options.MinTickets
}

// verdictWords frame what came since a fix.
var verdictWords = map[result.Verdict]say.English{
	result.VerdictHolds: "The fix holds: %s.",
	result.VerdictBack:  "It is back after the fix and a silence: %s.",
	result.VerdictNot:   "The fix does not hold: %s.",
	result.VerdictWorse: "More than before the fix: %s.",
	result.VerdictEarly: "It is too early to say whether the fix holds: %s.",
}

// fixInWords says what a check found.
func fixInWords(l *say.Language, f *result.FixCheck) string {
	since := l.Count(f.Seen, "since %[2]s %[1]d ticket came where %[3]s would have", "since %[2]s %[1]d tickets came where %[3]s would have",
		l.Date(f.On), l.Number(f.Expected))
	said := l.Text(verdictWords[f.Verdict], since)
	if f.Team != "" && f.Verdict != result.VerdictHolds && f.Verdict != result.VerdictEarly {
		said += " " + l.Text("It went to %s before.", f.Team)
	}
	return said
}

// fixes checks everything that was fixed on a day, shown today or not, and the
// declared changes.
func (r *reporter) fixes() []result.FixCheck {
	out := []result.FixCheck{}
	for _, d := range r.overlay.Memory.Decisions {
		if d.Kind != past.Fixed || d.Undone != "" || r.outdated(d) {
			continue
		}
		if f := r.checkDecided(d); f != nil {
			out = append(out, *f)
		}
	}
	out = append(out, r.checkChanges()...)
	slices.SortStableFunc(out, func(a, b result.FixCheck) int {
		return cmp.Or(-cmp.Compare(a.On, b.On), cmp.Compare(a.IssueID, b.IssueID), cmp.Compare(a.PatternID, b.PatternID))
	})
	return out
}

// outdated reports whether a later fix was declared for the same.
func (r *reporter) outdated(d past.Decision) bool {
	return slices.ContainsFunc(r.overlay.Memory.Decisions, func(o past.Decision) bool {
		return o.Number > d.Number && o.Kind == past.Fixed && o.Undone == "" && o.Pattern == d.Pattern && o.Issue == d.Issue
	})
}

// checkDecided checks the fix of a remembered pattern, or of a whole issue.
func (r *reporter) checkDecided(d past.Decision) *result.FixCheck {
	at := slices.IndexFunc(r.overlay.Memory.Patterns, func(p past.Pattern) bool { return p.ID == d.Pattern })
	if at >= 0 {
		p := &r.overlay.Memory.Patterns[at]
		return r.checkFix(d, p, r.scopeWhere(p.Where), r.overlay.Current(p.Issue), p.Label)
	}
	id := r.overlay.Current(d.Issue)
	for _, i := range r.overlay.Memory.Issues {
		if i.ID == id {
			return r.checkFix(d, nil, dataset.Scope{}, id, i.Label)
		}
	}
	return nil
}

// checkChanges looks for issues that became fewer or more after a declared
// change that concerns them: of each change the issue that changed most, if it
// still says something after as many tests.
func (r *reporter) checkChanges() []result.FixCheck {
	var checks []result.FixCheck
	for _, c := range r.changes {
		day := string(result.DayOf(c.Start.In(r.export.AsOf.Location())))
		if back, ok := r.export.DaysBack(day); !ok || back < forecastDays || back >= r.export.Days || back > 2*quietDays {
			continue
		}
		for n := range r.issueList {
			if f := r.checkChange(n, day, c.ID, r.describe.Changed(c, r.issues.Issues[n].Tickets)); f != nil {
				checks = append(checks, *f)
			}
		}
	}
	ps := make([]float64, len(checks))
	for i, f := range checks {
		ps[i] = min(1, 2*min(f.PFewer, f.PMore))
	}
	qs := stat.BenjaminiHochberg(ps)
	var told []result.FixCheck
	for i, f := range checks {
		if qs[i] <= fixP {
			told = append(told, f)
		}
	}
	slices.SortStableFunc(told, func(a, b result.FixCheck) int { return cmp.Compare(min(a.PFewer, a.PMore), min(b.PFewer, b.PMore)) })
	return told[:min(len(told), changeFixes)]
}
