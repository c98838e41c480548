// Package desk measures the desk itself: volume, pace, repeat work, quality.
package desk

import (
	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/detect"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/stat"
)

// Input is what a desk is measured by. Nothing in it is changed.
type Input struct {
	Data      *dataset.Dataset
	Describer *describe.Describer // of Data
	Search    detect.Result       // in Data
	Issues    []Issue             // of Data; a ticket is in one at most
	Patterns  []Pattern           // of the report, by rank

	Owners    owner.Map
	Test      stat.Test // compares a count with its past
	MinPeople int       // the smallest number of different people that make a pattern
	WorkWeeks int       // the last weeks that the work is measured over
	// BaselineMinWeeks is the history before a window without which nothing is
	// expected.
	BaselineMinWeeks int
}

// Issue is what the measures need of an issue.
type Issue struct {
	ID, Label string
	Tickets   []int32 // ascending
}

// Pattern is what the measures need of a pattern of the report.
type Pattern struct {
	ID       string
	Kind     result.Kind
	Tickets  []int32
	Owner    result.Owner
	Escalate bool
	Asked    result.Day // on which its owner was asked; "" for never
}

// Measure measures the volume, the rhythm and the work of a desk.
func Measure(in Input) (result.Desk, result.Work) {
	return measureDesk(in), measureWork(in)
}

// measureDesk counts the whole desk, for the charts that patterns are seen against.
func measureDesk(in Input) result.Desk {
	data, issueOf := in.Data, issueByTicket(in)
	w := in.Search.Windows[len(in.Search.Windows)/2]
	d := result.Desk{
		Weeks: weekStarts(data), Weekly: weeklyVolumes(data), Daily: dailyVolumes(data), HistoryDays: data.Days,
		WeeklyInIssues: weeklyInIssues(data, issueOf), WeeklyRepeat: weeklyRepeat(data, issueOf), WeeklyHours: weeklyHours(data),
		LeftOutBy: leftOut(in), NoBaseline: noBaseline(in), WindowDays: w.Days, Cells: cells(data, w, in.Test, patternsByPair(in, w)),
	}
	d.QuietDays, d.DaysOff, d.Silences = calendar(data, d.Daily)
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

// value returns what p points to; 0 for nil.
func valueOrZero(p *float64) float64 {
	if p == nil {
		return 0
	}
	return *p
}
