// Package desk measures the desk itself: volume, time to resolve, repeat work, data quality.
package desk

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// Input holds what a desk is measured by. It is not changed.
type Input struct {
	Data      *dataset.Dataset
	Describer *describe.Describer // of Data
	Search    detect.Result       // in Data
	Issues    []Issue             // of Data; each ticket is in at most one
	Patterns  []Pattern           // of the report, by rank

	Owners     owner.Map
	Test       stat.Test      // compares a count with its past
	MinPeople  int            // smallest number of distinct people that form a pattern
	MinTickets int            // smallest number of tickets that form a pattern
	Heads      map[string]int // people by department, by fold.Spelling; nil: no list of people tells
	WorkWeeks  int            // number of last weeks over which work is measured
	// BaselineMinWeeks is the history, in weeks, required before a window to compute
	// an expectation.
	BaselineMinWeeks int
	FalseAlarms      float64 // accepted per report
	EndMissing       bool    // the export seems to lack tickets at its end
	StatesMissing    bool    // it seems to lack tickets of some states
}

// Issue is what the measures need to know about an issue.
type Issue struct {
	ID, Label string
	Tickets   []int32 // ascending
}

// Pattern is what the measures need to know about a pattern of the report.
type Pattern struct {
	ID       string
	Kind     result.Kind
	Tickets  []int32
	Owner    result.Owner
	Escalate bool
	Asked    result.Day // day on which its owner was asked; "" for never
}

// Measure measures the volume, the rhythm and the work of a desk.
func Measure(in Input) (result.Desk, result.Work) {
	return measureDesk(in), measureWork(in)
}

// measureDesk measures the whole desk, the background of the charts of patterns.
func measureDesk(in Input) result.Desk {
	data, issueOf := in.Data, issueByTicket(in)
	w := in.Search.Windows[len(in.Search.Windows)/2]
	d := result.Desk{
		Weeks: weekStarts(data), Weekly: weeklyVolumes(data), Daily: dailyVolumes(data), HistoryDays: data.Days,
		WeeklyInIssues: weeklyInIssues(data, issueOf), WeeklyRepeat: weeklyRepeat(data, issueOf), WeeklyHours: weeklyHours(data),
		LeftOutBy: leftOut(in), NoBaseline: noBaseline(in), WindowDays: w.Days, Cells: cells(data, w, in.Test, patternsByPair(in, w)),
	}
	d.QuietDays, d.DaysOff, d.Silences = calendar(data, d.Daily)
	d.Surge = Surge(in, d.DaysOff)
	d.FlowField, d.Flow = flow(data, in.Patterns)
	for t := range data.Tickets {
		if issueOf[t] < 0 {
			d.LeftOut++
		}
		if data.TextOf[t] < 0 {
			d.NoiseLeft++
		}
	}
	return d
}

// issueByTicket returns the number of each ticket's issue; -1 for none.
func issueByTicket(in Input) []int {
	out := make([]int, len(in.Data.Tickets))
	for t := range out {
		out[t] = -1
	}
	for n, i := range in.Issues {
		for _, t := range i.Tickets {
			out[t] = n
		}
	}
	return out
}

// valueOrZero returns *p; 0 for nil.
func valueOrZero(p *float64) float64 {
	if p == nil {
		return 0
	}
	return *p
}
