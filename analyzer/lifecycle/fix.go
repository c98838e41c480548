package lifecycle

import (
	"cmp"
	"math"
	"slices"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// BeforeFix is how many days before a fix say what would have come without it.
	BeforeFix = 28
	// silenceDays without a ticket after a fix make the next ones a return.
	silenceDays = 14
	// judgeable is the number of tickets that must be expected before their absence
	// can say anything: with three, none at all has a chance of one in twenty.
	minExpected = 3.0
	// fixP is the p-value at which tickets are called fewer or more, and fixLevel
	// the confidence of the interval.
	fixP, fixLevel = 0.05, 0.95
	// changeMinDays and changeMaxDays are how long ago a declared change must be to
	// be checked.
	changeMinDays, changeMaxDays = 7, 2 * quietDays
	// mostChanges bounds the declared changes that are reported.
	mostChanges = 10
)

// periods are the counts on both sides of a day, with the desk's volume.
type periods struct {
	before, after             int
	volumeBefore, volumeAfter float64
}

// countAround counts tickets in the BeforeFix days before the day of a fix and in
// the days after it; the day itself is on neither side.
func (d Desk) countAround(days timeline, fix int) periods {
	return periods{
		before: days.countIn(fix+1, BeforeFix), after: days.countIn(0, fix),
		volumeBefore: d.exposure(fix+1, BeforeFix), volumeAfter: d.exposure(0, fix),
	}
}

// CheckFix compares the tickets of days after the day of a fix with those of the
// four weeks before, by the conditional test of two Poisson rates with the desk's
// volume as exposure. minTickets since a silence make a return. It fills in the
// numbers and the verdict of a check; false if the day is not in the past or before
// the data.
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

// verdict says what the numbers mean.
func verdict(f result.FixCheck, before int, days timeline, minTickets int) result.Verdict {
	switch {
	case f.PMore <= fixP:
		return result.VerdictWorse
	case sinceSilence(days, f.Days, before) >= minTickets:
		return result.VerdictBack
	case f.PFewer <= fixP:
		return result.VerdictHolds
	case f.Expected < minExpected, f.Seen == 0: // no ticket speaks against a fix
		return result.VerdictEarly
	}
	return result.VerdictNot
}

// returned counts the tickets since a silence after a fix that held: at least two
// weeks without a ticket, in which three or more would have come at the rate of
// before (none at all has then a chance of one in twenty).
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

// ChangeIsDue reports whether a declared change is neither too young nor too long ago
// to be checked.
func ChangeIsDue(change int) bool { return changeMinDays <= change && change <= changeMaxDays }

// CheckChange compares tickets before and after a declared change that concerns
// them. It reports false where the change is not due, or too few came before and
// after to say anything.
func (d Desk) CheckChange(days []int, change, minTickets int) (result.FixCheck, bool) {
	if !ChangeIsDue(change) || len(days) < 2*minTickets {
		return result.FixCheck{}, false
	}
	f, ok := d.CheckFix(days, change, minTickets)
	return f, ok && f.Expected+float64(f.Seen) >= 2*minExpected
}

// ClearChanges keeps the checks of declared changes that still say something after
// as many tests, by the procedure of Benjamini and Hochberg: those that changed
// most clearly, ten at most.
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
