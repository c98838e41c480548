package analyzer

import (
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

// status tells where tickets stand in their life. Growing and fading compare
// the last four weeks with the four before by the conditional test of two
// Poisson rates, with the desk's volume as exposure.
func (r *reporter) status(tickets []int32) result.Status {
	recent, before, quiet := 0, 0, 0
	for _, t := range tickets {
		switch d := r.export.day[t]; {
		case d < statusDays:
			recent++
		case d < 2*statusDays:
			before++
			quiet++
		case d < statusDays+quietDays:
			quiet++
		}
	}
	switch {
	case recent == 0:
		return result.StatusQuiet
	case recent == len(tickets) && r.export.days >= 2*statusDays:
		return result.StatusNew
	case quiet == 0 && r.export.days >= statusDays+quietDays:
		return result.StatusBack
	}
	_, more, less := stat.RateRatio(recent, r.volume(0), before, r.volume(1))
	switch {
	case more <= statusP:
		return result.StatusGrowing
	case less <= statusP:
		return result.StatusFading
	}
	return result.StatusSteady
}

// volume is the desk's tickets in the period that began period periods ago, at
// least one.
func (r *reporter) volume(period int) float64 {
	n := 0
	for _, d := range r.export.day {
		if d/statusDays == period {
			n++
		}
	}
	return float64(max(n, 1))
}
