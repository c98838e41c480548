package lifecycle

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// BeforeFix is the number of days before a fix from which the expected tickets
	// are computed.
	BeforeFix = 28
	// silenceDays is the number of days without a ticket after which further tickets
	// are a recurrence.
	silenceDays = 14
	// minExpected is the number of expected tickets from which their absence is
	// evidence: with three, P(none) is 1 in 20.
	minExpected = 3.0
	// fixP is the significance level for fewer or more tickets, fixLevel the
	// confidence level of the interval.
	fixP, fixLevel = 0.05, 0.95
	// changeMinDays and changeMaxDays bound the age of a declared change that is
	// checked.
	changeMinDays, changeMaxDays = 7, 2 * quietDays
	// mostChanges bounds the declared changes in the report.
	mostChanges = 10
)

// periods holds the tickets before and after a day, with the desk's volumes.
type periods struct {
	before, after             int
	volumeBefore, volumeAfter float64
}

// countAround counts tickets in the BeforeFix days before the day of a fix and in
// the days after it. The day itself counts on neither side.
func (d Desk) countAround(days timeline, fix int) periods {
	return periods{
		before: days.countIn(fix+1, BeforeFix), after: days.countIn(0, fix),
		volumeBefore: d.exposure(fix+1, BeforeFix), volumeAfter: d.exposure(0, fix),
	}
}

// CheckFix compares the tickets after the day of a fix (fix days ago) with those of
// the four weeks before, by the conditional test of two Poisson rates with the
// desk's volume as exposure. minTickets tickets after a silence are a recurrence. It
// sets the numbers and the verdict of a check; false if the day is not in the past
// or precedes the data.
func (d Desk) CheckFix(days []int, fix, minTickets int) (result.FixCheck, bool) {
	if fix < 1 || fix >= d.Days {
		return result.FixCheck{}, false
	}
	p := d.countAround(days, fix)
	f := result.FixCheck{Days: fix, Seen: p.after}
	f.Expected = stat.Round(float64(p.before)*p.volumeAfter/p.volumeBefore, 10)
	_, f.PMore, f.PFewer = stat.RateRatio(p.after, p.volumeAfter, p.before, p.volumeBefore)
	low, high := stat.RateRatioInterval(p.after, p.volumeAfter, p.before, p.volumeBefore, fixLevel)
	f.Low = stat.Round(low, 100)
	f.PreventedHigh = stat.Round(f.Expected*(1-low), 10)
	if !math.IsInf(high, 1) {
		f.High = new(stat.Round(high, 100))
		f.PreventedLow = stat.Round(f.Expected*(1-high), 10)
	}
	f.Prevented = stat.Round(f.Expected-float64(f.Seen), 10)
	f.Verdict = verdict(f, p.before, days, minTickets)
	return f, true
}

// verdict classifies the numbers of a check.
func verdict(f result.FixCheck, before int, days timeline, minTickets int) result.Verdict {
	switch {
	case f.PMore <= fixP:
		return result.VerdictWorse
	case sinceSilence(days, f.Days, before) >= minTickets:
		return result.VerdictBack
	case f.PFewer <= fixP:
		return result.VerdictHolds
	case f.Expected < minExpected, f.Seen == 0: // no ticket contradicts the fix
		return result.VerdictEarly
	}
	return result.VerdictNot
}

// sinceSilence counts the tickets since a silence after a fix that held: at least
// two weeks without a ticket in which the rate before the fix predicts three or more
// (P(none) is then 1 in 20).
func sinceSilence(days timeline, fix, before int) int {
	last, silent, since := fix, false, 0
	for _, day := range days[days.countUpTo(fix):] {
		if quiet := last - day; !silent && quiet >= silenceDays && float64(before*quiet)/BeforeFix >= minExpected {
			silent = true
		}
		if silent {
			since++
		}
		last = day
	}
	return since
}

// ChangeIsDue reports whether a declared change, change days ago, is old enough to
// be checked but not too old.
func ChangeIsDue(change int) bool { return changeMinDays <= change && change <= changeMaxDays }

// CheckChange compares tickets before and after a declared change that concerns
// them, as CheckFix does; false if the change is not due or there are too few
// tickets to conclude anything.
func (d Desk) CheckChange(days []int, change, minTickets int) (result.FixCheck, bool) {
	if !ChangeIsDue(change) || len(days) < 2*minTickets {
		return result.FixCheck{}, false
	}
	f, ok := d.CheckFix(days, change, minTickets)
	return f, ok && f.Expected+float64(f.Seen) >= 2*minExpected
}

// SignificantChanges returns the checks of declared changes that remain significant
// under the Benjamini-Hochberg procedure, most significant first, at most ten.
func SignificantChanges(checks []result.FixCheck) []result.FixCheck {
	p := make([]float64, len(checks))
	for i, f := range checks {
		p[i] = min(1, 2*min(f.PFewer, f.PMore))
	}
	q := stat.BenjaminiHochberg(p)
	var clear []result.FixCheck
	for i, f := range checks {
		if q[i] <= fixP {
			clear = append(clear, f)
		}
	}
	slices.SortStableFunc(clear, func(a, b result.FixCheck) int { return cmp.Compare(min(a.PFewer, a.PMore), min(b.PFewer, b.PMore)) })
	return clear[:min(len(clear), mostChanges)]
}
