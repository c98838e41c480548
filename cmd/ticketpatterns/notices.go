package main

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"ticketpatterns/analyzer/result"
	"ticketpatterns/cmd/ticketpatterns/internal/config"
	"ticketpatterns/reports/words"
)

// From these on, rows that could not be read are said also where nobody watches: one
// in so many, or so many.
const (
	rejectsOneIn = 100
	rejectsMany  = 100
)

// daysAfter is how many days after the last ticket a report may end, as on the Monday
// after a long weekend, without that being odd.
const daysAfter = 4

// errStrict ends a run that was asked to fail if anything is odd.
var errStrict = errors.New("--strict: nothing is written, because of the above")

// rejectNotice says that more rows than usual could not be read.
func rejectNotice(rows, rejected int) []result.Warning {
	if rejected > rejectsMany || rejected*rejectsOneIn > rows {
		return []result.Warning{{Code: result.WarnManyRejects, Count: rejected, Of: rows}}
	}
	return nil
}

// dayNotice says that the day of the analysis has no tickets near it.
func dayNotice(asOf time.Time, read *reading, zone *time.Location) []result.Warning {
	last := latest(read.batch.Tickets, zone)
	first := last
	for i := range read.batch.Tickets {
		if t := read.batch.Tickets[i].Opened; !t.IsZero() && t.Before(first) {
			first = t.In(zone)
		}
	}
	if day := result.DayOf(asOf); day < result.DayOf(first) || day > result.DayOf(last.AddDate(0, 0, daysAfter)) {
		return []result.Warning{{Code: result.WarnDayOutside, Samples: []string{string(day)}, Until: result.DayOf(last)}}
	}
	return nil
}

// notices says what is odd about a run when it is held against the one before, and
// about the decisions when they are held against the history and the owner map.
func (r *remembrance) notices(run result.Run, c *config.Config, today result.Day) []result.Warning {
	if r.problem != nil {
		return []result.Warning{{Code: result.WarnForgotten, Reason: r.problem.Error()}}
	}
	odd, err := r.runNotices(run)
	if err == nil {
		var more []result.Warning
		more, err = r.decisionNotices(c, today)
		odd = append(odd, more...)
	}
	if err != nil {
		r.lose(err)
		return []result.Warning{{Code: result.WarnForgotten, Reason: err.Error()}}
	}
	return odd
}

func (r *remembrance) runNotices(run result.Run) (odd []result.Warning, err error) {
	if r.archive == nil {
		return nil, nil
	}
	day, document, err := r.archive.Last(r.note, storedRun)
	if err != nil || day == "" {
		return nil, err
	}
	var last result.Run
	if err := json.Unmarshal(document, &last); err != nil {
		return nil, err
	}
	if slices.Equal(ticketSums(run), ticketSums(last)) {
		odd = append(odd, result.Warning{Code: result.WarnSameExport, Until: result.Day(day)})
	}
	latest, err := r.archive.LastDay(r.note)
	if today := string(result.DayOf(run.AsOf)); latest > today {
		odd = append(odd, result.Warning{Code: result.WarnEarlierDay, Until: result.Day(latest)})
	}
	return odd, err
}

// ticketSums are the fingerprints of the exports of a run, sorted.
func ticketSums(run result.Run) []string {
	var sums []string
	for _, in := range run.Inputs {
		if in.Role == "tickets" {
			sums = append(sums, in.SHA256)
		}
	}
	slices.Sort(sums)
	return sums
}

// decisionNotices takes out the decisions about what is not known, and says of those
// and of days to come where they stand.
func (r *remembrance) decisionNotices(c *config.Config, today result.Day) (odd []result.Warning, err error) {
	k, err := knownTo(r.archive, c)
	if err != nil {
		return nil, err
	}
	var used []decidedRow
	for _, row := range r.decided {
		d := row.Decision
		wrong := k.unknowns(&d)
		for _, u := range wrong {
			odd = append(odd, result.Warning{Code: result.WarnDecisionUnknown, File: row.file, Line: row.line, Column: u.column, Samples: []string{u.name}, Nearest: u.near})
		}
		for _, day := range []struct{ column, day string }{{"date", d.Day}, {"decided_on", d.On}} {
			if day.day > string(today) {
				odd = append(odd, result.Warning{Code: result.WarnDecisionDay, File: row.file, Line: row.line, Column: day.column, Samples: []string{day.day}})
			}
		}
		if len(wrong) == 0 {
			used = append(used, decidedRow{d, row.file, row.line})
		}
	}
	r.decided = used
	return odd, nil
}

// tell says each notice in a line, also where nobody watches.
func (a *app) tell(c *config.Config, notices []result.Warning) {
	in := words.In(c.Language()).Naming(c.Owners.BuiltIn())
	for _, n := range notices {
		a.log.Log(context.Background(), levelNotice, in.Warning(n))
	}
}
