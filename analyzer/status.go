package analyzer

import (
	"slices"
	"time"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// statusDays is the width of the periods that a status compares.
	statusDays = 28
	// quietDays without a ticket make the next one a return.
	quietDays = 56
	// statusP is the p-value at which a change of rate is called one, and stayP the
	// one up to which it is still called so a week later: noise takes no word back.
	statusP, stayP = 0.05, 0.1
	// peakOf is how many weeks the highest is taken from that the last one is held
	// against; as many tests are made (Bonferroni).
	peakOf = statusDays/7 - 1
)

// life is where tickets stand, and since when.
type life struct {
	status result.Status
	since  result.Day
}

// lived is what earlier runs know of tickets and the export alone cannot tell.
// Days are "" for none.
type lived struct {
	life                           // as the last run said
	reported            result.Day // first report that showed them as a pattern
	firstSeen, lastSeen result.Day // of tickets of their issue, of all runs
	issue               bool       // those that have left the export were an issue, not strays
}

// livedBy is what is remembered of a remembered issue.
func (r *reporter) livedBy(remembered int32) lived {
	if remembered < 0 {
		return lived{}
	}
	k := &r.overlay.Issues[remembered]
	was := lived{
		life:      life{result.Status(k.Status), result.Day(k.Since)},
		firstSeen: result.Day(k.FirstSeen), lastSeen: result.Day(k.LastSeen),
	}
	for _, p := range r.overlay.Memory.Patterns {
		if day := result.Day(p.FirstReported); r.overlay.Current(p.Issue) == k.ID && (was.reported == "" || day < was.reported) {
			was.reported = day
		}
	}
	days := max(statusDays, int(was.lastSeen.Time().Sub(was.firstSeen.Time())/(24*time.Hour)))
	was.issue = k.Gone >= issue.Smallest && k.Gone*statusDays >= issue.Smallest*days
	return was
}

// patternLife tells where a pattern stands, by all tickets of its issue in its
// scope: those that its chart shows. since is not before the first ticket of an
// emerging pattern, and is that ticket for a new one: some of its tickets may be of
// another issue.
func (r *reporter) patternLife(p *result.Pattern, issue int, s dataset.Scope, known lived) life {
	was := r.livedBy(r.issues.Issues[issue].Remembered)
	was.life, was.reported, was.issue = known.life, known.reported, false
	out := r.life(r.inScope(issue, s), was)
	if p.Kind == result.Emerging && (out.since < p.FirstTicket || out.status == result.StatusNew && p.FirstTicket > r.export.Date(statusDays)) {
		out.since = p.FirstTicket
	}
	return out
}

// life tells where tickets stand. life.md is the table of it. The weeks before are
// read from the export itself, oldest first, so it is right on the first run too;
// what earlier runs remember reaches further back than the export.
func (r *reporter) life(tickets []int32, was lived) life {
	w := walk{reporter: r, was: was, days: make([]int, len(tickets))}
	for i, t := range tickets {
		w.days[i] = r.export.Day[t]
	}
	for back := (r.export.Days - 1) / 7 * 7; back >= 0; back -= 7 {
		w.step(back)
	}
	if was.status == w.status && w.status != result.StatusNew && was.since != "" && was.since < w.since {
		w.since = was.since
	}
	return w.life
}

// walk goes through the weeks of tickets. All days are counted back from AsOf.
type walk struct {
	*reporter
	life
	was  lived
	days []int // of the tickets, oldest first
}

// step says where the tickets stand so many days before AsOf.
func (w *walk) step(back int) {
	now := life{w.change(back), w.export.Date(back)}
	switch earlier, recent := w.divided(back); {
	case len(recent) == 0:
		now.status = result.StatusQuiet
	case w.isNew(back, earlier, recent):
		now = life{result.StatusNew, w.export.Date(recent[0])}
	case w.isBack(back, earlier, recent[0]):
		now = life{result.StatusBack, w.export.Date(recent[0])}
	}
	if now.status != w.status || now.status == result.StatusNew {
		w.life = now
	}
}

// divided are the days of the tickets of the four weeks that end so many days
// before AsOf, and of those before.
func (w *walk) divided(back int) (earlier, recent []int) {
	from, to := w.until(back+statusDays), w.until(back)
	return w.days[:from], w.days[from:to]
}

// until counts the tickets up to a day, that day included.
func (w *walk) until(day int) int {
	n, _ := slices.BinarySearchFunc(w.days, day, func(d, day int) int { return day - d - 1 })
	return n
}

// of counts the tickets of the days that end so many days before AsOf.
func (w *walk) of(back, days int) int { return w.until(back) - w.until(back+days) }

// isNew reports whether nobody could know the tickets before: they begin in the
// last four weeks, but for strays.
func (w *walk) isNew(back int, earlier, recent []int) bool {
	before := w.export.Date(back + statusDays)
	switch {
	case w.was.reported != "" && w.was.reported <= before:
		return false
	case len(earlier) == 0 && (w.was.firstSeen > before || w.silentSince(recent[0]) && !w.was.issue):
		return true
	case w.was.issue || w.export.Days-back < 2*statusDays:
		return false
	case len(earlier) == 0:
		return true
	case dense(earlier) || w.of(back+statusDays, statusDays) > 1:
		return false
	}
	rest := w.export.Days - back - statusDays
	_, more, _ := stat.RateRatio(len(recent), w.exposure(back, statusDays), len(earlier), w.exposure(back+statusDays, rest))
	return more <= w.limit(result.StatusNew)
}

// silentSince reports whether earlier runs know of no ticket in the eight weeks
// before a day, but of earlier ones.
func (w *walk) silentSince(first int) bool {
	return w.was.lastSeen != "" && w.was.lastSeen <= w.export.Date(first+quietDays)
}

// limit is the p-value up to which it is said that the tickets stand so.
func (w *walk) limit(s result.Status) float64 {
	if w.status == s {
		return stayP
	}
	return statusP
}

// isBack reports whether tickets that were an issue come again after a silence.
// It stays so while the first of them is one of the last four weeks.
func (w *walk) isBack(back int, earlier []int, first int) bool {
	reported := w.was.reported != "" && w.was.reported <= w.export.Date(first)
	if n := len(earlier); n > 0 {
		return earlier[n-1]-first >= quietDays && (reported || w.was.issue || dense(earlier))
	}
	if w.was.status == result.StatusBack && w.was.since > w.export.Date(back+statusDays) && w.was.since <= w.export.Date(back) {
		return true
	}
	return w.silentSince(first) && (reported || w.was.issue)
}

// dense reports whether four weeks ever held as many tickets as make an issue.
func dense(days []int) bool {
	for i := range max(0, len(days)-issue.Smallest+1) {
		if days[i]-days[i+issue.Smallest-1] < statusDays {
			return true
		}
	}
	return false
}

// change compares the last four weeks with the four before by the conditional test
// of two Poisson rates, with the desk's volume as exposure. What grows has its
// highest week last; what had become more and is clearly below its highest week
// fades.
func (w *walk) change(back int) result.Status {
	count := func(k int) int { return w.of(back+7*k, 7) }
	_, more, less := stat.RateRatio(w.of(back, statusDays), w.exposure(back, statusDays),
		w.of(back+statusDays, statusDays), w.exposure(back+statusDays, statusDays))
	last, peak := count(0), 1
	for k := 2; k <= peakOf; k++ {
		if count(k) > count(peak) {
			peak = k
		}
	}
	_, _, below := stat.RateRatio(last, w.exposure(back, 7), count(peak), w.exposure(back+7*peak, 7))
	switch fading := w.limit(result.StatusFading); {
	case more <= w.limit(result.StatusGrowing) && last >= count(peak):
		return result.StatusGrowing
	case less <= fading, more <= fading && below <= fading/peakOf:
		return result.StatusFading
	}
	return result.StatusSteady
}

// exposure is the desk's tickets in the period of so many days that ends back days
// before AsOf, at least one.
func (w *walk) exposure(back, days int) float64 { return float64(max(w.export.Volume(back, days), 1)) }
