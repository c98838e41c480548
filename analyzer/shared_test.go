package analyzer

import (
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/describe"
	"ticketpatterns/analyzer/issue"
	"ticketpatterns/analyzer/memory"
	"ticketpatterns/analyzer/past"
	"ticketpatterns/analyzer/result"
)

// A ticket has one issue, and may be of two patterns. What is told of a pattern's weeks
// and status counts its own tickets also where they are of another issue.
func TestPatternKeepsTicketsOfAnotherIssue(t *testing.T) {
	d := newDesk(5, 12, 40)
	d.PlantCrashes(0)
	data := dataset.New(d.Tickets, lastDay)
	issues := issue.Group(data, nil, 0.4, memory.New(past.Memory{}, data))
	f := profiler{data, describe.New(data, describe.Options{}), issues, DefaultOptions(), 0}
	own := issues.Issues[0].Tickets
	foreign := issues.Issues[1].Tickets[0]
	p := f.profile(pattern{kind: result.Emerging, issue: 0, tickets: dataset.Union(own[:1], []int32{foreign})})
	if got := dataset.Shared(p.ofIssue, []int32{foreign}); got != 1 || len(p.ofIssue) != len(own)+1 {
		t.Errorf("%d tickets of issue and pattern, want the %d of the issue and one more", len(p.ofIssue), len(own))
	}
}
