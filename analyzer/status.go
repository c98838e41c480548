package analyzer

import (
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

const (
	// statusDays is the width of the periods that a status compares.
	statusDays = 28
	// quietDays without a ticket make the next one a return.
	quietDays = 56
	// statusP is the p-value at which a change of rate is called one.
	statusP = 0.05
)

// life is where tickets stand, and since when.
type life struct {
	status result.Status
	since  result.Day
}

// life tells where tickets of an issue stand. life.md is the table of it.
// The weeks before are read from the export itself: since is the first of the
// weeks up to now that say the same. What an earlier run remembers reaches
// further back than the export.
func (r *reporter) life(tickets []int32, before past.Issue) life {
	now := r.statusAt(tickets, 0, before)
	back := 0
	for back+7 < r.export.days && r.statusAt(tickets, back+7, before) == now {
		back += 7
	}
	out := life{now, r.dayOf(back)}
	if before.Status == string(now) && before.Since != "" && result.Day(before.Since) < out.since {
		out.since = result.Day(before.Since)
	}
	return out
}

// statusAt is the status so many days before AsOf. What comes back was an issue
// before: a stray ticket of last winter that happens to say the same is none.
// Growing and fading compare
// four weeks with the four before by the conditional test of two Poisson rates,
// with the desk's volume as exposure.
func (r *reporter) statusAt(tickets []int32, back int, before past.Issue) result.Status {
	recent, earlier, quiet, all := 0, 0, 0, 0
	for _, t := range tickets {
		d := r.export.day[t] - back
		switch {
		case d < 0:
			continue
		case d < statusDays:
			recent++
		case d < 2*statusDays:
			earlier++
			quiet++
		case d < statusDays+quietDays:
			quiet++
		}
		all++
	}
	days := r.export.days - back
	if recent == 0 {
		return result.StatusQuiet
	}
	if status, ok := r.remembered(back, before); ok {
		if status != "" {
			return status
		}
	} else if recent == all && days >= 2*statusDays {
		return result.StatusNew
	}
	if quiet == 0 && all-recent >= smallestIssue && days >= statusDays+quietDays {
		return result.StatusBack
	}
	_, more, less := stat.RateRatio(recent, r.volume(back), earlier, r.volume(back+statusDays))
	switch {
	case more <= statusP:
		return result.StatusGrowing
	case less <= statusP:
		return result.StatusFading
	}
	return result.StatusSteady
}

// remembered says what earlier runs know about the status of an issue that the
// export alone cannot tell: whether it is new, or back after a silence that
// reaches beyond the export. ok is false if nothing is remembered.
func (r *reporter) remembered(back int, before past.Issue) (status result.Status, ok bool) {
	if before.FirstSeen == "" {
		return "", false
	}
	day := func(daysBack int) string { return string(r.dayOf(back + daysBack)) }
	switch {
	case before.FirstSeen > day(statusDays):
		return result.StatusNew, true
	case before.LastSeen <= day(statusDays+quietDays):
		return result.StatusBack, true
	case before.Status == string(result.StatusBack) && before.Since > day(statusDays):
		return result.StatusBack, true
	}
	return "", true
}

// volume is the desk's tickets in the four weeks that end so many days before
// AsOf, at least one.
func (r *reporter) volume(back int) float64 {
	if r.opened == nil {
		r.opened = make([]int, r.export.days+1)
		for _, d := range r.export.day {
			r.opened[d]++
		}
		for d := r.export.days - 1; d >= 0; d-- {
			r.opened[d] += r.opened[d+1]
		}
	}
	at := func(d int) int { return r.opened[min(d, r.export.days)] }
	return float64(max(at(back)-at(back+statusDays), 1))
}
