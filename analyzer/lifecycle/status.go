package lifecycle

import (
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// quietDays is the number of days without a ticket after which the next one is a
	// recurrence.
	quietDays = 56
	// statusP is the p-value at which a change of rate sets a status, stayP the one
	// up to which the status then stays (hysteresis): a status needs stronger
	// evidence to change than to stay.
	statusP, stayP = 0.05, 0.1
	// peakWeeks is the number of earlier weeks whose maximum the last week is
	// compared with; the p-value is divided by it (Bonferroni).
	peakWeeks = result.StatusDays/7 - 1
)

// State is a status and the day since which it holds.
type State struct {
	Status result.Status
	Since  int // None if unknown
}

// Within returns the state of a pattern that exceeds its expectation in a window: it
// does not begin before the first ticket of the window, and a new pattern begins
// with that ticket, as some earlier tickets may belong to another issue. So does a state
// of the week of that ticket: weeks tell no day, and the last of them may be empty.
func (l State) Within(first int) State {
	if l.Since > first || first-l.Since < 7 || l.Status == result.StatusNew && first < result.StatusDays {
		l.Since = first
	}
	return l
}

// Remembered is what earlier runs know about tickets and the data alone cannot tell.
type Remembered struct {
	State                   // as of the last run
	Reported            int // day of the first report that showed them as a pattern, or None
	FirstSeen, LastSeen int // days of the first and last ticket of their issue over all runs, or None
	// WasIssue tells that the tickets that have left the data were an issue, not
	// strays.
	WasIssue bool
}

// NoMemory returns the Remembered of tickets that no earlier run has seen.
func NoMemory() Remembered {
	return Remembered{State: State{Since: None}, Reported: None, FirstSeen: None, LastSeen: None}
}

// WasIssue reports whether tickets within the given number of days were an issue: at
// least issue.MinTickets per four weeks.
func WasIssue(tickets, days int) bool {
	return tickets >= issue.MinTickets && tickets*result.StatusDays >= issue.MinTickets*max(days, result.StatusDays)
}

// Status returns the state of the tickets of days. It replays the weeks of the data,
// oldest first, so that the first run is right too; the memory of earlier runs
// reaches further back.
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

// weeks replays the weeks of tickets.
type weeks struct {
	State
	desk Desk
	was  Remembered
	days timeline
}

// step updates the state to a day.
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

// isNew reports whether the tickets begin within the last four weeks, apart from
// strays, so that nobody could know them before.
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

// silentSince reports whether the tickets that earlier runs saw ended eight weeks or
// more before a day.
func (w *weeks) silentSince(first int) bool { return w.was.LastSeen >= first+quietDays }

// threshold returns the p-value up to which a status is assigned.
func (w *weeks) threshold(s result.Status) float64 {
	if w.Status == s {
		return stayP
	}
	return statusP
}

// isBack reports whether tickets that were an issue recur after a silence. The
// status stays until the first of them is more than four weeks old.
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

// dense reports whether any four weeks held as many tickets as make an issue.
func dense(days timeline) bool {
	for i := range max(0, len(days)-issue.MinTickets+1) {
		if days[i]-days[i+issue.MinTickets-1] < result.StatusDays {
			return true
		}
	}
	return false
}

// change compares the last four weeks with the four before by the conditional test
// of two Poisson rates, with the desk's volume as exposure. Growing tickets have
// their highest week last; tickets that had grown and are clearly below their
// highest week are fading.
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
