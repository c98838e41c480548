package lifecycle

import (
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// quietDays without a ticket make the next one a return.
	quietDays = 56
	// statusP is the p-value at which a change of rate is called one, and stayP the
	// one up to which it is still called so a week later (hysteresis): a status needs
	// stronger evidence to change than to stay.
	statusP, stayP = 0.05, 0.1
	// peakOf is how many weeks the highest is taken from that the last one is held
	// against; as many tests are made (Bonferroni).
	peakWeeks = result.StatusDays/7 - 1
)

// Life is where tickets stand, and the day since when.
type State struct {
	Status result.Status
	Since  int // None if unknown
}

// Within returns the life of a pattern that is above what is expected in a window:
// it does not begin before the first ticket of the window, and a new one begins with
// it, as some of its tickets may be of another issue.
func (l State) Within(first int) State {
	if l.Since > first || l.Status == result.StatusNew && first < result.StatusDays {
		l.Since = first
	}
	return l
}

// Remembered is what earlier runs know of tickets and the data alone cannot tell.
type Remembered struct {
	State                   // as the last run said
	Reported            int // first report that showed them as a pattern; None
	FirstSeen, LastSeen int // of tickets of their issue, of all runs; None
	// WasIssue is true if those that the data no longer hold were an issue, not strays.
	WasIssue bool
}

// NothingRemembered is what earlier runs know of tickets that none has seen.
func NoMemory() Remembered {
	return Remembered{State: State{Since: None}, Reported: None, FirstSeen: None, LastSeen: None}
}

// WasIssue reports whether tickets that came within so many days were an issue: as
// many as make one for every four weeks.
func WasIssue(tickets, days int) bool {
	return tickets >= issue.MinTickets && tickets*result.StatusDays >= issue.MinTickets*max(days, result.StatusDays)
}

// Status tells where the tickets of days stand. It goes through the weeks of the
// data, oldest first, so it is right on the first run too; what earlier runs
// remember reaches further back.
func (d Desk) Status(days []int, was Remembered) State {
	w := weeks{desk: d, was: was, days: days, State: State{Since: None}}
	for back := (d.Days - 1) / 7 * 7; back >= 0; back -= 7 {
		w.step(back)
	}
	if was.Status == w.Status && w.Status != result.StatusNew && was.Since > w.Since {
		w.Since = was.Since
	}
	return w.State
}

// weeks goes through the weeks of tickets.
type weeks struct {
	State
	desk Desk
	was  Remembered
	days timeline
}

// step says where the tickets stand on a day.
func (w *weeks) step(back int) {
	now := State{w.change(back), back}
	from, to := w.days.countUpTo(back+result.StatusDays), w.days.countUpTo(back)
	switch earlier, recent := w.days[:from], w.days[from:to]; {
	case len(recent) == 0:
		now.Status = result.StatusQuiet
	case w.isNew(back, earlier, recent):
		now = State{result.StatusNew, recent[0]}
	case w.isBack(back, earlier, recent[0]):
		now = State{result.StatusBack, recent[0]}
	}
	if now.Status != w.Status || now.Status == result.StatusNew {
		w.State = now
	}
}

// isNew reports whether nobody could know the tickets before: they begin in the
// last four weeks, but for strays.
func (w *weeks) isNew(back int, earlier, recent timeline) bool {
	before := back + result.StatusDays
	switch {
	case w.was.Reported >= before:
		return false
	case len(earlier) == 0 && (w.was.FirstSeen != None && w.was.FirstSeen < before || w.silentSince(recent[0]) && !w.was.WasIssue):
		return true
	case w.was.WasIssue || w.desk.Days-back < 2*result.StatusDays:
		return false
	case len(earlier) == 0:
		return true
	case dense(earlier) || w.days.countIn(before, result.StatusDays) > 1:
		return false
	}
	rest := w.desk.Days - before
	_, more, _ := stat.RateRatio(len(recent), w.desk.exposure(back, result.StatusDays), len(earlier), w.desk.exposure(before, rest))
	return more <= w.threshold(result.StatusNew)
}

// silentSince reports whether earlier runs know of no ticket in the eight weeks
// before a day, but of earlier ones.
func (w *weeks) silentSince(first int) bool { return w.was.LastSeen >= first+quietDays }

// limit is the p-value up to which it is said that the tickets stand so.
func (w *weeks) threshold(s result.Status) float64 {
	if w.Status == s {
		return stayP
	}
	return statusP
}

// isBack reports whether tickets that were an issue come again after a silence.
// It stays so while the first of them is one of the last four weeks.
func (w *weeks) isBack(back int, earlier timeline, first int) bool {
	reported := w.was.Reported >= first
	if n := len(earlier); n > 0 {
		return earlier[n-1]-first >= quietDays && (reported || w.was.WasIssue || dense(earlier))
	}
	if w.was.Status == result.StatusBack && w.was.Since < back+result.StatusDays && w.was.Since >= back {
		return true
	}
	return w.silentSince(first) && (reported || w.was.WasIssue)
}

// dense reports whether four weeks ever held as many tickets as make an issue.
func dense(days timeline) bool {
	for i := range max(0, len(days)-issue.MinTickets+1) {
		if days[i]-days[i+issue.MinTickets-1] < result.StatusDays {
			return true
		}
	}
	return false
}

// change compares the last four weeks with the four before by the conditional test
// of two Poisson rates, with the desk's volume as exposure. What grows has its
// highest week last; what had become more and is clearly below its highest week
// fades.
func (w *weeks) change(back int) result.Status {
	count := func(k int) int { return w.days.countIn(back+7*k, 7) }
	before := back + result.StatusDays
	_, more, less := stat.RateRatio(w.days.countIn(back, result.StatusDays), w.desk.exposure(back, result.StatusDays),
		w.days.countIn(before, result.StatusDays), w.desk.exposure(before, result.StatusDays))
	last, peak := count(0), 1
	for k := 2; k <= peakWeeks; k++ {
		if count(k) > count(peak) {
			peak = k
		}
	}
	_, _, below := stat.RateRatio(last, w.desk.exposure(back, 7), count(peak), w.desk.exposure(back+7*peak, 7))
	switch fading := w.threshold(result.StatusFading); {
	case more <= w.threshold(result.StatusGrowing) && last >= count(peak):
		return result.StatusGrowing
	case less <= fading, more <= fading && below <= fading/peakWeeks:
		return result.StatusFading
	}
	return result.StatusSteady
}
